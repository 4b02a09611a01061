package org.scora.conf;

import java.util.List;
import java.util.stream.Stream;
import org.scora.mailets.MailetVerbs;
import org.scora.matchers.MatcherVerbs;
import org.scora.setting.ChainCheck;
import org.scora.setting.StockNames;
import org.scora.setting.Verb;

/** All questions and actions, and the check that start-up runs with them. */
final class OurVerbs {
    private OurVerbs() {}

    static List<Verb> all() {
        return Stream.concat(MatcherVerbs.all().stream(), MailetVerbs.all().stream())
                .toList();
    }

    static ChainCheck check() {
        return new ChainCheck(all(), StockNames.onClassPath(OurVerbs.class.getClassLoader()));
    }
}
