package org.scora.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.scora.setting.SettingException;

/**
 * What counts on this site: Scora's findings with the weights that the site gave them, and those that it has written
 * itself. Immutable.
 *
 * @param weights of all findings
 * @param own what the site looks for itself
 */
public record SiteFindings(Weights weights, List<OwnFinding> own) {
    /** The file's name in the configuration folder. */
    public static final String FILE = "findings.tsv";

    /** How the names of a site's own findings begin. */
    public static final String OWN = "OWN_";

    private static final long LARGEST_FILE = 1 << 20;

    public SiteFindings {
        own = List.copyOf(own);
    }

    /** Scora's own, unchanged. */
    public static SiteFindings shipped() {
        return new SiteFindings(Weights.shipped(), List.of());
    }

    /**
     * Those of a file; a file that is missing changes nothing.
     *
     * @throws SettingException for the first line that is wrong
     */
    public static SiteFindings read(Path file) {
        SiteFindingsFile read = SiteFindingsFile.parse(file.toString(), text(file));
        read.problems().stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        return read.findings();
    }

    /** Everything that is wrong in the file. */
    public static List<SettingException> problems(Path file) {
        try {
            return SiteFindingsFile.parse(file.toString(), text(file)).problems();
        } catch (SettingException e) {
            return List.of(e);
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw SettingException.of(
                        file.toString(), FILE, "is larger than 1 MiB", "Is it really this file? Write fewer lines.");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (CharacterCodingException e) {
            throw SettingException.of(file.toString(), FILE, "is not text in UTF-8", "Save it as UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
