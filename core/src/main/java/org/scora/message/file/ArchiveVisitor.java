package org.scora.message.file;

import java.io.IOException;
import java.io.InputStream;

/** Is shown the files of an archive, one after the other. */
interface ArchiveVisitor {

    /**
     * A file in an archive, as the archive describes it.
     *
     * @param path with any kind of slash
     * @param size in bytes; less than 0 when the archive does not tell
     * @param packed size in the archive in bytes; less than 0 when it does not tell
     */
    record Entry(String path, long size, long packed, boolean encrypted) {
        FileName name() {
            return new FileName(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
        }
    }

    /** Opens a file's unpacked bytes. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** Of files that can be listed, but not unpacked. */
    Source UNREADABLE = InputStream::nullInputStream;

    /** A file; the source may be opened until this returns. False ends the visit. */
    boolean file(Entry entry, Source source);

    /** The archive keeps even its list of files encrypted. */
    void locked();
}
