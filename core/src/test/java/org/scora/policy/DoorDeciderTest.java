package org.scora.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;
import org.scora.domain.RouteHost;
import org.scora.domain.ServiceAddresses;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;
import org.scora.message.Envelope;
import org.scora.policy.ListEntry.Kind;
import org.scora.score.Category;
import org.scora.score.Finding;
import org.scora.score.Verdict;
import org.scora.score.Weights;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

class DoorDeciderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final String STRICT = "ann@strict.example";
    private static final String MILD = "bob@mild.example";
    private static final Authentication PROVEN = new Authentication(
            Result.PASS, Optional.of("partner.example"), List.of(), Result.NONE, Optional.empty(), false);
    private static final Authentication RULED_OUT = new Authentication(
            Result.FAIL, Optional.of("partner.example"), List.of(), Result.NONE, Optional.empty(), false);

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void knowADomainThatRefusesAndOneThatDoesNot() {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 2));
        for (String name : List.of("strict.example", "mild.example")) {
            database.protectedDomains()
                    .save(new ProtectedDomain(
                            name,
                            DomainState.ACTIVE,
                            List.of(RouteHost.parse("mx.example.com", 10)),
                            RecipientPolicy.ANY,
                            List.of()));
        }
        set("spamRefuse", "cautious");
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void aScoreThatTheRecipientRefusesIsRefusedWithACodeAndASentence() {
        assertThat(refusal(spam(4), STRICT))
                .contains(new Refusal(
                        550,
                        "5.7.1",
                        "The recipient does not take what looks like spam, as this message does",
                        RefusalReason.CONTENT));
        assertThat(refusal(spam(3.99), STRICT)).isEmpty();
        assertThat(refusal(verdict(Category.VIRUS, 9), STRICT))
                .as("another category, which is not refused")
                .isEmpty();
    }

    @Test
    void aMessageThatAnyRecipientWantsIsTakenAndHeldForTheOthers() {
        assertThat(refusal(spam(9), STRICT, MILD)).isEmpty();
        assertThat(refusal(spam(9), STRICT, "cid@strict.example")).isPresent();

        set("spamQuarantine", "off");
        set("spamFlagSubject", "off");
        assertThat(decide(spam(9), STRICT, MILD))
                .extracting(Decision::recipient, Decision::disposition)
                .containsExactly(tuple(STRICT, Disposition.QUARANTINE), tuple(MILD, Disposition.QUARANTINE));
        assertThat(decide(spam(9), STRICT).get(0).reason())
                .isEqualTo("this is refused at the door, and held where it had to be taken: The recipient does not take"
                        + " what looks like spam, as this message does");
    }

    @Test
    void whatThePolicyDeletesIsDeletedWhereItCouldNotBeRefused() {
        set("spamDelete", "very cautious");

        assertThat(decide(spam(4.5), STRICT).get(0).disposition()).isEqualTo(Disposition.QUARANTINE);
        assertThat(decide(spam(5), STRICT).get(0).disposition()).isEqualTo(Disposition.DELETE);
    }

    @Test
    void theMessageIsLookedAtOnlyWhereAllRecipientsMayRefuseIt() {
        database.protectedDomains().setExempt("open@strict.example", true);

        assertThat(mayRefuse(STRICT)).isTrue();
        assertThat(mayRefuse()).isFalse();
        assertThat(mayRefuse(STRICT, MILD)).isFalse();
        assertThat(mayRefuse(STRICT, "open@strict.example")).isFalse();
        assertThat(mayRefuse(STRICT, "Postmaster@strict.example")).isFalse();
        assertThat(mayRefuse(STRICT, "report@mx.gateway.example")).isFalse();
    }

    @Test
    void anAllowedSenderIsNotRefusedUnlessWithAVirus() {
        set("virusRefuse", "normal");
        database.senderLists()
                .add(new ListEntry(Kind.ALLOW, "strict.example", "partner.example", false, Optional.empty(), ""));

        assertThat(refusal(new Verdict(9, Category.SPAM, List.of(), List.of(), PROVEN), STRICT))
                .isEmpty();
        assertThat(refusal(spam(9), STRICT)).as("nothing is proven").isPresent();
        assertThat(refusal(new Verdict(9, Category.VIRUS, List.of(), List.of(), PROVEN), STRICT))
                .isPresent();
    }

    @Test
    void whatTheDomainInFromWantsRefusedIsRefusedWhereThatIsWanted() {
        Verdict forged = found(Authentication.none(), "DMARC_FAIL_REJECT");
        assertThat(refusal(forged, STRICT)).isEmpty();

        set("dmarcReject", "refuse");

        assertThat(refusal(forged, STRICT))
                .map(refused -> refused.code() + " " + refused.enhancedCode())
                .contains("550 5.7.26");
        assertThat(refusal(found(Authentication.none(), "DMARC_FAIL_QUARANTINE"), STRICT))
                .isEmpty();
        assertThat(decide(forged, STRICT).get(0).disposition()).isEqualTo(Disposition.QUARANTINE);
        assertThat(decide(forged, MILD).get(0).disposition()).isEqualTo(Disposition.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARC_VOUCHED", "KNOWN_FORWARDER", "KNOWN_CORRESPONDENT", "DNSLIST_ALLOWED"})
    void whoVouchesForAMessageKeepsItFromBeingRefusedForItsSender(String vouching) {
        set("dmarcReject", "refuse");
        set("spfFail", "refuse");

        assertThat(refusal(found(RULED_OUT, "DMARC_FAIL_REJECT", "SPF_FAIL", vouching), STRICT))
                .isEmpty();
        assertThat(Weights.shipped().of(vouching))
                .as("it is a finding that there is")
                .isPresent();
    }

    @Test
    void aForwarderOnTheAllowlistIsNotHeldToDmarc() {
        set("dmarcReject", "refuse");
        database.senderLists()
                .add(new ListEntry(Kind.ALLOW, "strict.example", "192.0.2.0/24", false, Optional.empty(), ""));

        assertThat(refusal(found(Authentication.none(), "DMARC_FAIL_REJECT"), STRICT))
                .isEmpty();
    }

    @Test
    void aServerThatTheSendersDomainRulesOutIsRefusedWhenNothingElseSpeaksForTheMessage() {
        set("spfFail", "refuse");

        assertThat(refusal(found(RULED_OUT, "SPF_FAIL"), STRICT))
                .map(refused -> refused.code() + " " + refused.enhancedCode())
                .contains("550 5.7.23");
        assertThat(refusal(found(RULED_OUT, "SPF_SOFTFAIL"), STRICT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PASS, true", "TEMPERROR, true", "FAIL, false", "PERMERROR, false"})
    void aSignatureThatIsValidOrMayBeKeepsAMessageFromBeingRefusedBySpf(Result signature, boolean taken) {
        set("spfFail", "refuse");
        Authentication signed = new Authentication(
                Result.FAIL,
                Optional.of("partner.example"),
                List.of(new Signature(signature, "list.example", "s1")),
                Result.NONE,
                Optional.empty(),
                false);

        assertThat(refusal(found(signed, "SPF_FAIL"), STRICT).isEmpty()).isEqualTo(taken);
    }

    @Test
    void whatTheDnsDoesNotSayRefusesNothing() {
        set("dmarcReject", "refuse");
        set("spfFail", "refuse");
        Authentication unknown = new Authentication(
                Result.FAIL, Optional.of("partner.example"), List.of(), Result.TEMPERROR, Optional.empty(), false);

        assertThat(refusal(found(unknown, "SPF_FAIL"), STRICT)).isEmpty();
    }

    private void set(String name, String value) {
        database.storedSettings().set(new OfDomain("strict.example"), name, Optional.of(value));
    }

    private boolean mayRefuse(String... recipients) {
        return door().mayRefuse(List.of(recipients));
    }

    private Optional<Refusal> refusal(Verdict verdict, String... recipients) {
        return door().refusal(verdict, envelope(recipients), List.of("joe@partner.example"), List.of(recipients));
    }

    private List<Decision> decide(Verdict verdict, String... recipients) {
        return new Decider(database.recipients(), database.senderLists(), profiles()::of, Weights::shipped, CLOCK)
                .decide(verdict, envelope(recipients), List.of("joe@partner.example"), List.of(recipients));
    }

    private DoorDecider door() {
        return new DoorDecider(
                database.recipients(),
                database.senderLists(),
                profiles()::of,
                new ServiceAddresses("mx.gateway.example"),
                CLOCK);
    }

    private Profiles profiles() {
        return new Profiles(database.effectiveSettings(), database.recipients(), Map.of());
    }

    private static Envelope envelope(String... recipients) {
        return new Envelope(
                MailNotes.clientAddress("192.0.2.7"),
                Optional.of("mx.partner.example"),
                Optional.of("joe@partner.example"),
                List.of(recipients));
    }

    private static Verdict spam(double score) {
        return verdict(Category.SPAM, score);
    }

    private static Verdict verdict(Category category, double score) {
        return new Verdict(score, category, List.of(), List.of(), Authentication.none());
    }

    private static Verdict found(Authentication authentication, String... findings) {
        Weights light = Weights.shipped().weighing(Map.of("DMARC_FAIL_REJECT", 0.1, "SPF_FAIL", 0.1));
        return light.verdict(
                Stream.of(findings).map(name -> new Finding(name, "seen")).toList(), List.of(), authentication);
    }
}
