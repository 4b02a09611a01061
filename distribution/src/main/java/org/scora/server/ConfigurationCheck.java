package org.scora.server;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.scora.check.auth.DkimSigner;
import org.scora.check.dnslist.DnsListsFile;
import org.scora.directory.DirectoryFiles;
import org.scora.domain.Authorities;
import org.scora.mailets.MailetVerbs;
import org.scora.matchers.MatcherVerbs;
import org.scora.report.Wordings;
import org.scora.score.SiteFindings;
import org.scora.setting.ChainCheck;
import org.scora.setting.GatewaySettings;
import org.scora.setting.JamesFiles;
import org.scora.setting.SettingException;
import org.scora.setting.StockNames;
import org.scora.setting.Verb;

/** Looks through the whole configuration; start-up and {@code scora config check} run the same. */
final class ConfigurationCheck {
    private static final String CHAIN = "mailetcontainer.xml";

    private ConfigurationCheck() {}

    /** Everything that is wrong; empty when the server can start on it. */
    static List<SettingException> problems(Path home) {
        return ImmutableList.<SettingException>builder()
                .addAll(gatewayProblems(home))
                .addAll(dnsListProblems(home.resolve("conf")))
                .addAll(JamesFiles.problems(home.resolve("conf")))
                .addAll(chainProblems(home.resolve("conf").resolve(CHAIN)))
                .addAll(DirectoryFiles.problems(home.resolve("conf")))
                .addAll(Wordings.problems(home.resolve("conf")))
                .addAll(SiteFindings.problems(home.resolve("conf").resolve(SiteFindings.FILE)))
                .build();
    }

    private static List<SettingException> gatewayProblems(Path home) {
        List<SettingException> problems = GatewaySettings.problems(home);
        if (!problems.isEmpty()) {
            return problems;
        }
        try {
            GatewaySettings settings = GatewaySettings.read(home);
            Authorities.of(settings);
            DkimSigner.of(settings, Clock.systemUTC());
            return List.of();
        } catch (SettingException e) {
            return List.of(e);
        }
    }

    private static List<SettingException> dnsListProblems(Path confFolder) {
        try {
            DnsListsFile.in(confFolder);
            return List.of();
        } catch (SettingException e) {
            return List.of(e);
        }
    }

    private static List<SettingException> chainProblems(Path chain) {
        if (!Files.isRegularFile(chain)) {
            return List.of();
        }
        return new ChainCheck(verbs(), StockNames.onClassPath(ConfigurationCheck.class.getClassLoader()))
                .problems(chain);
    }

    /** All verbs of ours. */
    static List<Verb> verbs() {
        return ImmutableList.<Verb>builder()
                .addAll(MatcherVerbs.all())
                .addAll(MailetVerbs.all())
                .build();
    }
}
