package org.scora.check.attachment;

import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.Link;
import org.scora.score.Finding;

/** Does a QR code lead somewhere, so that a telephone opens what the office's filters would have seen? */
public final class QrCode implements Check {
    static final String LINK = "QR_CODE_LINK";
    static final String ONLY_LINK = "QR_CODE_ONLY_LINK";
    static final String NAMES_RECIPIENT = "QR_CODE_NAMES_RECIPIENT";

    private static final String PLACE = "the QR code";
    private static final int SHOWN = 100;

    @Override
    public String name() {
        return "qr-code";
    }

    @Override
    public List<String> findings() {
        return List.of(LINK, ONLY_LINK, NAMES_RECIPIENT);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Link> codes = message.links().stream()
                .filter(link ->
                        link.file().filter(file -> file.startsWith(PLACE)).isPresent())
                .toList();
        List<Finding> findings = new ArrayList<>();
        codes.stream().findFirst().ifPresent(code -> findings.add(new Finding(LINK, evidence(code))));
        codes.stream()
                .findFirst()
                .filter(code ->
                        message.links().stream().allMatch(link -> link.file().isPresent()))
                .ifPresent(code -> findings.add(new Finding(ONLY_LINK, "no link stands in the text beside it")));
        codes.stream()
                .flatMap(code -> recipientIn(code, message).stream())
                .findFirst()
                .ifPresent(recipient ->
                        findings.add(new Finding(NAMES_RECIPIENT, "the link has " + recipient + " in it")));
        return CheckResult.of(findings);
    }

    private static String evidence(Link code) {
        String target = code.target();
        return code.place() + " leads to " + target.substring(0, Math.min(target.length(), SHOWN));
    }

    private static Optional<String> recipientIn(Link code, IncomingMessage message) {
        return message.envelope().recipients().stream()
                .filter(recipient -> recipient.contains("@"))
                .filter(recipient -> spellings(recipient).anyMatch(code.target()::contains)
                        || code.target().toLowerCase(Locale.ROOT).contains(recipient.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Stream<String> spellings(String address) {
        return Stream.of(
                address.replace("@", "%40"),
                BaseEncoding.base64().omitPadding().encode(address.getBytes(StandardCharsets.UTF_8)));
    }
}
