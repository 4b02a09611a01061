package org.scora.quarantine;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.scora.check.known.KnownHosts;
import org.scora.learn.Learner;
import org.scora.learn.SiteModel;
import org.scora.message.Outbox;
import org.scora.people.LinkAddress;
import org.scora.people.LinkTokens;
import org.scora.report.RequestMails;
import org.scora.storage.Database;

/** A quarantine on a real database and in files, with all that can be done there. Nothing is a virus. */
public final class TestQuarantine implements AutoCloseable {
    private static final String GATEWAY = "mx1.gateway.example";

    public final Quarantine quarantine;
    public final SiteModel model;
    public final Releases releases;
    public final SenderChoice senders;
    public final HeldActions actions;
    private final Database database;
    private final Outbox outbox;

    /**
     * @param folder for contents and the learner's model
     * @param outbox takes the mail that goes out
     */
    public TestQuarantine(Database database, Path folder, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.quarantine = new Quarantine(database.heldMessages(), new FileContentStore(folder.resolve("held")));
        this.model = SiteModel.open(folder.resolve("model"), database.ledger(), Learner::shipped, clock);
        this.senders = new SenderChoice(database.protectedDomains(), KnownHosts.shipped());
        this.releases = new Releases(
                quarantine,
                database.heldCopies(),
                outbox,
                message -> new VirusScan.Answer.Clean(),
                database.journal(),
                clock);
        this.actions = new HeldActions(
                database.heldCopies(),
                quarantine,
                releases,
                database.senderLists(),
                senders,
                model,
                database.protectedDomains(),
                database.effectiveSettings(),
                clock);
    }

    /** The desk that takes requests. */
    public RequestDesk requests(Clock clock) {
        return new RequestDesk(
                database.releaseRequests(),
                database.heldMessages(),
                actions,
                database.protectedDomains(),
                new RequestMails(
                        GATEWAY,
                        database.links(new LinkTokens(new byte[32], new SecureRandom())),
                        new LinkAddress(URI.create("http://127.0.0.1")),
                        clock),
                outbox,
                clock);
    }

    @Override
    public void close() {
        model.close();
        database.close();
    }
}
