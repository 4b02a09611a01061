package org.scora.feedback;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.journal.Opinions;
import org.scora.learn.SiteModel;
import org.scora.learn.TrainingSource;
import org.scora.message.Addresses;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.message.RawHeaders;
import org.scora.message.ReceiptId;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldMessages;
import org.scora.quarantine.Quarantine;
import org.scora.score.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what people say about their mail to the learner. A message counts when the journal knows that it came to the one
 * who speaks, or to a domain that he administers. Who speaks has to be proven before.
 */
public final class Feedback {
    private static final Logger LOGGER = LoggerFactory.getLogger(Feedback.class);

    private final Journal journal;
    private final HeldMessages held;
    private final Quarantine quarantine;
    private final ProtectedDomains domains;
    private final Recipients recipients;
    private final SiteModel model;
    private final Opinions opinions;
    private final Clock clock;

    public Feedback(
            Journal journal,
            HeldMessages held,
            Quarantine quarantine,
            ProtectedDomains domains,
            Recipients recipients,
            SiteModel model,
            Opinions opinions,
            Clock clock) {
        this.journal = journal;
        this.held = held;
        this.quarantine = quarantine;
        this.domains = domains;
        this.recipients = recipients;
        this.model = model;
        this.opinions = opinions;
        this.clock = clock;
    }

    /** What became of what was said about one message. */
    public enum Outcome {
        /** The filter learned it. */
        LEARNED,
        /** It was said before. */
        KNOWN,
        /** The one who speaks said so much in a short time that it is kept, but counts no more. */
        TOO_MUCH,
        /** Nobody knows that this message came to the one who speaks. */
        NOT_YOURS,
        /** It is known, but its text is neither attached nor kept. */
        NO_TEXT,
        /** It carries a virus, of which nobody says that it is wanted. */
        VIRUS
    }

    /**
     * One message that was spoken about.
     *
     * @param subject decoded, as the sender wrote it; empty when that is not known
     * @param receipt under which the journal knows it
     */
    public record Answered(Optional<ReceiptId> receipt, String subject, Outcome outcome) {}

    /**
     * What came of one mail.
     *
     * @param unwanted what was said that the messages are
     * @param automatic whether a program said it, which expects no answer
     */
    public record Result(boolean unwanted, boolean automatic, List<Answered> messages) {
        public Result {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Takes one mail.
     *
     * @param mail as it came
     * @param reporter who sent it, proven
     * @param unwanted what the address says to which it was sent; what stands in a report (RFC 5965) counts more
     */
    public Result take(byte[] mail, String reporter, boolean unwanted) {
        Complaint complaint = Complaint.read(mail);
        boolean meant = complaint.unwanted().orElse(unwanted);
        List<Answered> answered = new ArrayList<>();
        complaint.originals().forEach(original -> answered.add(attached(original, reporter, meant)));
        if (answered.isEmpty()) {
            complaint.receipts().forEach(receipt -> answered.add(named(receipt, reporter, meant)));
        }
        return new Result(meant, complaint.automatic(), answered);
    }

    private Answered attached(byte[] original, String reporter, boolean unwanted) {
        String subject = IncomingMessage.read(new ByteArrayInputStream(original), Envelope.unknown())
                .subject();
        Optional<JournalLine> line = Complaint.receiptsOf(original).stream()
                .flatMap(receipt -> lineFor(receipt, reporter).stream())
                .findFirst();
        if (line.isEmpty()) {
            return new Answered(Optional.empty(), subject, Outcome.NOT_YOURS);
        }
        Optional<byte[]> text = kept(line.get()).or(() -> textOf(original));
        return answer(line.get(), subject, text, reporter, unwanted);
    }

    private static Optional<byte[]> textOf(byte[] original) {
        return Complaint.isHeaderAlone(original) ? Optional.empty() : Optional.of(asItCame(original));
    }

    private Answered named(ReceiptId receipt, String reporter, boolean unwanted) {
        return lineFor(receipt, reporter)
                .map(line -> answer(line, line.subject(), kept(line), reporter, unwanted))
                .orElseGet(() -> new Answered(Optional.of(receipt), "", Outcome.NOT_YOURS));
    }

    private Answered answer(
            JournalLine line, String subject, Optional<byte[]> text, String reporter, boolean unwanted) {
        Outcome outcome = line.category() == Category.VIRUS && !unwanted
                ? Outcome.VIRUS
                : text.map(bytes -> teach(bytes, reporter, unwanted)).orElse(Outcome.NO_TEXT);
        if (outcome != Outcome.VIRUS && outcome != Outcome.TOO_MUCH) {
            Opinion.Kind kind = unwanted ? Opinion.Kind.UNWANTED : Opinion.Kind.WANTED;
            opinions.note(new Opinion(line.receipt(), line.recipient(), kind, clock.instant(), reporter));
        }
        LOGGER.info("{} says that {} is {}: {}", reporter, line.receipt(), unwanted ? "unwanted" : "wanted", outcome);
        return new Answered(Optional.of(new ReceiptId(line.receipt())), subject, outcome);
    }

    private Outcome teach(byte[] message, String reporter, boolean unwanted) {
        byte[] start = Arrays.copyOf(message, Math.min(message.length, SiteModel.BYTES_KEPT));
        TrainingSource source = new TrainingSource(TrainingSource.Kind.PERSON, reporter);
        return switch (model.teach(source, start, unwanted)) {
            case NEW -> Outcome.LEARNED;
            case KNOWN -> Outcome.KNOWN;
            case TOO_MUCH -> Outcome.TOO_MUCH;
        };
    }

    private Optional<JournalLine> lineFor(ReceiptId receipt, String reporter) {
        return journal.byReceipt(receipt.text()).stream()
                .filter(line -> concerns(line.recipient(), reporter))
                .findFirst();
    }

    private boolean concerns(String recipient, String reporter) {
        return recipients.reaches(recipient, reporter)
                || Addresses.domainOf(recipient)
                        .flatMap(domains::find)
                        .map(ProtectedDomain::administrators)
                        .filter(administrators -> administrators.stream().anyMatch(reporter::equalsIgnoreCase))
                        .isPresent();
    }

    private Optional<byte[]> kept(JournalLine line) {
        try {
            return held.byReceipt(line.receipt()).stream()
                    .filter(message -> message.copies().stream()
                            .anyMatch(copy -> copy.recipient().equalsIgnoreCase(line.recipient())))
                    .findFirst()
                    .map(this::contentOf);
        } catch (UncheckedIOException e) {
            LOGGER.warn("The kept text of {} can not be read", line.receipt(), e);
            return Optional.empty();
        }
    }

    private byte[] contentOf(HeldMessage message) {
        return quarantine.bytesOf(message);
    }

    /**
     * Without what stands above the message as it was scored: our own fields, and those that the domain's server put above
     * them. The learner would take them for marks of unwanted mail.
     */
    static byte[] asItCame(byte[] delivered) {
        return RawHeaders.of(delivered)
                .dropThrough(RawHeaders.named("X-Scora-"))
                .toBytes();
    }
}
