package org.scora.message;

/** Names of the attributes by which matchers and mailets hand a mail's story on. All of them hold text. */
public final class MailAttributes {
    /** The receipt id. */
    public static final String RECEIPT = "scora.receipt";

    /** The {@link Summary}, as {@link Json}. */
    public static final String SUMMARY = "scora.summary";

    /** The {@code Verdict}, as {@link Json}. */
    public static final String VERDICT = "scora.verdict";

    /** The array of {@code Decision}, one for each recipient, as {@link Json}. */
    public static final String DECISIONS = "scora.decisions";

    /** When the mail was scored, ISO 8601: the time under which it stands in the journal. */
    public static final String RECEIVED_AT = "scora.received-at";

    /** How long the scoring took, ISO 8601. */
    public static final String SCORED_IN = "scora.scored-in";

    /** The version of TLS under which it came. */
    public static final String TLS = "scora.tls";

    /** The {@link OutgoingMail#id()} of mail that Scora itself sends. */
    public static final String OUTGOING = "scora.outgoing";

    private MailAttributes() {}
}
