package org.scora.report.digest;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scora.message.OutgoingMail;
import org.scora.people.LinkAddress;
import org.scora.report.AutomaticMail;
import org.scora.report.Columns;
import org.scora.report.Harmless;
import org.scora.report.digest.ReleaseReplies.Reply;

/** Answers to those who answered a digest: plain text that says what was done, or why nothing was. */
public final class AnswerMails {
    private final String gateway;
    private final AutomaticMail mail;
    private final LinkAddress addresses;
    private final Clock clock;

    /** @param gateway the host name of this gateway */
    public AnswerMails(String gateway, LinkAddress addresses, Clock clock) {
        this.gateway = gateway;
        this.mail = new AutomaticMail(gateway);
        this.addresses = addresses;
        this.clock = clock;
    }

    /** To the writer: what was done. */
    OutgoingMail done(Reply reply, DigestReader reader, String writer, List<String> sentences) {
        return write(
                reply,
                reader,
                writer,
                Stream.concat(Stream.of(reader.words().say("answer.intro")), sentences.stream()));
    }

    /** To the mailbox, since it is not known who the writer is: that nothing was done. */
    OutgoingMail unproven(Reply reply, DigestReader reader) {
        return write(
                reply,
                reader,
                reader.shared() ? reply.from().get(0) : reader.owner(),
                Stream.of(
                        reader.words().say("answer.unproven"), addresses.login().toString()));
    }

    private OutgoingMail write(Reply reply, DigestReader reader, String to, Stream<String> paragraphs) {
        String id = "answer-" + reply.receipt();
        String text = paragraphs
                        .map(paragraph -> paragraph.startsWith("http") ? paragraph : Columns.wrap(paragraph, 0))
                        .collect(Collectors.joining("\n\n"))
                + "\n\n-- \n" + Columns.wrap(reader.words().say("foot.made", Harmless.unlinked(gateway)), 0) + "\n";
        return mail.from(reader.words().say("brand.name"))
                .write(id, List.of(to), reader.words().say("answer.subject"), clock.instant(), message -> {
                    AutomaticMail.setPlainText(message, text);
                    AutomaticMail.setAnswer(message, reply.messageId());
                    message.setHeader("Content-Language", reader.words().language());
                });
    }
}
