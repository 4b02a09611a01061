package org.scora.mailets.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.configuration2.BaseConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.Scorer;
import org.scora.check.auth.SenderAuthentication;
import org.scora.check.text.Gtube;
import org.scora.dns.Dns;
import org.scora.dns.DnsjavaDns;
import org.scora.dns.PublicSuffixes;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;
import org.scora.domain.RouteHost;
import org.scora.domain.ServiceAddresses;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.mailets.MailSource;
import org.scora.mailets.MailStory;
import org.scora.mailets.Score;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.policy.DoorDecider;
import org.scora.policy.Profiles;
import org.scora.score.Weights;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

class ScoreAtDoorTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final String GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";
    private static final String STRICT = "ann@strict.example";

    private final List<MailImpl> mails = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private Database database;

    @BeforeEach
    void knowADomainThatRefusesSpam(@TempDir Path home) {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + home.resolve("scora"), "scora", "", 4));
        for (String name : List.of("strict.example", "mild.example")) {
            database.protectedDomains()
                    .save(new ProtectedDomain(
                            name,
                            DomainState.ACTIVE,
                            List.of(RouteHost.parse("127.0.0.1:2526", 10)),
                            RecipientPolicy.ANY,
                            List.of()));
        }
        set("spamRefuse", "normal");
    }

    @AfterEach
    void closeAll() {
        mails.forEach(LifecycleUtil::dispose);
        database.close();
    }

    @Test
    void spamIsRefused() throws Exception {
        Refusal answer = answer(door(new Gtube()), mail(GTUBE, STRICT)).orElseThrow();

        assertThat(answer.code()).isEqualTo(550);
        assertThat(answer.enhancedCode()).isEqualTo("5.7.1");
        assertThat(answer.text()).startsWith("The recipient does not take what looks like spam");
        assertThat(answer.reason()).isEqualTo(RefusalReason.CONTENT);
    }

    @Test
    void whatIsNotRefusedIsLeftToTheHookThatKeepsItAndCarriesItsVerdictAndItsBytes() throws Exception {
        MailImpl mail = mail("Gr\u00fc\u00dfe", STRICT);
        byte[] before = MailSource.bytes(mail).clone();

        Optional<Refusal> answer = answer(door(new Gtube(), new Counts()), mail);

        assertThat(answer).isEmpty();
        assertThat(MailSource.bytes(mail)).isEqualTo(before);
        assertThat(MailStory.of(mail).verdict()).isPresent();
        assertThat(MailStory.of(mail).summary().subject()).isEqualTo("Hello");

        Score score = new Score(scorer(new Counts()), CLOCK);
        score.init(FakeMailetConfig.builder().build());
        score.service(mail);
        assertThat(asked).as("how often the checks were asked").hasValue(1);
    }

    @Test
    void whatSomebodyWantsIsNotLookedAt() throws Exception {
        MailImpl mail = mail(GTUBE, STRICT, "bob@mild.example");

        assertThat(answer(door(new Counts()), mail)).isEmpty();

        assertThat(asked).hasValue(0);
        assertThat(MailStory.of(mail).verdict()).isEmpty();
    }

    @Test
    void whatTakesTooLongIsTakenAndScoredLater() throws Exception {
        MailImpl mail = mail(GTUBE, STRICT);

        assertThat(answer(door(new Gtube(), new NeverAnswers()), mail)).isEmpty();

        assertThat(MailStory.of(mail).verdict()).isEmpty();
    }

    @Test
    void aLargeMessageIsTakenAndScoredLater() throws Exception {
        MailImpl mail = mail(GTUBE + "\r\n" + "x".repeat(2_000_000).replaceAll("(.{70})", "$1\r\n"), STRICT);
        ScoreAtDoor door = new ScoreAtDoor(scorer(new Gtube()), decider(), CLOCK);
        door.init(config("mostKiB", "100"));

        assertThat(answer(door, mail)).isEmpty();
        assertThat(MailStory.of(mail).verdict()).isEmpty();
    }

    @Test
    void withoutAnAnswerThatTheOperatorRequiresNothingIsRefused() throws Exception {
        MailImpl mail = mail(GTUBE, STRICT);

        assertThat(answer(door(new Gtube(), new RequiredButAway()), mail)).isEmpty();
        assertThat(MailStory.of(mail).verdict()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayRefusesNothing() throws Exception {
        ScoreAtDoor door = door(new Gtube());
        MailImpl mail = mail(GTUBE, STRICT);
        database.close();

        assertThat(answer(door, mail)).isEmpty();
    }

    @Test
    void aDnsThatNeverAnswersRefusesNothing() throws Exception {
        set("dmarcReject", "refuse");
        set("spfFail", "refuse");
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Dns dns = DnsjavaDns.ofServers(List.of("127.0.0.1"), silent.getLocalPort(), Duration.ofMillis(50));
            Check authentication =
                    new SenderAuthentication(dns, PublicSuffixes.bundled(), Set.of(), "mx.gateway.example", CLOCK);

            assertThat(answer(door(authentication), mail("Hello", STRICT))).isEmpty();
        }
    }

    @Test
    void settingsOfTheHookAreValidated() {
        ScoreAtDoor door = new ScoreAtDoor(scorer(), decider(), CLOCK);

        assertThatThrownBy(() -> door.init(config("second", "3")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Did you mean 'seconds'?");
    }

    private void set(String name, String value) {
        database.storedSettings().set(new OfDomain("strict.example"), name, Optional.of(value));
    }

    private ScoreAtDoor door(Check... checks) throws ConfigurationException {
        ScoreAtDoor door = new ScoreAtDoor(scorer(checks), decider(), CLOCK);
        door.init(config("seconds", "1"));
        return door;
    }

    private static Scorer scorer(Check... checks) {
        return new Scorer(List.of(checks), Weights.shipped(), Duration.ofSeconds(10));
    }

    private DoorDecider decider() {
        Profiles profiles = new Profiles(database.effectiveSettings(), database.recipients(), Map.of());
        return new DoorDecider(
                database.recipients(),
                database.senderLists(),
                profiles::of,
                new ServiceAddresses("mx.gateway.example"),
                CLOCK);
    }

    private static Optional<Refusal> answer(ScoreAtDoor door, MailImpl mail) {
        Envelope envelope = new Envelope(
                Optional.of(InetAddresses.forString("192.0.2.1")),
                Optional.of("mail.senders.example"),
                Optional.of("joe@partner.example"),
                mail.getRecipients().stream().map(address -> address.asString()).toList());
        try {
            return door.refusal(envelope, mail);
        } finally {
            door.destroy();
        }
    }

    private MailImpl mail(String text, String... recipients) throws Exception {
        MailImpl mail = MailImpl.builder()
                .name("Mail1700000000000-7")
                .sender("joe@partner.example")
                .addRecipients(recipients)
                .build();
        String source = "From: Joe <joe@partner.example>\r\nSubject: Hello\r\nX-Raw: \u00e4\r\n\r\n" + text + "\r\n";
        MailSource.replace(mail, source.getBytes(StandardCharsets.ISO_8859_1));
        mails.add(mail);
        return mail;
    }

    private static BaseConfiguration config(String key, String value) {
        BaseConfiguration config = new BaseConfiguration();
        config.addProperty("[@class]", "x");
        config.addProperty(key, value);
        return config;
    }

    /** Waits until it is given up. */
    private static final class NeverAnswers extends Answering {
        @Override
        public CheckResult examine(IncomingMessage message) throws InterruptedException {
            new CountDownLatch(1).await();
            return CheckResult.notFound();
        }
    }

    private static final class RequiredButAway extends Answering {
        @Override
        public boolean required() {
            return true;
        }

        @Override
        public CheckResult examine(IncomingMessage message) {
            return CheckResult.unknown("no answer");
        }
    }

    private final class Counts extends Answering {
        @Override
        public CheckResult examine(IncomingMessage message) {
            asked.incrementAndGet();
            return CheckResult.notFound();
        }
    }

    private abstract static class Answering implements Check {
        @Override
        public String name() {
            return "of-the-test";
        }

        @Override
        public List<String> findings() {
            return List.of();
        }
    }
}
