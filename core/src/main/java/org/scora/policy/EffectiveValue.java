package org.scora.policy;

/**
 * The value of a setting that holds, and where it comes from.
 *
 * @param origin such as {@code built in}, {@code mailetcontainer.xml}, {@code profile default} or {@code domain
 *     example.com}
 * @param sentence what the setting does
 */
public record EffectiveValue(String name, String value, String origin, String sentence) {}
