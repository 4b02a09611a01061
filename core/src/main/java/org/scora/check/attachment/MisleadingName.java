package org.scora.check.attachment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.file.FileKind;
import org.scora.message.file.MailFile;
import org.scora.score.Finding;

/** Does a file's name read as something else than the file is? Programs are the question of {@link ExecutableAttachment}. */
public final class MisleadingName implements Check {
    static final String REVERSED = "FILE_NAME_REVERSED";
    static final String DIFFERS = "FILE_TYPE_DIFFERS";

    private static final Set<FileKind> PICTURES = Set.of(FileKind.PNG, FileKind.JPEG, FileKind.GIF);
    private static final Set<FileKind> OFFICE = Set.of(FileKind.ZIP, FileKind.COMPOUND);
    // Only what has one form: many a program calls a web page .xls, and any text .doc.
    private static final Map<String, Set<FileKind>> HONEST = Map.of(
            "pdf", Set.of(FileKind.PDF),
            "jpg", PICTURES,
            "jpeg", PICTURES,
            "png", PICTURES,
            "gif", PICTURES,
            "docx", OFFICE,
            "xlsx", OFFICE,
            "pptx", OFFICE);

    @Override
    public String name() {
        return "misleading-name";
    }

    @Override
    public List<String> findings() {
        return List.of(REVERSED, DIFFERS);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        return FirstOfEach.of(message.files().all().stream().flatMap(MisleadingName::examine));
    }

    private static Stream<Finding> examine(MailFile file) {
        Stream<Finding> reversed = file.name().isReversed()
                ? Stream.of(new Finding(REVERSED, file.shown() + " has a mark that reverses letters"))
                : Stream.empty();
        Stream<Finding> differs = differs(file)
                ? Stream.of(
                        new Finding(DIFFERS, file.shown() + " is " + file.kind().description()))
                : Stream.empty();
        return Stream.concat(reversed, differs);
    }

    private static boolean differs(MailFile file) {
        Set<FileKind> honest = HONEST.getOrDefault(file.name().extension(), Set.of());
        boolean known = file.kind() != FileKind.OTHER && !file.kind().isProgram();
        return known && !honest.isEmpty() && !honest.contains(file.kind());
    }
}
