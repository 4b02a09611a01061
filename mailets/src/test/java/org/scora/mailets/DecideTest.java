package org.scora.mailets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.apache.james.server.core.MailImpl;
import org.junit.jupiter.api.Test;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;
import org.scora.policy.ListEntry;

class DecideTest extends MailetTest {

    @Test
    void decidesForEachRecipientByTheListsOfItsDomain() throws Exception {
        database.senderLists()
                .add(new ListEntry(ListEntry.Kind.ALLOW, "example.com", "example.org", false, Optional.empty(), ""));
        MailImpl mail = decided(PLAIN + GTUBE + "\r\n", "bob@example.com", "carol@other.example");
        assertThat(MailStory.of(mail).decisions())
                .extracting(Decision::recipient, Decision::disposition)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bob@example.com", Disposition.NORMAL),
                        org.assertj.core.groups.Tuple.tuple("carol@other.example", Disposition.QUARANTINE));
    }

    @Test
    void followsItsParameters() throws Exception {
        MailImpl mail = decided(PLAIN + GTUBE + "\r\n", "bob@example.com");
        ready(newDecide(), Map.of("spamQuarantine", "off", "spamFlagSubject", "off", "spamDelete", "normal"))
                .service(mail);
        assertThat(MailStory.of(mail).decisions())
                .extracting(Decision::disposition)
                .containsExactly(Disposition.DELETE);
    }

    @Test
    void asksForScoreBeforeIt() throws Exception {
        MailImpl mail = mail(PLAIN, "ann@example.org", "bob@example.com");
        assertThatThrownBy(() -> decide().service(mail)).hasMessageContaining("place Score before Decide");
    }

    @Test
    void saysWhichParameterIsWrong() {
        assertThatThrownBy(() -> ready(newDecide(), Map.of("spamQuarantin", "normal")))
                .hasMessageContaining("spamQuarantin: unknown key (value 'normal'). Did you mean 'spamQuarantine'?");
    }
}
