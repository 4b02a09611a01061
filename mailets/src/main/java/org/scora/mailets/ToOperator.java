package org.scora.mailets;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Verb;

/** Addresses a mail to the operator instead of whom it was for. The message itself stays as it is. */
public final class ToOperator extends GenericMailet {
    /** How it stands in mailetcontainer.xml. */
    public static final Verb VERB = Verb.mailet(
            "ToOperator",
            "Addresses the mail to the operator.address of scora.properties instead of its recipients. Does nothing when"
                    + " there is none.");

    private final Optional<String> operator;

    @Inject
    public ToOperator(GatewaySettings settings) {
        this.operator = settings.get(GatewaySettings.OPERATOR);
    }

    @Override
    public void init() throws MessagingException {
        Parameters.of(getMailetConfig(), VERB);
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        if (operator.isPresent()) {
            mail.setRecipients(List.of(new MailAddress(operator.get())));
        }
    }
}
