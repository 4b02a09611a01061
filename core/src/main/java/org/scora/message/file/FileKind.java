package org.scora.message.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file is by its content, whatever it is called. */
public enum FileKind {
    WINDOWS_PROGRAM("a Windows program"),
    LINUX_PROGRAM("a Linux program"),
    MACOS_PROGRAM("a macOS program"),
    SHORTCUT("a Windows shortcut"),
    HELP_FILE("a compiled Windows help file"),
    ONENOTE("a OneNote notebook"),
    DISK_IMAGE("a disk image"),
    ZIP("a zip archive"),
    SEVEN_ZIP("a 7z archive"),
    RAR("a RAR archive"),
    TAR("a tar archive"),
    GZIP("a gzip archive"),
    BZIP2("a bzip2 archive"),
    XZ("an xz archive"),
    CABINET("a cabinet archive"),
    ACE("an ACE archive"),
    COMPOUND("an Office document"),
    RTF("an RTF document"),
    PDF("a PDF file"),
    PNG("a PNG picture"),
    JPEG("a JPEG picture"),
    GIF("a GIF picture"),
    SVG("an SVG picture"),
    HTML("a web page"),
    TNEF("a message of Outlook's own format"),
    OTHER("a file");

    private record Signature(FileKind kind, int at, byte[] bytes) {
        static Signature of(FileKind kind, int at, String latin1) {
            return new Signature(kind, at, latin1.getBytes(StandardCharsets.ISO_8859_1));
        }

        boolean fits(byte[] content) {
            if (content.length < at + bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (content[at + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Signature> SIGNATURES = List.of(
            Signature.of(LINUX_PROGRAM, 0, "\u007fELF"),
            Signature.of(MACOS_PROGRAM, 0, "\u00cf\u00fa\u00ed\u00fe"),
            Signature.of(MACOS_PROGRAM, 0, "\u00ce\u00fa\u00ed\u00fe"),
            Signature.of(SHORTCUT, 0, "L\0\0\0\u0001\u0014\u0002\0"),
            Signature.of(HELP_FILE, 0, "ITSF"),
            Signature.of(ONENOTE, 0, "\u00e4R\\{\u008c\u00d8\u00a7M"),
            Signature.of(DISK_IMAGE, 0x8001, "CD001"),
            Signature.of(DISK_IMAGE, 0, "conectix"),
            Signature.of(DISK_IMAGE, 0, "vhdxfile"),
            Signature.of(ZIP, 0, "PK\u0003\u0004"),
            Signature.of(ZIP, 0, "PK\u0005\u0006"),
            Signature.of(SEVEN_ZIP, 0, "7z\u00bc\u00af'\u001c"),
            Signature.of(RAR, 0, "Rar!\u001a\u0007"),
            Signature.of(TAR, 257, "ustar"),
            Signature.of(GZIP, 0, "\u001f\u008b\b"),
            Signature.of(BZIP2, 0, "BZh"),
            Signature.of(XZ, 0, "\u00fd7zXZ\0"),
            Signature.of(CABINET, 0, "MSCF\0\0\0\0"),
            Signature.of(ACE, 7, "**ACE**"),
            Signature.of(COMPOUND, 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
            Signature.of(RTF, 0, "{\\rt"),
            Signature.of(PNG, 0, "\u0089PNG\r\n\u001a\n"),
            Signature.of(JPEG, 0, "\u00ff\u00d8\u00ff"),
            Signature.of(GIF, 0, "GIF8"),
            Signature.of(TNEF, 0, "x\u009f>\""));
    private static final List<String> HTML_STARTS =
            List.of("<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<style", "<title", "<iframe");
    private static final int START = 1024;
    private static final int PE_OFFSET_AT = 0x3c;

    private final String description;

    FileKind(String description) {
        this.description = description;
    }

    /** The kind of a file that begins so; readers of PDF files allow some bytes before it. */
    static FileKind of(byte[] content) {
        if (isWindowsProgram(content)) {
            return WINDOWS_PROGRAM;
        }
        return bySignature(content).orElseGet(() -> byText(content));
    }

    /** In words, with an article. */
    public String description() {
        return description;
    }

    /** Whether it runs by itself. */
    public boolean isProgram() {
        return this == WINDOWS_PROGRAM || this == LINUX_PROGRAM || this == MACOS_PROGRAM;
    }

    /** Whether it is looked into; of the others the beginning tells all. */
    boolean isOpened() {
        return switch (this) {
            case ZIP, SEVEN_ZIP, RAR, TAR, GZIP, BZIP2, XZ, COMPOUND, PDF, PNG, JPEG, GIF, SVG, HTML -> true;
            default -> false;
        };
    }

    private static Optional<FileKind> bySignature(byte[] content) {
        return SIGNATURES.stream()
                .filter(signature -> signature.fits(content))
                .map(Signature::kind)
                .findFirst();
    }

    private static FileKind byText(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, START), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .toLowerCase(Locale.ROOT);
        if (start.contains("%pdf-")) {
            return PDF;
        }
        String text =
                start.replaceFirst("^[\u00ef\u00bb\u00bf\u00ff\u00fe]+", "").strip();
        if (HTML_STARTS.stream().anyMatch(text::startsWith)) {
            return HTML;
        }
        return text.startsWith("<") && text.contains("<svg") ? SVG : OTHER;
    }

    // A text may well begin with MZ; the PE header that it points to settles it.
    private static boolean isWindowsProgram(byte[] content) {
        if (content.length < PE_OFFSET_AT + 4 || content[0] != 'M' || content[1] != 'Z') {
            return false;
        }
        int offset = (content[PE_OFFSET_AT] & 0xff)
                | (content[PE_OFFSET_AT + 1] & 0xff) << 8
                | (content[PE_OFFSET_AT + 2] & 0xff) << 16;
        return offset + 1 < content.length && content[offset] == 'P' && content[offset + 1] == 'E';
    }
}
