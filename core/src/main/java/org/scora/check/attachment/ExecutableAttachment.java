package org.scora.check.attachment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.file.FileName;
import org.scora.message.file.MailFile;
import org.scora.message.file.MailFiles;
import org.scora.score.Finding;

/** Is there a program among the files, by its name or by its first bytes, and does its name hide that? */
public final class ExecutableAttachment implements Check {
    static final String EXECUTABLE = "EXECUTABLE_ATTACHMENT";
    static final String DISGUISED = "EXECUTABLE_DISGUISED";
    static final String IN_ARCHIVE = "EXECUTABLE_IN_ARCHIVE";
    static final String AMONG_OTHERS = "EXECUTABLE_AMONG_OTHERS";

    /** What a double click starts on a common desktop or telephone. */
    private static final Set<String> PROGRAMS = Set.of(
            "exe",
            "scr",
            "pif",
            "cmd",
            "bat",
            "vb",
            "vbs",
            "vbe",
            "js",
            "jse",
            "ws",
            "wsf",
            "wsh",
            "wsc",
            "sct",
            "hta",
            "msi",
            "msp",
            "msix",
            "appx",
            "appinstaller",
            "cpl",
            "msc",
            "ps1",
            "reg",
            "inf",
            "scf",
            "application",
            "gadget",
            "jar",
            "jnlp",
            "xll",
            "diagcab",
            "apk");

    // Archives with malware hold one or two files; a project's sources, or an installer, hold many.
    private static final int FEW_FILES = 5;

    @Override
    public String name() {
        return "executable-attachment";
    }

    @Override
    public List<String> findings() {
        return List.of(EXECUTABLE, DISGUISED, IN_ARCHIVE, AMONG_OTHERS);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        MailFiles files = message.files();
        return FirstOfEach.of(files.all().stream().flatMap(file -> examine(file, files).stream()));
    }

    private static Optional<Finding> examine(MailFile file, MailFiles files) {
        FileName name = file.name();
        boolean byName = PROGRAMS.contains(name.extension());
        boolean byContent = file.kind().isProgram();
        if (byName && name.hidesExtension()) {
            return Optional.of(new Finding(DISGUISED, file.shown() + " hides that it is a ." + name.extension()));
        }
        if (byContent && name.claimsDocument()) {
            return Optional.of(new Finding(DISGUISED, file.shown() + " is " + description(file)));
        }
        return byName || byContent
                ? Optional.of(new Finding(plainly(file, files), file.shown() + " is " + description(file)))
                : Optional.empty();
    }

    private static String plainly(MailFile file, MailFiles files) {
        if (!file.isInArchive()) {
            return EXECUTABLE;
        }
        long beside = files.all().stream()
                .filter(other -> other.holders().equals(file.holders()))
                .count();
        return beside <= FEW_FILES ? IN_ARCHIVE : AMONG_OTHERS;
    }

    private static String description(MailFile file) {
        return file.kind().isProgram()
                ? file.kind().description()
                : "a ." + file.name().extension();
    }
}
