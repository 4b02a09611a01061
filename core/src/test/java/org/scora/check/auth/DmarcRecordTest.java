package org.scora.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.check.auth.DmarcRecord.Policy;

class DmarcRecordTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=DMARC1; p=reject                      | REJECT     | REJECT",
                "v=DMARC1;p=reject;sp=none;              | REJECT     | NONE",
                "v=DMARC1 ; P = Quarantine ; junk        | QUARANTINE | QUARANTINE",
                "v=DMARC1; p=reject; pct=50              | QUARANTINE | QUARANTINE",
                "v=DMARC1; p=quarantine; pct=0           | NONE       | NONE",
                "v=DMARC1; p=reject; pct=many            | REJECT     | REJECT",
                "v=DMARC1; p=refuse; rua=mailto:a@b.test | NONE       | NONE",
                "v=DMARC1; rua=mailto:a@b.test           | NONE       | NONE",
            })
    void aPolicyIsReadWithTolerance(String text, Policy own, Policy subdomains) {
        DmarcRecord record = DmarcRecord.parse(text).orElseThrow();
        assertThat(record.policy()).isEqualTo(own);
        assertThat(record.subdomains()).isEqualTo(subdomains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v=spf1 -all", "p=reject; v=DMARC1", "v=DMARC2; p=reject", "v=DMARC1", "v=DMARC1; p="})
    void whatIsNoRecordIsIgnored(String text) {
        assertThat(DmarcRecord.parse(text)).isEmpty();
    }

    @Test
    void alignmentIsRelaxedUnlessTheRecordSaysStrict() {
        DmarcRecord strict =
                DmarcRecord.parse("v=DMARC1; p=none; adkim=s; aspf=s").orElseThrow();
        assertThat(strict.strictDkim()).isTrue();
        assertThat(strict.strictSpf()).isTrue();
        DmarcRecord relaxed =
                DmarcRecord.parse("v=DMARC1; p=none; adkim=r; aspf=x").orElseThrow();
        assertThat(relaxed.strictDkim()).isFalse();
        assertThat(relaxed.strictSpf()).isFalse();
    }
}
