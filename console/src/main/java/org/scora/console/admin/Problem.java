package org.scora.console.admin;

/**
 * What the admin API answers when it can not do what it was asked to.
 *
 * @param error what is wrong, one sentence without a full stop
 * @param remedy what to do about it, one sentence
 */
public record Problem(String error, String remedy) {}
