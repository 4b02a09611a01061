package org.scora.matchers;

import java.util.List;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMatcherConfig;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Json;
import org.scora.message.MailAttributes;
import org.scora.message.Summary;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;
import org.scora.score.Category;
import org.scora.score.Finding;
import org.scora.score.UnknownCheck;
import org.scora.score.Verdict;
import org.scora.score.WeighedFinding;
import org.scora.score.Weights;

/** A mail as the mailets leave it, and a matcher as James makes it ready. */
abstract class MatcherTest {
    static final String BOB = "bob@example.com";
    static final String CAROL = "Carol@example.com";

    static Mail mail(Verdict verdict) throws Exception {
        Mail mail = unscored();
        put(mail, MailAttributes.VERDICT, Json.write(verdict));
        return mail;
    }

    static Mail unscored() throws Exception {
        return FakeMail.builder()
                .name("mail")
                .sender("ann@example.org")
                .recipients(BOB, CAROL)
                .remoteAddr("192.0.2.1")
                .build();
    }

    static Verdict verdict(double score, Category category, String... findings) {
        List<WeighedFinding> weighed = Weights.shipped()
                .verdict(
                        java.util.Arrays.stream(findings)
                                .map(name -> new Finding(name, ""))
                                .toList(),
                        List.<UnknownCheck>of(),
                        Authentication.none())
                .findings();
        return new Verdict(score, category, weighed, List.of(), Authentication.none());
    }

    static Verdict provenBySpf(String domain) {
        return new Verdict(
                0,
                Category.SPAM,
                List.of(),
                List.of(),
                new Authentication(
                        Result.PASS,
                        java.util.Optional.of(domain),
                        List.of(),
                        Result.NONE,
                        java.util.Optional.empty(),
                        false));
    }

    static void decide(Mail mail, String recipient, Disposition disposition, String other, Disposition rest) {
        put(
                mail,
                MailAttributes.DECISIONS,
                Json.write(List.of(new Decision(recipient, disposition, "test"), new Decision(other, rest, "test"))));
    }

    static void summarize(Mail mail, String subject, int hops) {
        put(mail, MailAttributes.SUMMARY, Json.write(new Summary(subject, List.of("ann@example.org"), 100, hops)));
    }

    static <M extends GenericMatcher> M ready(M matcher, String condition) throws Exception {
        matcher.init(FakeMatcherConfig.builder()
                .matcherName(matcher.getClass().getSimpleName())
                .condition(condition)
                .build());
        return matcher;
    }

    static List<String> matched(GenericMatcher matcher, Mail mail) throws Exception {
        return matcher.match(mail).stream().map(MailAddress::asString).toList();
    }

    private static void put(Mail mail, String name, String text) {
        mail.setAttribute(new Attribute(AttributeName.of(name), AttributeValue.of(text)));
    }
}
