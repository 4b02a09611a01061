package org.scora.console.admin;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.domain.DomainName;

/** Reads what an administrator writes into an allowlist or a blocklist. */
final class SenderPattern {
    private static final Pattern NETWORK = Pattern.compile("([0-9a-f.:]+)/([0-9]{1,3})");

    private SenderPattern() {}

    /**
     * An address, a domain, an IP address or a CIDR network in the form in which it is stored.
     *
     * @throws IllegalArgumentException for anything else
     */
    static String normal(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        Matcher network = NETWORK.matcher(written);
        if (network.matches()) {
            return network(network.group(1), Integer.parseInt(network.group(2)));
        }
        if (InetAddresses.isInetAddress(written)) {
            return InetAddresses.toAddrString(InetAddresses.forString(written));
        }
        // "@example.com" and "*.example.com" are what other products write for a domain.
        String bare = written.startsWith("*.") ? written.substring(2) : written.replaceFirst("^@", "");
        return bare.contains("@") ? MailAddress.parse(bare) : DomainName.parse(bare);
    }

    private static String network(String base, int prefix) {
        InetAddress address = InetAddresses.forString(base);
        int bits = address.getAddress().length * 8;
        if (prefix < 1 || prefix > bits) {
            throw new IllegalArgumentException("'/" + prefix + "' is not a length from /1 to /" + bits);
        }
        return InetAddresses.toAddrString(address) + "/" + prefix;
    }
}
