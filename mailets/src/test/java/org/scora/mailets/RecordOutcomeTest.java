package org.scora.mailets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.james.server.core.MailImpl;
import org.junit.jupiter.api.Test;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.policy.Disposition;

class RecordOutcomeTest extends MailetTest {

    @Test
    void writesALineForEachRecipient() throws Exception {
        MailImpl mail = decided(PLAIN + GTUBE + "\r\n", "bob@example.com", "Carol@example.com");
        record(mail, "held");

        List<JournalLine> lines = lines(mail);
        assertThat(lines)
                .extracting(JournalLine::recipient)
                .containsExactlyInAnyOrder("bob@example.com", "carol@example.com");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.outcome()).isEqualTo(Outcome.HELD);
            assertThat(line.disposition()).isEqualTo(Disposition.QUARANTINE);
            assertThat(line.subject()).isEqualTo("The minutes of Monday");
            assertThat(line.sender()).contains("ann@example.org");
            assertThat(line.clientAddress()).contains("192.0.2.1");
            assertThat(line.findings()).contains("GTUBE");
            assertThat(line.receivedAt()).isEqualTo(CLOCK.instant());
            assertThat(line.size()).isEqualTo(PLAIN.length() + GTUBE.length() + 2);
        });
    }

    @Test
    void theTokenAtWhichADigestIsAnsweredIsNotWrittenDown() throws Exception {
        MailImpl mail =
                mail(PLAIN, "ann@example.org", "release+abcdefghijklmnopqrstuvwxyz234567abcdefgh@mx1.gateway.example");
        record(mail, "delivered");
        assertThat(lines(mail)).extracting(JournalLine::recipient).containsExactly("release@mx1.gateway.example");
    }

    @Test
    void writingItAgainLeavesOneLine() throws Exception {
        MailImpl mail = decided(PLAIN, "bob@example.com");
        record(mail, "queued");
        record(mail, "queued");
        assertThat(lines(mail)).hasSize(1);
    }

    @Test
    void recordsAMailThatNothingIsKnownOf() throws Exception {
        MailImpl mail = mail(PLAIN, "ann@example.org", "bob@example.com");
        mail.setErrorMessage("550 5.1.2 no such domain\r\n\tat org.example.Trace");
        record(mail, "returned");
        assertThat(lines(mail)).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo(Outcome.RETURNED);
            assertThat(line.detail()).isEqualTo("550 5.1.2 no such domain");
            assertThat(line.findings()).isEmpty();
        });
    }

    @Test
    void failsWhenTheDatabaseIsGoneSoThatTheMailIsTriedAgain() throws Exception {
        MailImpl mail = decided(PLAIN, "bob@example.com");
        database.close();
        assertThatThrownBy(() -> record(mail, "queued")).isInstanceOf(java.io.UncheckedIOException.class);
    }

    private void record(MailImpl mail, String outcome) throws Exception {
        ready(new RecordOutcome(database.journal(), CLOCK), Map.of("outcome", outcome))
                .service(mail);
    }

    private List<JournalLine> lines(MailImpl mail) {
        return database.journal().byReceipt(MailStory.of(mail).receipt());
    }
}
