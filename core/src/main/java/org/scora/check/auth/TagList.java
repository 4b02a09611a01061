package org.scora.check.auth;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tags and their values as DKIM writes them (RFC 6376 section 3.2). Bounded. */
final class TagList {
    private static final int LONGEST = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,50}");

    private final Map<String, String> tags;

    private TagList(Map<String, String> tags) {
        this.tags = tags;
    }

    /** Empty for what is no such list, such as one that has a tag twice. */
    static Optional<TagList> parse(String text) {
        Map<String, String> tags = new HashMap<>();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        for (String tag : Splitter.on(';').split(text)) {
            int equals = tag.indexOf('=');
            String name = tag.substring(0, Math.max(0, equals)).strip();
            boolean good = tag.isBlank() || NAME.matcher(name).matches();
            if (!good || (!tag.isBlank() && tags.put(name, tag.substring(equals + 1)) != null)) {
                return Optional.empty();
            }
        }
        return Optional.of(new TagList(tags));
    }

    /** The tags of a header field, its name left out. */
    static Optional<TagList> ofField(String field) {
        return parse(field.substring(field.indexOf(':') + 1));
    }

    boolean has(String name) {
        return tags.containsKey(name);
    }

    /** The value without any blanks and folds; empty when the tag is missing or has no value. */
    Optional<String> get(String name) {
        return Optional.ofNullable(tags.get(name))
                .map(CharMatcher.whitespace()::removeFrom)
                .filter(value -> !value.isEmpty());
    }

    /** The value's parts between colons. */
    Optional<List<String>> list(String name) {
        return get(name).map(Splitter.on(':')::splitToList);
    }

    Optional<byte[]> bytes(String name) {
        try {
            return get(name).map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A count of seconds or bytes (section 3.5). */
    Optional<Long> number(String name) {
        return get(name).filter(value -> value.matches("\\d{1,12}")).map(Long::valueOf);
    }
}
