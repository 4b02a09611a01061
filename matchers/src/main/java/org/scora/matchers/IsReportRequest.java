package org.scora.matchers;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.scora.domain.ServiceAddresses;
import org.scora.message.Addresses;
import org.scora.report.ReportRequest;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/** The recipients that are written to for a report. */
public final class IsReportRequest extends GenericMatcher {
    private static final Setting<Set<String>> CONDITION = Setting.optional(
            "condition",
            "addresses with commas between them",
            "",
            IsReportRequest::addresses,
            "Further addresses that take requests; mail to them whose subject asks for no report passes by.");

    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.matcher(
            "IsReportRequest",
            "Holds for mail to report@ at this gateway's host name, and for mail to other addresses whose subject asks"
                    + " for a report, such as 'last 7 days example.com'. Place it behind Score.",
            CONDITION);

    private final ServiceAddresses gateway;
    private Set<String> others = Set.of();

    @Inject
    public IsReportRequest(GatewaySettings settings) {
        this.gateway = new ServiceAddresses(settings.get(GatewaySettings.HOSTNAME));
    }

    @Override
    public void init() throws MessagingException {
        others = Condition.of(getMatcherConfig(), VERB).get(CONDITION);
    }

    @Override
    public Collection<MailAddress> match(Mail mail) {
        MailStory story = new MailStory(mail);
        boolean asks = ReportRequest.parse(story.summary().subject()).isPresent();
        return story.recipientsFor(recipient -> gateway.report().equalsIgnoreCase(recipient)
                || (asks && others.contains(recipient.toLowerCase(Locale.ROOT))));
    }

    private static Set<String> addresses(String text) {
        return text.isEmpty() ? Set.of() : Condition.several(text, IsReportRequest::address);
    }

    private static String address(String text) {
        if (Addresses.domainOf(text).isEmpty() || Addresses.localPartOf(text).isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' is not an address");
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
