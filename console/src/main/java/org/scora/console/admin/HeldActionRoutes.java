package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.policy.ListChanges;
import org.scora.policy.ListEntry;
import org.scora.quarantine.DamagedContent;
import org.scora.quarantine.HeldActions;
import org.scora.quarantine.HeldActions.Answer;
import org.scora.quarantine.HeldActions.Order;
import org.scora.quarantine.HeldActions.Refused;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldState;
import org.scora.quarantine.MissingContent;
import org.scora.quarantine.Quarantine;
import org.scora.quarantine.SenderChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Service;

/** What an operator does with a held message. */
public final class HeldActionRoutes implements Routes {
    private static final Logger LOGGER = LoggerFactory.getLogger(HeldActionRoutes.class);

    private final Quarantine quarantine;
    private final HeldActions actions;
    private final ListChanges changes;
    private final Clock clock;

    @Inject
    public HeldActionRoutes(Quarantine quarantine, HeldActions actions, ListChanges changes, Clock clock) {
        this.quarantine = quarantine;
        this.actions = actions;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What is to be done.
     *
     * @param recipients for whom; all when it is left out
     * @param reason for the audit log
     * @param learn whether a release teaches that it is wanted; so by default
     * @param sender which sender to allow or to block with it; none when it is left out
     * @param expires when the entry ends; an allow entry ends after a year by default, a block entry never
     * @param on whether a legal hold begins or ends
     */
    public record ActionForm(
            Optional<List<String>> recipients,
            Optional<String> reason,
            Optional<Boolean> learn,
            Optional<SenderChoice.Scope> sender,
            Optional<Instant> expires,
            Optional<Boolean> on) {
        static final ActionForm NOTHING = new ActionForm(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * What was done.
     *
     * @param done recipients for whom it was done now
     * @param later recipients to whom it goes once the queue works again
     * @param before recipients for whom it had been done before
     * @param lost recipients to whom it can not be released, since its content is gone
     * @param refused for whom it was not done, and why
     * @param learned whether the filter learned what it is, and for the first time
     * @param listed entries that hold now
     * @param notListed why there is no entry, if one was asked for
     */
    public record Done(
            String receipt,
            List<String> done,
            List<String> later,
            List<String> before,
            List<Lost> lost,
            List<Refused> refused,
            boolean learned,
            List<Listed> listed,
            Optional<String> notListed) {}

    /**
     * What can not be released.
     *
     * @param place where the content would have to be
     */
    public record Lost(List<String> recipients, String place) {}

    /** @param change names the change, to undo it; empty when the entry was there before */
    public record Listed(ListEntry entry, Optional<Long> change) {}

    @Override
    public String getBasePath() {
        return "/scora/quarantine/:message";
    }

    @Override
    public void define(Service service) {
        service.post(getBasePath() + "/release", answering(request -> each(request, this::release)));
        service.post(getBasePath() + "/delete", answering(request -> each(request, this::delete)));
        service.post(getBasePath() + "/report", answering(request -> each(request, this::report)));
        service.post(getBasePath() + "/legal-hold", answering(request -> each(request, this::legalHold)));
    }

    private interface Action {
        void act(Order order, ActionForm form, Collected collected);
    }

    private static final class Collected {
        private final List<String> done = new ArrayList<>();
        private final List<String> later = new ArrayList<>();
        private final List<String> before = new ArrayList<>();
        private final List<Lost> lost = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private final List<Listed> listed = new ArrayList<>();
        private boolean learned;
        private Optional<String> notListed = Optional.empty();

        void add(Answer answer) {
            (answer.later() ? later : done).addAll(answer.done());
            refused.addAll(answer.refused());
        }

        Done answer(String receipt) {
            return new Done(receipt, done, later, before, lost, refused, learned, listed, notListed);
        }
    }

    private Done each(AdminRequest request, Action action) {
        ActionForm form = request.hasBody() ? request.body(ActionForm.class) : ActionForm.NOTHING;
        List<HeldMessage> parts = HeldFinder.named(request, quarantine);
        List<String> recipients = form.recipients().orElse(List.of());
        requireKnown(parts, recipients);
        String reason = AdminRequest.bounded("reason", form.reason().orElse(""));
        Collected collected = new Collected();
        parts.forEach(
                part -> action.act(new Order(part, recipients, request.operator(), reason.strip()), form, collected));
        return collected.answer(parts.get(0).receipt());
    }

    private static void requireKnown(List<HeldMessage> parts, List<String> recipients) {
        recipients.stream()
                .filter(wanted -> parts.stream()
                        .flatMap(part -> part.recipients().stream())
                        .noneMatch(wanted::equalsIgnoreCase))
                .findFirst()
                .ifPresent(wanted -> {
                    throw AdminProblem.badRequest(
                            parts.get(0).receipt() + " did not come for " + wanted,
                            "See for whom it came: scora quarantine show "
                                    + parts.get(0).receipt());
                });
    }

    private void release(Order order, ActionForm form, Collected collected) {
        try {
            Answer answer = actions.release(order);
            collected.add(answer);
            if (answer.refused().isEmpty()) {
                collected.before.addAll(released(order, answer.done()));
            }
            if (!answer.done().isEmpty()) {
                collected.learned |= form.learn().orElse(true) && actions.teach(order, false);
                list(order, ListEntry.Kind.ALLOW, form, collected);
            }
        } catch (MissingContent e) {
            lost(order, e.place(), e, collected);
        } catch (DamagedContent e) {
            lost(order, e.place(), e, collected);
        }
    }

    private static List<String> released(Order order, List<String> now) {
        List<String> before = new ArrayList<>(order.message().recipientsIn(HeldState.RELEASED, HeldState.RELEASING));
        before.removeAll(now);
        before.removeIf(recipient ->
                !order.recipients().isEmpty() && order.recipients().stream().noneMatch(recipient::equalsIgnoreCase));
        return before;
    }

    private static void lost(Order order, String place, Exception cause, Collected collected) {
        LOGGER.error("{} can not be released: {}", order.message().receipt(), cause.getMessage());
        collected.lost.add(new Lost(order.message().recipients(), place));
    }

    private void delete(Order order, ActionForm form, Collected collected) {
        Answer answer = actions.delete(order);
        collected.add(answer);
        if (!answer.done().isEmpty()) {
            list(order, ListEntry.Kind.BLOCK, form, collected);
        }
    }

    private void report(Order order, ActionForm form, Collected collected) {
        collected.learned |= actions.teach(order, true);
        delete(order, form, collected);
    }

    private void legalHold(Order order, ActionForm form, Collected collected) {
        collected.add(actions.legalHold(order, form.on().orElse(true)));
    }

    private void list(Order order, ListEntry.Kind kind, ActionForm form, Collected collected) {
        form.sender().ifPresent(scope -> {
            Optional<Instant> expires = form.expires()
                    .or(() -> kind == ListEntry.Kind.ALLOW
                            ? Optional.of(clock.instant().plus(SenderChoice.ALLOWED_FOR))
                            : Optional.empty());
            try {
                actions.list(order, kind, scope, expires).forEach(entry -> collected.listed.add(listed(entry)));
            } catch (IllegalArgumentException e) {
                collected.notListed = Optional.ofNullable(e.getMessage());
            }
        });
    }

    private Listed listed(ListEntry entry) {
        return new Listed(entry, changes.of(entry).map(ListChanges.ListChange::id));
    }
}
