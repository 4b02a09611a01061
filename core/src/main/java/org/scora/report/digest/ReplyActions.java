package org.scora.report.digest;

import java.util.List;
import java.util.Optional;
import org.scora.people.Actor;
import org.scora.people.Role;
import org.scora.quarantine.DamagedContent;
import org.scora.quarantine.HeldActions;
import org.scora.quarantine.HeldActions.Answer;
import org.scora.quarantine.HeldActions.Order;
import org.scora.quarantine.HeldCopy;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldMessages;
import org.scora.quarantine.HeldState;
import org.scora.quarantine.MissingContent;
import org.scora.quarantine.Objection;
import org.scora.quarantine.ReleasePolicy.Action;
import org.scora.quarantine.ReleasePolicy.Permission;
import org.scora.quarantine.RequestDesk;
import org.scora.report.Wording;

/** Does what an answer to a digest asks for, and says so in a sentence. */
public final class ReplyActions {
    private final HeldMessages held;
    private final HeldActions actions;
    private final RequestDesk desk;

    public ReplyActions(HeldMessages held, HeldActions actions, RequestDesk desk) {
        this.held = held;
        this.actions = actions;
        this.desk = desk;
    }

    private record Mine(HeldMessage message, HeldCopy copy) {}

    String release(String receipt, DigestReader reader, Actor actor) {
        Wording words = reader.words();
        List<Mine> all = held.byReceipt(receipt).stream()
                .flatMap(message -> message.copies().stream().map(copy -> new Mine(message, copy)))
                .filter(mine -> mine.copy().owner().equalsIgnoreCase(reader.owner()))
                .toList();
        Optional<Mine> stillHeld = all.stream()
                .filter(mine -> mine.copy().state() == HeldState.HELD)
                .findFirst();
        if (stillHeld.isPresent()) {
            return release(stillHeld.get(), words, actor);
        }
        boolean again = all.stream()
                .map(mine -> mine.copy().state())
                .anyMatch(state -> state == HeldState.RELEASED || state == HeldState.RELEASING);
        return words.say(again ? "answer.again" : "answer.unknown", receipt);
    }

    private String release(Mine mine, Wording words, Actor actor) {
        String receipt = mine.message().receipt();
        try {
            boolean onRequest = actor.role() == Role.USER
                    && actions.permission(actor, Action.RELEASE, mine.message(), mine.copy()) == Permission.ON_REQUEST;
            return onRequest
                    ? request(mine, words, actor)
                    : release(mine.message(), words, actor, mine.copy().owner());
        } catch (MissingContent | DamagedContent e) {
            return words.say("answer.kept", receipt, words.say("kept.gone"));
        }
    }

    private String release(HeldMessage message, Wording words, Actor actor, String owner) {
        List<String> recipients = message.copies().stream()
                .filter(copy -> copy.owner().equalsIgnoreCase(owner))
                .map(HeldCopy::recipient)
                .toList();
        Answer answer = actions.release(new Order(message, recipients, actor, ""));
        if (answer.done().isEmpty() && !answer.refused().isEmpty()) {
            return words.say(
                    "answer.kept",
                    message.receipt(),
                    words.say(why(answer.refused().get(0).why())));
        }
        return words.say(answer.later() ? "answer.later" : "answer.released", message.receipt());
    }

    private static String why(Objection objection) {
        return switch (objection) {
            case ON_REQUEST -> "kept.on-request";
            case REASON_NEEDED -> "kept.reason";
            case NOT_ALLOWED, LEGAL_HOLD -> "kept.not-allowed";
            case VIRUS -> "kept.virus";
            case NOT_SCANNED -> "kept.not-scanned";
        };
    }

    private String request(Mine mine, Wording words, Actor actor) {
        desk.file(mine.message(), mine.copy().owner(), actor, "");
        return words.say("answer.requested", mine.message().receipt());
    }
}
