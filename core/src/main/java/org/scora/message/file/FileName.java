package org.scora.message.file;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a file as its sender wrote it.
 *
 * @param written decoded; empty when the file has none
 */
public record FileName(String written) {
    // What people open without a thought, so that an extension behind one of these is meant not to be seen.
    private static final Set<String> DOCUMENTS = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "rtf", "htm", "html", "jpg", "jpeg", "png",
            "gif", "mp3", "mp4", "wav", "zip", "csv", "odt", "ods", "tif", "tiff");
    private static final Pattern DIRECTION_MARKS = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f]");
    // Marks in names of right-to-left languages are honest; these two turn even Latin letters around.
    private static final Pattern OVERRIDES = Pattern.compile("[\\u202d\\u202e]");
    private static final String GAP = "   ";

    /** In lower case, without the dot; empty when there is none. */
    public String extension() {
        return extension(plain().strip());
    }

    /** Whether the extension is kept from the reader: two as in invoice.pdf.exe, a gap before it, or reversed letters. */
    public boolean hidesExtension() {
        String plain = plain();
        String front = plain.substring(0, Math.max(0, plain.lastIndexOf('.')));
        return !plain.equals(written) || front.endsWith(GAP) || DOCUMENTS.contains(extension(front.strip()));
    }

    /** Whether a mark (U+202D, U+202E) makes Latin letters read in the other direction. */
    public boolean isReversed() {
        return OVERRIDES.matcher(written).find();
    }

    /** Whether the extension is one of a document, picture or the like. */
    public boolean claimsDocument() {
        return DOCUMENTS.contains(extension());
    }

    /** For people: marks that turn the direction are made visible. */
    public String shown() {
        return written.isEmpty()
                ? "without a name"
                : DIRECTION_MARKS.matcher(written).replaceAll("\uFFFD");
    }

    private String plain() {
        return DIRECTION_MARKS.matcher(written).replaceAll("");
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
