package org.scora.message;

import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteArrayBuffer;

/** Reads the mailboxes of a header field (RFC 5322 section 3.4), tolerant of what people's software writes. */
final class AddressReading {
    private static final int MOST_MAILBOXES = 100;
    private static final int MOST_FIELDS = 10;
    private static final int LONGEST_FIELD = 4 * 1024;
    private static final CharMatcher BLANKS = CharMatcher.whitespace();

    private AddressReading() {}

    /** The mailboxes of all fields of one name; what is no mailbox is a defect, and listed if there is text in it. */
    static List<Mailbox> read(String field, List<String> values, Defects defects) {
        List<Mailbox> mailboxes = values.stream()
                .limit(MOST_FIELDS)
                .flatMap(AddressReading::mailboxes)
                .limit(MOST_MAILBOXES)
                .toList();
        if (!values.isEmpty() && mailboxes.isEmpty()) {
            defects.add(Defect.Kind.BAD_ADDRESS, field + " names no mailbox.");
        }
        mailboxes.stream()
                .filter(mailbox -> !isAddress(mailbox.address()))
                .forEach(mailbox -> defects.add(
                        Defect.Kind.BAD_ADDRESS, field + " has '" + mailbox.address() + "', which is no address."));
        return mailboxes;
    }

    private static Stream<Mailbox> mailboxes(String value) {
        try {
            return parsed(value);
        } catch (RuntimeException e) {
            // A fault of the parser on hostile input costs one field, which then names no mailbox.
            return Stream.empty();
        }
    }

    private static Stream<Mailbox> parsed(String value) {
        byte[] text = HeaderText.readable(value, LONGEST_FIELD).getBytes(StandardCharsets.UTF_8);
        MailboxList parsed = LenientAddressParser.DEFAULT
                .parseAddressList(new ByteArrayBuffer(text, true), new ParserCursor(0, text.length))
                .flatten();
        return parsed.stream()
                .map(mailbox -> new Mailbox(
                        mailbox.getName() == null ? "" : HeaderText.forPeople(mailbox.getName()),
                        HeaderText.forPeople(mailbox.getAddress())));
    }

    private static boolean isAddress(String address) {
        return !Addresses.localPartOf(address).isEmpty()
                && Addresses.domainOf(address).isPresent()
                && BLANKS.matchesNoneOf(address);
    }
}
