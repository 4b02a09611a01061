package org.scora.check.scanner;

/** What a scanner says. */
public sealed interface ScanResult {

    /** Nothing against the message. */
    record Clean() implements ScanResult {}

    /**
     * A virus, or something else that is never wanted.
     *
     * @param name as the scanner calls it
     */
    record Infected(String name) implements ScanResult {}

    /**
     * A matter of degree.
     *
     * @param points log10 odds that the message is unwanted
     * @param evidence the scanner's own score and reasons
     */
    record Opinion(double points, String evidence) implements ScanResult {}
}
