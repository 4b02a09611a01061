package org.scora.matchers;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.scora.score.Category;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/** All recipients of a mail that is taken for one of these categories. */
public final class VerdictIs extends GenericMatcher {
    private static final Setting<Set<Category>> CONDITION = Condition.severalOf(
            "one of " + words(), "phishing", VerdictIs::parse, "The categories that are asked for.");

    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.matcher(
            "VerdictIs",
            "Holds for mail that is more likely unwanted than not (a score above 0) and, if so, of one of these"
                    + " categories. Ask ScoreAtLeast too where it has to be surer.",
            CONDITION);

    private Set<Category> categories = Set.of();

    @Inject
    public VerdictIs() {}

    @Override
    public void init() throws MessagingException {
        categories = Condition.of(getMatcherConfig(), VERB).get(CONDITION);
    }

    @Override
    public Collection<MailAddress> match(Mail mail) {
        return new MailStory(mail).allIf(verdict -> verdict.score() > 0 && categories.contains(verdict.category()));
    }

    private static Category parse(String text) {
        return Arrays.stream(Category.values())
                .filter(category -> category.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no category '" + text + "'"));
    }

    private static String words() {
        return Arrays.stream(Category.values())
                .map(category -> category.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
