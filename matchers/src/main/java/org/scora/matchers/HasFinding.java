package org.scora.matchers;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.scora.score.Composite;
import org.scora.score.SiteFindings;
import org.scora.score.Weight;
import org.scora.score.Weights;
import org.scora.setting.NearestName;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/** All recipients of a mail in which one of these findings was made. */
public final class HasFinding extends GenericMatcher {
    private static final Setting<Set<String>> CONDITION = Condition.severalOf(
            "the name of a finding",
            "GTUBE",
            HasFinding::known,
            "The findings, by the names that the verdict gives them.");

    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB =
            Verb.matcher("HasFinding", "Holds for mail in which one of these findings was made.", CONDITION);

    private Set<String> findings = Set.of();

    @Inject
    public HasFinding() {}

    @Override
    public void init() throws MessagingException {
        findings = Condition.of(getMatcherConfig(), VERB).get(CONDITION);
    }

    @Override
    public Collection<MailAddress> match(Mail mail) {
        return new MailStory(mail).allIf(verdict -> findings.stream().anyMatch(verdict::has));
    }

    private static String known(String name) {
        List<String> names = shipped();
        // What a site writes itself may come and go while the server runs.
        if (!names.contains(name) && !name.startsWith(SiteFindings.OWN)) {
            throw new IllegalArgumentException("there is no finding '" + name + "'"
                    + NearestName.to(name, names)
                            .map(nearest -> ", did you mean '" + nearest + "'")
                            .orElse(""));
        }
        return name;
    }

    private static List<String> shipped() {
        Weights weights = Weights.shipped();
        return Stream.concat(
                        weights.all().stream().map(Weight::name),
                        weights.composites().stream().map(Composite::name))
                .sorted()
                .toList();
    }
}
