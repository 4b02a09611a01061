package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;

class AuthenticationResultsTest {
    private static final String HOST = "mx1.gateway.example";

    @Test
    void saysWhatWasProven() {
        Authentication authentication = new Authentication(
                Result.PASS,
                Optional.of("example.org"),
                List.of(
                        new Signature(Result.FAIL, "example.org", "s1"),
                        new Signature(Result.PASS, "esp.example", "k")),
                Result.PASS,
                Optional.of("example.org"),
                true);
        assertThat(AuthenticationResults.value(authentication, HOST, false))
                .isEqualTo("mx1.gateway.example; spf=pass smtp.mailfrom=example.org;"
                        + " dkim=fail header.d=example.org header.s=s1; dkim=pass header.d=esp.example header.s=k;"
                        + " dmarc=pass header.from=example.org");
    }

    @Test
    void namesHeloWhenThereWasNoSender() {
        Authentication authentication = new Authentication(
                Result.SOFTFAIL, Optional.of("helo.example"), List.of(), Result.NONE, Optional.empty(), false);
        assertThat(AuthenticationResults.value(authentication, HOST, true))
                .isEqualTo("mx1.gateway.example; spf=softfail smtp.helo=helo.example; dkim=none; dmarc=none");
    }

    @Test
    void leavesOutDomainsThatWouldSaySomethingElse() {
        Authentication authentication = new Authentication(
                Result.FAIL, Optional.of("x; dkim=pass"), List.of(), Result.NONE, Optional.empty(), false);
        assertThat(AuthenticationResults.value(authentication, HOST, false)).doesNotContain("dkim=pass");
    }

    @Test
    void saysWhetherAChainOfForwardersIsUnbroken() {
        Authentication authentication = new Authentication(
                Result.NONE, Optional.empty(), List.of(), Result.FAIL, Optional.empty(), false, Result.PASS);
        assertThat(AuthenticationResults.value(authentication, HOST, false))
                .isEqualTo("mx1.gateway.example; spf=none; dkim=none; dmarc=fail; arc=pass");
    }

    @Test
    void recognisesFieldsThatClaimToBeOurs() {
        for (String forged : List.of(
                "mx1.gateway.example; spf=pass",
                " MX1.Gateway.Example 1; none",
                "(c) mx1.gateway.example;spf=pass",
                "\"mx1\\.gateway.example\"; spf=pass")) {
            assertThat(AuthenticationResults.claimingToBe(HOST).test(new HeaderField("authentication-results", forged)))
                    .as(forged)
                    .isTrue();
        }
        assertThat(AuthenticationResults.claimingToBe(HOST)
                        .test(new HeaderField(
                                "Authentication-Results", "mx.other.example; spf=pass smtp.helo=" + HOST)))
                .isFalse();
    }
}
