package org.scora.report.digest;

import com.google.common.base.CharMatcher;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import org.scora.message.Addresses;
import org.scora.report.Harmless;

/**
 * A stranger's address as it can be shown: its domain is always there, and a name in mixed scripts, in which letters only
 * look right, is shown in its ASCII form (RFC 5890).
 */
final class ShownAddress {
    private static final int MOST = 200;
    private static final int LOCAL_PART = 64;
    private static final int DOMAIN = 90;
    private static final String ELLIPSIS = "…";

    // A single script, or those that are written together in Japanese, Korean and Chinese (UTS 39 section 5.2).
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

    private ShownAddress() {}

    static String of(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return Harmless.text(address, MOST);
        }
        String localPart = plain(Addresses.localPartOf(address), LOCAL_PART);
        return Harmless.unlinked(localPart + "@" + domain(address.substring(at + 1)));
    }

    private static String plain(String text, int most) {
        String line = Harmless.line(text);
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)) + ELLIPSIS;
    }

    // The end of a name says whose it is.
    private static String domain(String written) {
        String name = Harmless.line(readable(written));
        int length = name.codePointCount(0, name.length());
        return length <= DOMAIN ? name : ELLIPSIS + name.substring(name.offsetByCodePoints(0, length - DOMAIN));
    }

    private static String readable(String domain) {
        if (CharMatcher.ascii().matchesAllOf(domain) || !CHECKER.failsChecks(domain)) {
            return domain;
        }
        StringBuilder ascii = new StringBuilder();
        NAMES.nameToASCII(domain, ascii, new IDNA.Info());
        return ascii.toString();
    }
}
