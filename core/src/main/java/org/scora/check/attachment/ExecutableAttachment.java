package org.scora.check.attachment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.Part;
import org.scora.score.Finding;

/** Is there a program among the attachments, by its name or by its first bytes, and does its name hide that? */
public final class ExecutableAttachment implements Check {
    static final String EXECUTABLE = "EXECUTABLE_ATTACHMENT";
    static final String DISGUISED = "EXECUTABLE_DISGUISED";

    /** What a double click starts on a common desktop. */
    private static final Set<String> PROGRAMS = Set.of(
            "exe",
            "scr",
            "pif",
            "cmd",
            "bat",
            "vbs",
            "vbe",
            "js",
            "jse",
            "wsf",
            "wsh",
            "hta",
            "msi",
            "msp",
            "cpl",
            "lnk",
            "ps1",
            "reg",
            "chm",
            "application",
            "gadget",
            "jar",
            "iso",
            "img",
            "vhd");

    private static final Set<String> DOCUMENTS = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "rtf", "htm", "html", "jpg", "jpeg", "png",
            "gif", "mp3", "mp4", "zip", "csv");

    private static final String DIRECTION_MARKS = "[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f]";

    @Override
    public String name() {
        return "executable-attachment";
    }

    @Override
    public List<String> findings() {
        return List.of(EXECUTABLE, DISGUISED);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        Map<String, Finding> firstOfEach = message.parts().stream()
                .flatMap(part -> examine(part).stream())
                .collect(Collectors.toMap(Finding::name, finding -> finding, (first, second) -> first));
        return CheckResult.of(List.copyOf(firstOfEach.values()));
    }

    private static Optional<Finding> examine(Part part) {
        String name = part.fileName().orElse("");
        String extension = extension(name);
        boolean program = PROGRAMS.contains(extension);
        Optional<String> magic = Magic.ofProgram(part.content());
        if (program && hidesExtension(name)) {
            return Optional.of(
                    new Finding(DISGUISED, "the file " + visible(name) + " hides that it is a ." + extension));
        }
        if (magic.isPresent() && DOCUMENTS.contains(extension)) {
            return Optional.of(new Finding(DISGUISED, "the file " + visible(name) + " is " + magic.get()));
        }
        if (program || magic.isPresent()) {
            String what = magic.orElse("a ." + extension);
            return Optional.of(new Finding(EXECUTABLE, "the file " + visible(name) + " is " + what));
        }
        return Optional.empty();
    }

    /** Two extensions as in invoice.pdf.exe, blanks before the last one, or marks that turn the direction of reading. */
    private static boolean hidesExtension(String name) {
        String plain = name.replaceAll(DIRECTION_MARKS, "");
        String front = plain.substring(0, Math.max(0, plain.lastIndexOf('.')));
        return !plain.equals(name) || front.endsWith("   ") || DOCUMENTS.contains(extension(front.strip()));
    }

    private static String extension(String name) {
        String plain = name.replaceAll(DIRECTION_MARKS, "").strip().toLowerCase(Locale.ROOT);
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private static String visible(String name) {
        return name.isEmpty() ? "without a name" : name.replaceAll(DIRECTION_MARKS, "\uFFFD");
    }
}
