package org.scora.mailets.repository;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.mailrepository.api.MailKey;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;
import org.scora.mailets.MailSource;
import org.scora.message.MailAttributes;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.Quarantine;
import org.scora.score.Category;

public final class QuarantineRepository implements MailRepository {
    private final Quarantine quarantine;

    @Inject
    public QuarantineRepository(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @Override
    public long size() {
        return quarantine.count();
    }

    @Override
    public MailKey store(Mail mail) throws MessagingException {
        byte[] source = MailSource.bytes(mail);
        quarantine.hold(
                new HeldMessage(
                        mail.getName(),
                        AttributeUtils.getValueAndCastFromMail(
                                        mail, AttributeName.of(MailAttributes.RECEIPT), String.class)
                                .orElse("?"),
                        mail.getMaybeSender().asOptional().map(Object::toString),
                        mail.getRecipients().stream().map(Object::toString).toList(),
                        "",
                        0,
                        Category.SPAM,
                        "",
                        Instant.now(),
                        source.length,
                        "",
                        Optional.empty()),
                new ByteArrayInputStream(source));
        return MailKey.forMail(mail);
    }

    @Override
    public Iterator<MailKey> list() {
        return quarantine.keys().stream().map(MailKey::new).iterator();
    }

    @Override
    public @Nullable Mail retrieve(MailKey key) {
        return null;
    }

    @Override
    public void remove(MailKey key) {
        quarantine.remove(key.asString());
    }

    @Override
    public void removeAll() {
        quarantine.keys().forEach(quarantine::remove);
    }
}
