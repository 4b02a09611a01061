package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    @Test
    void nullSenderHasNoDomain() {
        assertThat(from(Optional.empty()).senderDomain()).isEmpty();
    }

    @Test
    void domainOfTheSenderIsInLowerCase() {
        assertThat(from(Optional.of("Bounce+a=b@Lists.EXAMPLE.")).senderDomain())
                .contains("lists.example");
    }

    @Test
    void recipientsAreCopied() {
        List<String> recipients = new ArrayList<>(List.of("a@example.com"));
        Envelope envelope = new Envelope(Optional.empty(), Optional.empty(), Optional.empty(), recipients);
        recipients.add("b@example.com");
        assertThat(envelope.recipients()).containsExactly("a@example.com");
    }

    private static Envelope from(Optional<String> sender) {
        return new Envelope(Optional.empty(), Optional.empty(), sender, List.of());
    }
}
