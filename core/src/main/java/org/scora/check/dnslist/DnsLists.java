package org.scora.check.dnslist;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** What do lists in the DNS say? Asks all of them at a time, and leaves those out that do not work. */
public final class DnsLists implements Check {
    static final String ALLOWED = "DNSLIST_ALLOWED";

    private static final int QUESTIONS_AT_MOST = 300;

    private final List<DnsList> lists;
    private final Dns dns;
    private final PublicSuffixes suffixes;
    private final WorkingLists working;
    private final Parallel parallel = new Parallel("dnslist");

    public DnsLists(List<DnsList> lists, Dns dns, PublicSuffixes suffixes, Clock clock) {
        this.lists = List.copyOf(lists);
        this.dns = dns;
        this.suffixes = suffixes;
        this.working = new WorkingLists(dns, clock);
    }

    /** The same lists, to be asked about a client before there is a message; what is left out is so for both. */
    public ClientLists ofClients() {
        return new ClientLists(lists, dns, working, parallel);
    }

    @Override
    public String name() {
        return "dns-lists";
    }

    @Override
    public List<String> findings() {
        return Stream.concat(Stream.of(Subject.values()).map(Subject::finding), Stream.of(ALLOWED))
                .toList();
    }

    @Override
    public boolean waits() {
        return !lists.isEmpty();
    }

    /** Tests all lists, so that what does not work is told at start-up. */
    @Override
    public void prepare() {
        lists.forEach(list -> parallel.start(() -> working.trouble(list)));
    }

    @Override
    public CheckResult examine(IncomingMessage message) throws InterruptedException {
        if (lists.isEmpty()) {
            return CheckResult.notFound();
        }
        Set<String> silent = new TreeSet<>();
        List<DnsList> usable = usable(silent);
        List<Listing> listings = ask(questions(usable, new Subjects(message, suffixes)), silent);
        List<Finding> findings = Listing.findings(listings);
        return silent.isEmpty()
                ? CheckResult.of(findings)
                : new CheckResult.Partial(findings, "no use of " + String.join(", ", silent));
    }

    private List<DnsList> usable(Set<String> silent) throws InterruptedException {
        List<Optional<String>> troubles = parallel.all(lists, working::trouble);
        List<DnsList> usable = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            if (troubles.get(i).isEmpty()) {
                usable.add(lists.get(i));
            } else {
                silent.add(lists.get(i).zone());
            }
        }
        return usable;
    }

    private static List<ListQuestion> questions(List<DnsList> usable, Subjects subjects) {
        List<ListQuestion> questions = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            List<DnsList> asked =
                    usable.stream().filter(list -> list.asks(subject)).toList();
            List<String> items = asked.isEmpty() ? List.of() : subjects.of(subject);
            items.forEach(item -> asked.forEach(list -> questions.add(new ListQuestion(list, subject, item))));
        }
        return questions.subList(0, Math.min(QUESTIONS_AT_MOST, questions.size()));
    }

    private List<Listing> ask(List<ListQuestion> questions, Set<String> silent) throws InterruptedException {
        List<ListAnswer> answers = parallel.all(questions, question -> question.ask(dns));
        List<Listing> listings = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            ListQuestion question = questions.get(i);
            ListAnswer answer = answers.get(i);
            working.heard(question.list(), answer);
            if (answer.trouble().isPresent()) {
                silent.add(question.list().zone());
            }
            listings.addAll(Listing.of(question, answer));
        }
        return listings;
    }
}
