package org.scora.mailets.repository;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.mailrepository.api.MailKey;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;
import org.scora.mailets.MailSource;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.LegalHoldException;
import org.scora.quarantine.Quarantine;

/**
 * Scora's quarantine as a repository of James, so that the stock ToRepository and webadmin work on it:
 * {@code scora://quarantine/}. Other paths, such as {@code scora://errors/}, are kept in files alone, since the database
 * may be what failed. Messages are kept byte for byte.
 */
public final class QuarantineRepository implements MailRepository {
    private static final MailRepositoryUrl QUARANTINE = MailRepositoryUrl.from("scora://quarantine/");

    private final Quarantine quarantine;
    private final Clock clock;

    @Inject
    public QuarantineRepository(Quarantine quarantine, RepositoryFolders folders, Clock clock, MailRepositoryUrl url) {
        this.quarantine = url.equals(QUARANTINE) ? quarantine : folders.open(url);
        this.clock = clock;
    }

    @Override
    public long size() throws MessagingException {
        return asked(quarantine::count);
    }

    @Override
    public MailKey store(Mail mail) throws MessagingException {
        byte[] source = MailSource.bytes(mail);
        HeldMessage message = HeldMail.of(mail, source.length, clock.instant());
        done(() -> quarantine.hold(message, new ByteArrayInputStream(source)));
        return MailKey.forMail(mail);
    }

    @Override
    public Iterator<MailKey> list() throws MessagingException {
        return asked(quarantine::keys).stream().map(MailKey::new).iterator();
    }

    /** Null for a key that is not known, as James wants it. */
    @Override
    public @Nullable Mail retrieve(MailKey key) throws MessagingException {
        Optional<HeldMessage> message = asked(() -> quarantine.find(key.asString()));
        Optional<InputStream> content = asked(() -> quarantine.content(key.asString()));
        if (message.isEmpty() || content.isEmpty()) {
            return null;
        }
        MailImpl mail = StoredEnvelope.read(message.get().envelope()).mail();
        MailSource.replace(mail, bytes(content.get()));
        return mail;
    }

    @Override
    public void remove(MailKey key) throws MessagingException {
        asked(() -> quarantine.remove(key.asString()));
    }

    @Override
    public void removeAll() throws MessagingException {
        done(() -> quarantine.keys().forEach(quarantine::remove));
    }

    private static byte[] bytes(InputStream content) throws MessagingException {
        try (content) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static void done(Runnable work) throws MessagingException {
        asked(() -> {
            work.run();
            return true;
        });
    }

    /** In James' chain only a MessagingException is a failure that sends the mail to the error processor. */
    private static <T> T asked(Supplier<T> question) throws MessagingException {
        try {
            return question.get();
        } catch (UncheckedIOException e) {
            throw failure(e);
        } catch (LegalHoldException e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }

    private static MessagingException failure(Exception cause) {
        return new MessagingException("the repository can not be reached", cause);
    }
}
