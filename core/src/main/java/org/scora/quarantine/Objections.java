package org.scora.quarantine;

import java.util.List;
import java.util.Locale;
import org.scora.people.Role;
import org.scora.quarantine.HeldActions.Order;
import org.scora.quarantine.HeldActions.Refused;
import org.scora.quarantine.ReleasePolicy.Action;
import org.scora.quarantine.ReleasePolicy.Permission;

/** Says why something may not be done. */
final class Objections {
    private Objections() {}

    static Refused refused(Permission permission, Order order, Action action, HeldCopy copy) {
        return new Refused(List.of(copy.recipient()), objection(permission), sentence(permission, order, action));
    }

    private static Objection objection(Permission permission) {
        return switch (permission) {
            case ON_REQUEST -> Objection.ON_REQUEST;
            case WITH_REASON -> Objection.REASON_NEEDED;
            case NO, YES -> Objection.NOT_ALLOWED;
        };
    }

    private static String sentence(Permission permission, Order order, Action action) {
        String category = order.message().category().name().toLowerCase(Locale.ROOT);
        return switch (permission) {
            case ON_REQUEST ->
                "what was held as " + category + " is released by the domain's administrators; its"
                        + " release can be requested";
            case WITH_REASON ->
                action == Action.RELEASE
                        ? "it was held as " + category + "; to release it, a reason has to be given"
                        : "a reason has to be given";
            case NO, YES ->
                order.actor().role() == Role.USER
                        ? "this can be done by the domain's administrators only"
                        : "the settings do not let " + who(order.actor().role()) + " do this with " + category;
        };
    }

    private static String who(Role role) {
        return role == Role.DOMAIN_ADMINISTRATOR ? "the domain's administrators" : "anybody";
    }
}
