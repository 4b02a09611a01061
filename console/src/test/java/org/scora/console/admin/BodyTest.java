package org.scora.console.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Ticker;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyTest {
    private long now;
    private final Ticker ticker = new Ticker() {
        @Override
        public long read() {
            return now;
        }
    };

    @Test
    void aBodyOfTheLargestSizeIsRead() {
        assertThat(Body.read(new ByteArrayInputStream(new byte[Body.LARGEST]), ticker))
                .hasSize(Body.LARGEST);
    }

    @Test
    void aLargerOneIsRefused() {
        InputStream body = new ByteArrayInputStream(new byte[Body.LARGEST + 1]);
        assertThatThrownBy(() -> Body.read(body, ticker)).hasMessageContaining("longer");
    }

    @Test
    void oneThatComesByteByByteIsNotWaitedForLonger() {
        InputStream dribble = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                now += Duration.ofSeconds(10).toNanos();
                into[offset] = 'x';
                return 1;
            }
        };
        assertThatThrownBy(() -> Body.read(dribble, ticker)).hasMessageContaining("in time");
        assertThat(Duration.ofNanos(now)).isBetween(Body.LONGEST, Body.LONGEST.plusSeconds(10));
    }
}
