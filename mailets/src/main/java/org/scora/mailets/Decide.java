package org.scora.mailets;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.Recipients;
import org.scora.policy.ChainProfile;
import org.scora.policy.Decider;
import org.scora.policy.Profile;
import org.scora.policy.Profiles;
import org.scora.policy.SenderLists;
import org.scora.score.Verdict;
import org.scora.score.WeightsInForce;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/** Decides for each recipient what the verdict means, and leaves the decisions for {@code DispositionIs}. */
public final class Decide extends GenericMailet {
    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.mailet(
            "Decide",
            "Decides for each recipient: exemptions first, then the lists of the recipient's domain, then from which"
                    + " score on mail of each category is flagged, held or deleted. What is written here holds where"
                    + " neither the domain's profile, nor the domain, nor the user sets something else.",
            Profile.SETTINGS.toArray(Setting<?>[]::new));

    private final Recipients recipients;
    private final EffectiveSettings settings;
    private final ChainProfile chain;
    private final SenderLists lists;
    private final WeightsInForce weights;
    private final Clock clock;
    private Optional<Decider> decider = Optional.empty();

    @Inject
    public Decide(
            Recipients recipients,
            EffectiveSettings settings,
            ChainProfile chain,
            SenderLists lists,
            WeightsInForce weights,
            Clock clock) {
        this.recipients = recipients;
        this.settings = settings;
        this.chain = chain;
        this.lists = lists;
        this.weights = weights;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        Map<String, String> written = Parameters.of(getMailetConfig(), VERB).written();
        chain.is(written);
        Profiles profiles = new Profiles(settings, recipients, written);
        decider = Optional.of(new Decider(recipients, lists, profiles::of, weights, clock));
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
