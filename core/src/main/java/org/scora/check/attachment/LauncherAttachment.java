package org.scora.check.attachment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.file.FileKind;
import org.scora.message.file.MailFile;
import org.scora.score.Finding;

/** Is there a file that is no program, but exists to start one past the warnings: a shortcut, a disk image, a notebook? */
public final class LauncherAttachment implements Check {
    static final String SHORTCUT = "SHORTCUT_ATTACHMENT";
    static final String DISK_IMAGE = "DISK_IMAGE_ATTACHMENT";
    static final String HELP_FILE = "HELP_FILE_ATTACHMENT";
    static final String ONENOTE = "ONENOTE_ATTACHMENT";

    private record Launcher(String finding, FileKind kind, Set<String> extensions) {
        boolean is(MailFile file) {
            return file.kind() == kind || extensions.contains(file.name().extension());
        }
    }

    private static final List<Launcher> LAUNCHERS = List.of(
            new Launcher(
                    SHORTCUT,
                    FileKind.SHORTCUT,
                    Set.of("lnk", "library-ms", "search-ms", "settingcontent-ms", "appref-ms")),
            new Launcher(DISK_IMAGE, FileKind.DISK_IMAGE, Set.of("iso", "img", "vhd", "vhdx", "udf", "dmg")),
            new Launcher(HELP_FILE, FileKind.HELP_FILE, Set.of("chm")),
            new Launcher(ONENOTE, FileKind.ONENOTE, Set.of("one", "onepkg")));

    @Override
    public String name() {
        return "launcher-attachment";
    }

    @Override
    public List<String> findings() {
        return LAUNCHERS.stream().map(Launcher::finding).toList();
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        return FirstOfEach.of(message.files().all().stream().flatMap(file -> examine(file).stream()));
    }

    private static Optional<Finding> examine(MailFile file) {
        return LAUNCHERS.stream()
                .filter(launcher -> launcher.is(file))
                .findFirst()
                .map(launcher -> new Finding(
                        launcher.finding(),
                        file.shown() + " is " + launcher.kind().description()));
    }
}
