package org.scora.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxNamesTest {

    @Test
    void namesAreKeptInLowerCase() {
        assertThat(MailboxNames.parse(" Ann.O'Brien+Tag ", "example.com")).isEqualTo("ann.o'brien+tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a%b", "a!b", "\"ann\"", "änn", "a,b", "ann@example.com"})
    void whatNoMailCouldBeTakenForIsRefused(String written) {
        assertThatThrownBy(() -> MailboxNames.parse(written, "example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + written + "' is not a mailbox of example.com");
    }
}
