package org.scora.report.digest;

import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.people.Link.Kind;
import org.scora.people.Role;
import org.scora.policy.Reason;
import org.scora.quarantine.DigestLog.Contents;
import org.scora.quarantine.HeldCopy;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.ReleasePolicy.Action;
import org.scora.quarantine.ReleasePolicy.Permission;
import org.scora.report.Harmless;
import org.scora.report.Wording;
import org.scora.report.digest.DigestView.Act;
import org.scora.report.digest.DigestView.Group;
import org.scora.report.digest.DigestView.Item;
import org.scora.score.Category;
import org.scora.score.Explanation;
import org.scora.score.Weights;

/** Puts a digest into its reader's words. */
final class DigestWriter {
    private static final int SUBJECT = 100;
    private static final int REASON = 200;

    private final DigestReader reader;
    private final DigestLinks links;
    private final Wording words;
    private final Weights weights;
    private final String gateway;

    DigestWriter(DigestReader reader, DigestLinks links, Weights weights, String gateway) {
        this.reader = reader;
        this.links = links;
        this.words = reader.words();
        this.weights = weights;
        this.gateway = gateway;
    }

    DigestView view(Contents contents) {
        int omitted = contents.total() - contents.messages().size();
        return new DigestView(
                words,
                ReplyText.MARK,
                words.say("digest.headline", contents.total(), Harmless.unlinked(reader.owner())),
                notes(),
                groups(contents),
                omitted > 0 ? Optional.of(words.say("digest.more", omitted)) : Optional.empty(),
                new Act(words.say("foot.quarantine"), links.login()),
                reader.mayEnd()
                        ? Optional.of(new Act(words.say("foot.off"), links.off().toString()))
                        : Optional.empty(),
                words.say("foot.made", Harmless.unlinked(gateway)),
                links.decoy());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(words.say("digest.intro"));
        if (reader.shared()) {
            notes.add(words.say("digest.shared", Harmless.unlinked(reader.owner())));
        }
        notes.add(words.say("digest.zone", reader.zone().getId()));
        return notes;
    }

    // The group with the most doubtful message first.
    private List<Group> groups(Contents contents) {
        return Arrays.stream(Category.values())
                .map(category -> contents.messages().stream()
                        .filter(message -> message.category() == category)
                        .toList())
                .filter(messages -> !messages.isEmpty())
                .sorted(Comparator.comparing(messages -> messages.get(0).score()))
                .map(messages -> group(contents, messages))
                .toList();
    }

    private Group group(Contents contents, List<HeldMessage> messages) {
        Category category = messages.get(0).category();
        return new Group(
                words.say("group." + word(category), contents.counts().getOrDefault(category, messages.size())),
                messages.stream().map(this::item).toList());
    }

    private static String word(Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    private Item item(HeldMessage message) {
        String subject = Harmless.text(message.subject(), SUBJECT);
        return new Item(
                subject.isEmpty() ? words.say("item.no-subject") : subject,
                sender(message),
                recipient(message),
                words.moment(message.heldAt(), reader.zone()),
                words.day(reader.keptUntil(message), reader.zone()),
                why(message),
                message.receipt(),
                acts(message));
    }

    private String sender(HeldMessage message) {
        return message.facts().from().stream()
                .filter(address -> !address.isBlank())
                .findFirst()
                .or(message::sender)
                .map(ShownAddress::of)
                .orElseGet(() -> words.say("item.no-sender"));
    }

    private Optional<String> recipient(HeldMessage message) {
        return message.copies().stream()
                .filter(copy -> copy.owner().equalsIgnoreCase(reader.owner()))
                .map(HeldCopy::recipient)
                .filter(recipient -> !recipient.equalsIgnoreCase(reader.owner()))
                .findFirst()
                .map(ShownAddress::of);
    }

    private String why(HeldMessage message) {
        Optional<String> entry = Reason.blockingEntry(message.reason());
        if (entry.isPresent()) {
            return words.say("item.blocked", ShownAddress.of(entry.get()));
        }
        if (message.score() <= 0) {
            return Harmless.text(message.reason(), REASON);
        }
        String certain = words.say("item." + word(message.category()), certainty(message.score()));
        return strongest(message)
                .map(sentence -> certain + " " + Harmless.text(sentence, REASON))
                .orElse(certain);
    }

    private String certainty(double score) {
        return Explanation.certainty(score)
                .replace('.', DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator())
                .replace(' ', '\u00a0');
    }

    private Optional<String> strongest(HeldMessage message) {
        return message.facts().findings().stream()
                .flatMap(name -> weights.of(name).stream())
                .filter(weight -> weight.points() > 0)
                .flatMap(weight -> words.finding(weight.name(), weight.sentence()).stream())
                .findFirst();
    }

    private List<Act> acts(HeldMessage message) {
        Permission release = reader.policy().permission(Role.USER, Action.RELEASE, message.category());
        return List.of(
                new Act(
                        words.say(release == Permission.YES ? "action.release" : "action.request"),
                        links.to(Kind.RELEASE, message),
                        release == Permission.YES),
                new Act(words.say("action.show"), links.to(Kind.SHOW, message)),
                new Act(words.say("action.delete"), links.to(Kind.DELETE, message)));
    }
}
