package org.scora.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scora.domain.Refusal;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.score.Verdict;
import org.scora.setting.Setting;
import org.scora.setting.Settings;

/**
 * Whether mail is refused at the door since its sender is not who it says. Without these settings that counts for the
 * score alone. An answer that the DNS owes never refuses anything.
 *
 * @param byDmarc what the domain in From wants refused (RFC 7489 section 6.3, p=reject)
 * @param bySpf what the sender's domain does not let out of this server (RFC 7208 section 8.4), when nothing else proves
 *     it
 */
public record RefusingSenders(boolean byDmarc, boolean bySpf) {
    private static final String REFUSE = "refuse";
    private static final String SCORE = "score";

    private static final Setting<Boolean> DMARC_REJECT = choice(
            "dmarcReject",
            "Mail in the name of a domain that wants what is not its own refused (DMARC p=reject): score counts it for the"
                    + " score, refuse refuses it at the door. Trusted ARC sealers, allowed senders and known forwarders"
                    + " are heeded.");
    private static final Setting<Boolean> SPF_FAIL = choice(
            "spfFail",
            "Mail from a server that the sender's domain rules out (SPF -all), without a valid signature or anything else"
                    + " that speaks for it: score counts it for the score, refuse refuses it at the door.");

    static final List<Setting<?>> SETTINGS = List.of(DMARC_REJECT, SPF_FAIL);

    /** Findings of the checks that tell what the sender's domain wants. */
    private static final String WANTS_REFUSAL = "DMARC_FAIL_REJECT";

    private static final String RULED_OUT = "SPF_FAIL";

    /** Findings that speak for who passed the message on. */
    private static final Set<String> VOUCHING =
            Set.of("ARC_VOUCHED", "KNOWN_FORWARDER", "KNOWN_CORRESPONDENT", "DNSLIST_ALLOWED");

    static RefusingSenders of(Settings settings) {
        return new RefusingSenders(settings.get(DMARC_REJECT), settings.get(SPF_FAIL));
    }

    boolean refusesAny() {
        return byDmarc || bySpf;
    }

    Optional<Refusal> refusal(Verdict verdict) {
        if (VOUCHING.stream().anyMatch(verdict::has)) {
            return Optional.empty();
        }
        if (byDmarc && verdict.counts(WANTS_REFUSAL)) {
            return Optional.of(Refusals.DMARC);
        }
        return bySpf && verdict.counts(RULED_OUT) && nothingElseProves(verdict.authentication())
                ? Optional.of(Refusals.SPF)
                : Optional.empty();
    }

    private static boolean nothingElseProves(Authentication sender) {
        boolean maybeSigned = sender.dkim().stream()
                .anyMatch(signature -> signature.result() == Result.PASS || signature.result() == Result.TEMPERROR);
        return !maybeSigned && sender.arc() != Result.TEMPERROR && sender.dmarc() != Result.TEMPERROR;
    }

    private static Setting<Boolean> choice(String name, String sentence) {
        return Setting.optional(name, SCORE + " or " + REFUSE, SCORE, RefusingSenders::parse, sentence);
    }

    private static boolean parse(String text) {
        return switch (text) {
            case SCORE -> false;
            case REFUSE -> true;
            default -> throw new IllegalArgumentException("neither " + SCORE + " nor " + REFUSE);
        };
    }
}
