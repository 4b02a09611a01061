package org.scora.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.domain.CallForward.Answer;

class CallForwardTest {

    @ParameterizedTest
    @CsvSource({
        "250 2.1.5 Ok,TAKES",
        "251 User not local; will forward,TAKES",
        "550 5.1.1 No such user,REFUSES",
        "550-5.1.1 No such user,REFUSES",
        "550 No such user here,REFUSES",
        "553 Not allowed,REFUSES",
        "554 5.2.1 Mailbox disabled,REFUSES",
        "550 5.7.1 Your address is on a list,UNKNOWN",
        "554 Transaction failed,UNKNOWN",
        "552 5.2.2 Mailbox full,UNKNOWN",
        "451 4.7.1 Greylisted,UNKNOWN",
        "530 5.7.0 Must issue STARTTLS first,UNKNOWN",
        "nonsense,UNKNOWN"
    })
    void onlyARefusalThatIsAboutTheMailboxCounts(String reply, Answer meaning) {
        assertThat(Answer.of(reply)).isEqualTo(meaning);
    }
}
