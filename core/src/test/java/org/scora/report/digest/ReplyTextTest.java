package org.scora.report.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {
    private static final String DIGEST = "2 messages were held back\nabove this line. =~=\n\nSPAM (2)\n"
            + "    Receipt     THSN-WEH6-BRBE\n    Receipt     DE3B-4WZZ-6KYE\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "THSN-WEH6-BRBE",
                "please send me thsn-weh6-brbe, thanks",
                "Receipt: THSN-WEH6-BRBE.",
                "THSN-WEH6-BRBE THSN-WEH6-BRBE",
                "<THSN-WEH6-BRBE>"
            })
    void whatIsWrittenAboveTheDigestCounts(String answer) {
        assertThat(ReplyText.receipts("Re: 2 new messages", answer + "\n\nScora wrote:\n" + DIGEST))
                .containsExactly("THSN-WEH6-BRBE");
    }

    @Test
    void whatIsQuotedDoesNotCountAlsoWhenItsMarkIsGone() {
        String quoted = DIGEST.replaceAll("(?m)^", "> ").replace("=~=", "");
        assertThat(ReplyText.receipts("Re: 2 new messages", "all of them\n" + quoted))
                .isEmpty();
        assertThat(ReplyText.receipts("Re: 2 new messages", DIGEST)).isEmpty();
    }

    @Test
    void theSubjectCountsToo() {
        assertThat(ReplyText.receipts("THSN-WEH6-BRBE", "")).containsExactly("THSN-WEH6-BRBE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "acknowledged, congratulations", "1234-5678-9012-3456", "THSN-WEH6", "x@THSN-WEH6-BRBE0"})
    void otherWordsAreNoReceipts(String answer) {
        assertThat(ReplyText.receipts("", answer)).isEqualTo(List.of());
    }
}
