package org.scora.storage;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.people.Codes;

final class JdbiCodes implements Codes {
    private static final int CODES = 1_000_000;

    private final Sql sql;
    private final SecureRandom random;
    private final Clock clock;

    JdbiCodes(Sql sql, SecureRandom random, Clock clock) {
        this.sql = sql;
        this.random = random;
        this.clock = clock;
    }

    private record Row(String codeHash, int triesLeft) {}

    @Override
    public String issue(String whose) {
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        sql.write(handle -> {
            handle.execute("DELETE FROM mailed_code WHERE whose_hash = ?", hashOf(whose));
            return handle.createUpdate("INSERT INTO mailed_code (whose_hash, code_hash, expires, tries_left)"
                            + " VALUES (:whose, :code, :expires, :tries)")
                    .bind("whose", hashOf(whose))
                    .bind("code", hashOf(whose + " " + code))
                    .bindByType("expires", clock.instant().plus(VALID), Instant.class)
                    .bind("tries", TRIES)
                    .execute();
        });
        return code;
    }

    @Override
    public Tried attempt(String whose, String code) {
        return sql.write(handle -> counted(handle, whose)
                .map(row -> tried(handle, row, whose, code))
                .orElseGet(Tried.NoCode::new));
    }

    private Optional<Row> counted(Handle handle, String whose) {
        int counted = handle.createUpdate("UPDATE mailed_code SET tries_left = tries_left - 1"
                        + " WHERE whose_hash = :whose AND tries_left > 0 AND expires > :now")
                .bind("whose", hashOf(whose))
                .bindByType("now", clock.instant(), Instant.class)
                .execute();
        return handle.select("SELECT code_hash, tries_left FROM mailed_code WHERE whose_hash = ?", hashOf(whose))
                .map((row, context) -> new Row(row.getString("code_hash"), row.getInt("tries_left")))
                .findOne()
                .filter(row -> counted > 0);
    }

    private static Tried tried(Handle handle, Row row, String whose, String code) {
        boolean right = MessageDigest.isEqual(
                row.codeHash().getBytes(StandardCharsets.US_ASCII),
                hashOf(whose + " " + code).getBytes(StandardCharsets.US_ASCII));
        if (right) {
            handle.execute("DELETE FROM mailed_code WHERE whose_hash = ?", hashOf(whose));
        }
        return right ? new Tried.Right() : new Tried.Wrong(row.triesLeft());
    }

    @Override
    public int forget() {
        return sql.write(handle -> handle.createUpdate("DELETE FROM mailed_code WHERE expires <= :now")
                .bindByType("now", clock.instant(), Instant.class)
                .execute());
    }

    private static String hashOf(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
