package org.scora.check.header;

import com.google.common.base.CharMatcher;
import com.google.common.base.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Does the subject shout, pretend to be an answer, hide behind an encoding, or space its words out for filters? */
public final class SubjectTricks implements Check {
    static final String CAPITALS = "SUBJECT_CAPITALS";
    static final String FALSE_REPLY = "SUBJECT_FALSE_REPLY";
    static final String ENCODED_NEEDLESSLY = "SUBJECT_ENCODED_NEEDLESSLY";
    static final String GAPPY = "SUBJECT_GAPPY";
    static final String TRAILING_CODE = "SUBJECT_TRAILING_CODE";
    static final String RANDOM_WORD = "SUBJECT_RANDOM_WORD";
    static final String RAW_BYTES = "SUBJECT_RAW_BYTES";

    private static final int CAPITALS_AT_LEAST = 12;
    // What mail programs of several languages put before the subject that is answered or passed on.
    private static final Pattern REPLY = Pattern.compile("(?i)(?:re|fw|fwd|aw|wg|sv|vs|tr|rv|antw|odp|res|enc)\\s?:.*");
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?\\s]{1,40}\\?[bBqQ]\\?[^?]{0,200}\\?=");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final Pattern SPACED = Pattern.compile(
            "(?<![\\p{L}\\d'’&])\\p{IsLatin}(?:([ ._*-])\\p{IsLatin}(?:\\1\\p{IsLatin}){3,20})(?![\\p{L}\\d])");
    private static final Pattern CODE = Pattern.compile(".*\\S {6,}[\\[(]?[A-Za-z0-9]{3,20}[\\])]?");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]{10,80}");
    private static final int WORDS_AT_MOST = 50;
    private static final int OF_EACH_KIND = 2;
    private static final CharMatcher CAPITAL = CharMatcher.inRange('A', 'Z');
    private static final CharMatcher SMALL = CharMatcher.inRange('a', 'z');
    private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

    @Override
    public String name() {
        return "subject-tricks";
    }

    @Override
    public List<String> findings() {
        return List.of(CAPITALS, FALSE_REPLY, ENCODED_NEEDLESSLY, GAPPY, TRAILING_CODE, RANDOM_WORD, RAW_BYTES);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        String subject = message.subject();
        if (subject.isBlank()) {
            return CheckResult.notFound();
        }
        String written = message.header("Subject").orElse("");
        List<Finding> findings = new ArrayList<>();
        add(findings, CAPITALS, isAllCapitals(subject), subject);
        add(findings, FALSE_REPLY, REPLY.matcher(subject).matches() && !answersSomething(message), subject);
        add(findings, ENCODED_NEEDLESSLY, isEncodedNeedlessly(written, subject), written);
        add(findings, GAPPY, SPACED.matcher(subject).find(), subject);
        add(findings, TRAILING_CODE, CODE.matcher(subject).matches(), subject);
        add(findings, RANDOM_WORD, hasRandomWord(subject), subject);
        add(findings, RAW_BYTES, isRaw(written), subject);
        return CheckResult.of(findings);
    }

    private static void add(List<Finding> findings, String name, boolean found, String subject) {
        if (found) {
            findings.add(new Finding(name, "Subject: " + shown(subject)));
        }
    }

    static String shown(String subject) {
        return subject.substring(0, Math.min(120, subject.length()));
    }

    // Scripts without capitals have neither.
    private static boolean isAllCapitals(String subject) {
        return subject.codePoints().noneMatch(Character::isLowerCase)
                && subject.codePoints()
                                .filter(Character::isUpperCase)
                                .limit(CAPITALS_AT_LEAST)
                                .count()
                        == CAPITALS_AT_LEAST
                && subject.strip().indexOf(' ') > 0;
    }

    private static boolean answersSomething(IncomingMessage message) {
        return Stream.of(
                        "References",
                        "In-Reply-To",
                        "Thread-Index",
                        "Thread-Topic",
                        "Resent-From",
                        "X-Forwarded-Message-Id")
                .anyMatch(name -> message.header(name).isPresent());
    }

    private static boolean isEncodedNeedlessly(String written, String subject) {
        return ENCODED_WORD.matcher(written).find()
                && PRINTABLE.matcher(subject).matches();
    }

    private static boolean hasRandomWord(String subject) {
        return WORD.matcher(subject)
                .results()
                .limit(WORDS_AT_MOST)
                .map(found -> found.group())
                .anyMatch(word -> CAPITAL.countIn(word) >= OF_EACH_KIND
                        && SMALL.countIn(word) >= OF_EACH_KIND
                        && DIGIT.countIn(word) >= OF_EACH_KIND);
    }

    /** Bytes above 127 that are not UTF-8, which nothing but old or careless software writes (RFC 6532 section 3.2). */
    private static boolean isRaw(String written) {
        return Optional.of(written)
                .filter(text -> text.chars().anyMatch(letter -> letter > 127 && letter < 256))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .filter(bytes -> !Utf8.isWellFormed(bytes))
                .isPresent();
    }
}
