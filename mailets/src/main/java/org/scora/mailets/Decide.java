package org.scora.mailets;

import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.domain.ProtectedDomains;
import org.scora.policy.Decider;
import org.scora.policy.Profile;
import org.scora.policy.SenderLists;
import org.scora.score.LiveSiteFindings;
import org.scora.score.Verdict;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/** Decides for each recipient what the verdict means, and leaves the decisions for {@code DispositionIs}. */
public final class Decide extends GenericMailet {
    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.mailet(
            "Decide",
            "Decides for each recipient: exemptions first, then the lists of the recipient's domain, then from which"
                    + " score on mail of each category is flagged, held or deleted.",
            Profile.SETTINGS.toArray(Setting<?>[]::new));

    private final ProtectedDomains domains;
    private final SenderLists lists;
    private final LiveSiteFindings findings;
    private final Clock clock;
    private Optional<Decider> decider = Optional.empty();

    @Inject
    public Decide(ProtectedDomains domains, SenderLists lists, LiveSiteFindings findings, Clock clock) {
        this.domains = domains;
        this.lists = lists;
        this.findings = findings;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        Profile profile = Profile.of(Parameters.of(getMailetConfig(), VERB));
        decider = Optional.of(
                new Decider(domains, lists, profile, () -> findings.get().weights(), clock));
    }

    /** Fails when lists or exemptions can not be read; the mail is tried again then. */
    @Override
    public void service(Mail mail) throws MessagingException {
        MailStory story = MailStory.of(mail);
        Verdict verdict = story.verdict()
                .orElseThrow(() -> new MessagingException("there is no verdict: place Score before Decide"));
        story.setDecisions(decider.orElseThrow()
                .decide(verdict, story.envelope(), story.summary().from(), story.recipients()));
    }
}
