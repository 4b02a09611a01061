package org.scora.checkup;

import static org.scora.checkup.Level.GOOD;
import static org.scora.checkup.Level.NOTE;
import static org.scora.checkup.Level.PROBLEM;
import static org.scora.checkup.Level.STEP;
import static org.scora.checkup.Level.UNKNOWN;

import java.util.Locale;
import java.util.Optional;

/** All findings that there are. The handbook's page about the check-up explains each. */
enum Code {
    DOMAIN_UNKNOWN(Question.DOMAIN, PROBLEM),
    DOMAIN_ACTIVE(Question.DOMAIN, GOOD),
    DOMAIN_PENDING(Question.DOMAIN, STEP),
    DOMAIN_SUSPENDED(Question.DOMAIN, PROBLEM),
    MAILBOXES_NONE(Question.DOMAIN, PROBLEM),
    MAILBOXES_LISTED(Question.DOMAIN, GOOD),
    MAILBOXES_ASKED(Question.DOMAIN, GOOD),
    MAILBOXES_ANY(Question.DOMAIN, NOTE),
    ADMINISTRATOR_NONE(Question.DOMAIN, NOTE),

    MX_UNKNOWN(Question.MX, UNKNOWN),
    MX_NO_DOMAIN(Question.MX, PROBLEM),
    MX_NONE(Question.MX, STEP),
    MX_NULL(Question.MX, STEP),
    MX_ELSEWHERE(Question.MX, STEP),
    MX_AROUND(Question.MX, PROBLEM),
    MX_NOT_FIRST(Question.MX, PROBLEM),
    MX_HERE(Question.MX, GOOD),
    MX_TOO_EARLY(Question.MX, PROBLEM),
    NAME_SERVER_SILENT(Question.MX, NOTE),
    NAME_SERVERS_DIFFER(Question.MX, STEP),
    TTL_UNKNOWN(Question.MX, NOTE),
    TTL_HIGH(Question.MX, STEP),
    TTL_WAIT(Question.MX, STEP),
    TTL_LOW(Question.MX, GOOD),
    TTL_RAISE(Question.MX, NOTE),
    CUT_OVER_WAIT(Question.MX, STEP),

    ROUTE_HERE(Question.SERVERS, PROBLEM),
    ROUTE_NO_ADDRESS(Question.SERVERS, PROBLEM),
    SERVER_SILENT(Question.SERVERS, PROBLEM),
    SERVER_TAKES(Question.SERVERS, GOOD),
    SERVER_REFUSES(Question.SERVERS, PROBLEM),
    SERVER_PUTS_OFF(Question.SERVERS, PROBLEM),
    SERVER_TAKES_ANYONE(Question.SERVERS, PROBLEM),
    SERVER_TAKES_UNLISTED(Question.SERVERS, NOTE),
    SERVER_REFUSES_UNKNOWN(Question.SERVERS, GOOD),
    TLS_NONE(Question.SERVERS, NOTE),
    TLS_MISSING(Question.SERVERS, PROBLEM),
    TLS_FAILS(Question.SERVERS, PROBLEM),
    TLS_GOOD(Question.SERVERS, GOOD),
    TLS_UNPROVEN(Question.SERVERS, NOTE),
    TLS_WRONG(Question.SERVERS, PROBLEM),
    TLS_EXPIRES(Question.SERVERS, NOTE),

    BYPASS_NOT_TRIED(Question.BYPASS, NOTE),
    BYPASS_NO_ADDRESS(Question.BYPASS, UNKNOWN),
    BYPASS_OPEN(Question.BYPASS, PROBLEM),
    BYPASS_CLOSED(Question.BYPASS, GOOD),

    SPF_UNKNOWN(Question.SENDER, UNKNOWN),
    SPF_NONE(Question.SENDER, NOTE),
    SPF_BROKEN(Question.SENDER, NOTE),
    SPF_INCLUDES(Question.SENDER, GOOD),
    SPF_LACKS(Question.SENDER, NOTE),
    DMARC_UNKNOWN(Question.SENDER, UNKNOWN),
    DMARC_NONE(Question.SENDER, NOTE),
    DMARC_WATCHES(Question.SENDER, NOTE),
    DMARC_PROTECTS(Question.SENDER, GOOD),

    GATEWAY_NO_ADDRESS(Question.GATEWAY, PROBLEM),
    GATEWAY_UNKNOWN(Question.GATEWAY, UNKNOWN),
    PTR_GOOD(Question.GATEWAY, GOOD),
    PTR_MISSING(Question.GATEWAY, PROBLEM),
    PTR_OTHER(Question.GATEWAY, PROBLEM),

    MTA_STS_NONE(Question.TRANSPORT, GOOD),
    MTA_STS_NAMES_US(Question.TRANSPORT, GOOD),
    MTA_STS_LACKS_US(Question.TRANSPORT, PROBLEM),
    MTA_STS_TESTS(Question.TRANSPORT, NOTE),
    MTA_STS_UNREADABLE(Question.TRANSPORT, NOTE),
    DANE_LACKS_US(Question.TRANSPORT, NOTE),

    WAITING_NONE(Question.WAITING, GOOD),
    WAITING_BACK(Question.WAITING, GOOD),
    WAITING_STILL(Question.WAITING, NOTE),

    TOO_SLOW(Question.DOMAIN, UNKNOWN);

    private final Question question;
    private final Level level;

    Code(Question question, Level level) {
        this.question = question;
        this.level = level;
    }

    /** As programs and the handbook know it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Level level() {
        return level;
    }

    CheckUpFinding says(String sentence) {
        return new CheckUpFinding(question, level, text(), sentence, Optional.empty(), Optional.empty());
    }

    CheckUpFinding says(String sentence, String fix) {
        return new CheckUpFinding(question, level, text(), sentence, Optional.of(fix), Optional.empty());
    }

    /** Under another question, where it is about no single one. */
    CheckUpFinding says(Question about, String sentence, String fix) {
        return new CheckUpFinding(about, level, text(), sentence, Optional.of(fix), Optional.empty());
    }
}
