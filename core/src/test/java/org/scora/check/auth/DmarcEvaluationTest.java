package org.scora.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scora.check.auth.DmarcRecord.Policy;
import org.scora.dns.PublicSuffixes;
import org.scora.dns.ZoneFileDns;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;

class DmarcEvaluationTest {
    private final DmarcEvaluation dmarc =
            new DmarcEvaluation(ZoneFileDns.parse("test zone", """
                    _dmarc.relaxed.example.     TXT "v=DMARC1; p=reject; sp=none"
                    _dmarc.strict.example.      TXT "v=DMARC1; p=reject; adkim=s; aspf=s"
                    _dmarc.twice.example.       TXT "v=DMARC1; p=reject"
                    _dmarc.twice.example.       TXT "v=DMARC1; p=none"
                    _dmarc.other.example.       TXT "something else"
                    _dmarc.down.example.        TXT "scora-test: servfail"
                    """), PublicSuffixes.bundled());

    @Test
    void relaxedAlignmentTakesTheSameOrganization() {
        assertThat(evaluate("relaxed.example", spf(Result.PASS, "bounce.relaxed.example"))
                        .result())
                .isEqualTo(Result.PASS);
        assertThat(evaluate("relaxed.example", signed(Result.PASS, "mail.relaxed.example"))
                        .result())
                .isEqualTo(Result.PASS);
        assertThat(evaluate("relaxed.example", spf(Result.PASS, "relaxed.other.example"))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void strictAlignmentTakesTheVeryDomainOnly() {
        assertThat(evaluate("strict.example", spf(Result.PASS, "bounce.strict.example")))
                .isEqualTo(new DmarcEvaluation.Answer(Result.FAIL, Policy.REJECT, true));
        assertThat(evaluate("strict.example", signed(Result.PASS, "mail.strict.example"))
                        .result())
                .isEqualTo(Result.FAIL);
        assertThat(evaluate("strict.example", signed(Result.PASS, "STRICT.example"))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void aSubdomainWithoutARecordHasThePolicyForSubdomains() {
        assertThat(evaluate("sub.relaxed.example", spf(Result.FAIL, "x.example")))
                .isEqualTo(new DmarcEvaluation.Answer(Result.FAIL, Policy.NONE, false));
    }

    @Test
    void severalRecordsAndOtherTextsAreNoPolicy() {
        assertThat(evaluate("twice.example", spf(Result.FAIL, "x.example")).result())
                .isEqualTo(Result.NONE);
        assertThat(evaluate("other.example", spf(Result.FAIL, "x.example")).result())
                .isEqualTo(Result.NONE);
    }

    @Test
    void alignmentIsToldWithoutARecordToo() {
        assertThat(evaluate("none.example", spf(Result.PASS, "none.example")))
                .isEqualTo(new DmarcEvaluation.Answer(Result.NONE, Policy.NONE, true));
    }

    @Test
    void aFailureOfTheDnsIsNoFailureOfTheSender() {
        assertThat(evaluate("down.example", spf(Result.FAIL, "down.example")).result())
                .isEqualTo(Result.TEMPERROR);
        assertThat(evaluate("relaxed.example", spf(Result.TEMPERROR, "relaxed.example"))
                        .result())
                .isEqualTo(Result.TEMPERROR);
        assertThat(evaluate("relaxed.example", signed(Result.TEMPERROR, "relaxed.example"))
                        .result())
                .isEqualTo(Result.TEMPERROR);
    }

    private DmarcEvaluation.Answer evaluate(String from, SpfEvaluation.Answer spf) {
        return dmarc.evaluate(from, spf, List.of());
    }

    private DmarcEvaluation.Answer evaluate(String from, Signature signature) {
        return dmarc.evaluate(from, spf(Result.FAIL, "forwarder.example"), List.of(signature));
    }

    private static SpfEvaluation.Answer spf(Result result, String domain) {
        return new SpfEvaluation.Answer(result, Optional.of(domain), true);
    }

    private static Signature signed(Result result, String domain) {
        return new Signature(result, domain, "spring");
    }
}
