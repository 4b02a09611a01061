package org.scora.message.file;

import java.util.List;

/**
 * A file in a mail, or in an archive in it. Its bytes are not to be changed.
 *
 * @param name the last part of its path
 * @param mediaType as declared, in lower case; empty in an archive
 * @param kind by its content; OTHER when that could not be read
 * @param content decoded and unpacked, bounded; empty when it could not be read
 * @param size in bytes, as far as it is known
 * @param holders the names of the archives in which it is, the outermost first
 * @param contents what it holds
 */
public record MailFile(
        FileName name,
        String mediaType,
        FileKind kind,
        byte[] content,
        long size,
        List<FileName> holders,
        Contents contents) {
    public MailFile {
        holders = List.copyOf(holders);
    }

    public boolean isInArchive() {
        return !holders.isEmpty();
    }

    MailFile holding(Contents found) {
        return new MailFile(name, mediaType, kind, content, size, holders, found);
    }

    /** For people, such as: the file a.exe in b.zip. */
    public String shown() {
        StringBuilder shown = new StringBuilder("the file ").append(name.shown());
        for (int i = holders.size() - 1; i >= 0; i--) {
            shown.append(" in ").append(holders.get(i).shown());
        }
        return shown.toString();
    }
}
