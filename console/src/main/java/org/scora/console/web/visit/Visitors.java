package org.scora.console.web.visit;

import com.google.common.io.BaseEncoding;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scora.people.Sessions;

/** Knows visitors by their cookie: the id of a session, or a random key that stands for none. */
public final class Visitors {
    private static final Pattern KEY = Pattern.compile("[a-z2-7]{32}");
    private static final BaseEncoding BASE32 = BaseEncoding.base32().lowerCase().omitPadding();
    private static final int KEY_BYTES = 20;

    private final Sessions sessions;
    private final SecureRandom random;
    private final Clock clock;

    public Visitors(Sessions sessions, SecureRandom random, Clock clock) {
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
    }

    /** The visitor with this cookie; a new one for none and for what is none of ours. */
    public Visitor of(Optional<String> cookie) {
        return cookie.filter(text -> KEY.matcher(text).matches())
                .map(key -> new Visitor(key, clock.instant(), false, sessions.find(key)))
                .orElseGet(() -> new Visitor(newKey(), clock.instant(), true, Optional.empty()));
    }

    /** A key that stands for nobody. */
    public String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return BASE32.encode(bytes);
    }
}
