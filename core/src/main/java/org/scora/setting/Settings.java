package org.scora.setting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values as an operator wrote them, checked against the settings that are known at that place. Nothing is ignored in
 * silence: a key that is not known is an error that suggests the nearest one.
 */
public final class Settings {
    private final String place;
    private final Map<String, String> written;

    private Settings(String place, Map<String, String> written) {
        this.place = place;
        this.written = Map.copyOf(written);
    }

    /**
     * @param place where the values stand, such as {@code mailetcontainer.xml: processor root: mailet FlagSubject}
     * @throws SettingException for the first key or value that is wrong
     */
    public static Settings of(String place, Map<String, String> written, Collection<? extends Setting<?>> known) {
        List<SettingException> problems = problems(place, written, known);
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
        return new Settings(place, written);
    }

    /** Everything that is wrong at one place, so that an operator sees all of it at once. */
    public static List<SettingException> problems(
            String place, Map<String, String> written, Collection<? extends Setting<?>> known) {
        List<SettingException> problems = new ArrayList<>();
        List<String> names = known.stream().map(Setting::name).collect(Collectors.toList());
        written.forEach((key, value) -> {
            if (!names.contains(key)) {
                problems.add(SettingException.unknownKey(place, key, value, names));
            }
        });
        for (Setting<?> setting : known) {
            try {
                parse(place, written, setting);
            } catch (SettingException e) {
                problems.add(e);
            }
        }
        return problems;
    }

    /** What was written, as it was written. */
    public Map<String, String> written() {
        return written;
    }

    /** The value of a setting; its default when it was not written. */
    public <T> T get(Setting<T> setting) {
        return parse(place, written, setting);
    }

    private static <T> T parse(String place, Map<String, String> written, Setting<T> setting) {
        String text = Optional.ofNullable(written.get(setting.name()))
                .map(String::trim)
                .or(setting::defaultText)
                .orElseThrow(() -> SettingException.missing(place, setting));
        try {
            return setting.parser().apply(text);
        } catch (IllegalArgumentException e) {
            throw SettingException.badValue(place, setting, text, e);
        }
    }
}
