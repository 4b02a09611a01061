package org.scora.matchers;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.mail.MessagingException;
import org.apache.mailet.MatcherConfig;
import org.scora.setting.Setting;
import org.scora.setting.SettingException;
import org.scora.setting.Settings;
import org.scora.setting.Verb;

/** Reads what stands behind the equals sign of a matcher in mailetcontainer.xml. */
final class Condition {
    private static final String NAME = "condition";

    private Condition() {}

    /** A condition that has to be there. */
    static <T> Setting<T> required(String kind, String example, Function<String, T> parser, String sentence) {
        return Setting.required(NAME, kind, example, parser, sentence);
    }

    /** A condition of several values with commas between them, at least one. */
    static <T> Setting<Set<T>> severalOf(String kind, String example, Function<String, T> parser, String sentence) {
        return required(
                kind + ", or several with commas between them", example, text -> several(text, parser), sentence);
    }

    /** @throws MessagingException with the text of a SettingException for what is not known or not valid */
    static Settings of(MatcherConfig config, Verb verb) throws MessagingException {
        Map<String, String> written = Optional.ofNullable(config.getCondition())
                .map(condition -> Map.of(NAME, condition))
                .orElse(Map.of());
        try {
            return Settings.of("mailetcontainer.xml: matcher " + verb.name(), written, verb.settings());
        } catch (SettingException e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }

    static <T> Set<T> several(String text, Function<String, T> parser) {
        Set<T> values = new LinkedHashSet<>();
        Arrays.stream(text.split(",", -1)).map(String::trim).map(parser).forEach(values::add);
        return values;
    }
}
