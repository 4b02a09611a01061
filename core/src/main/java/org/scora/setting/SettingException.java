package org.scora.setting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A setting that is wrong: where it stands, the key, the value, what is the matter, and what to do about it. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String key;
    private final String problem;
    private final String remedy;

    private SettingException(String place, String key, String problem, String remedy, Optional<Throwable> cause) {
        super(place + ": " + key + ": " + problem + ". " + remedy, cause.orElse(null));
        this.place = place;
        this.key = key;
        this.problem = problem;
        this.remedy = remedy;
    }

    /** A setting that is wrong for a reason of its own. The remedy is a sentence that says what to write. */
    public static SettingException of(String place, String key, String problem, String remedy) {
        return new SettingException(place, key, problem, remedy, Optional.empty());
    }

    static SettingException unknownKey(String place, String key, String value, List<String> known) {
        return of(place, key, "unknown key (value '" + value + "')", remedyForName(key, known));
    }

    static SettingException missing(String place, Setting<?> setting) {
        return of(
                place,
                setting.name(),
                "has to be set",
                "Expected " + setting.kind() + ", for example '" + setting.example() + "'.");
    }

    static SettingException badValue(String place, Setting<?> setting, String text, IllegalArgumentException cause) {
        return new SettingException(
                place,
                setting.name(),
                "bad value '" + text + "': " + cause.getMessage(),
                "Expected " + setting.kind() + ", for example '" + setting.example() + "'.",
                Optional.of(cause));
    }

    /** The sentence that helps who mistyped a name: the nearest known one, or all of them. */
    public static String remedyForName(String written, Collection<String> known) {
        return NearestName.to(written, known)
                .map(nearest -> "Did you mean '" + nearest + "'?")
                .orElseGet(() -> known.isEmpty()
                        ? "Nothing can be set here."
                        : "Known here: "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    public String place() {
        return place;
    }

    public String key() {
        return key;
    }

    /** What is the matter, without a full stop. */
    public String problem() {
        return problem;
    }

    /** A sentence that says what to write. */
    public String remedy() {
        return remedy;
    }
}
