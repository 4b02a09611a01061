package org.scora.quarantine;

import java.util.Set;
import org.scora.domain.EffectiveSettings;
import org.scora.people.Role;
import org.scora.policy.QuarantineSettings;
import org.scora.score.Category;

/**
 * Who may do what with held mail of a domain. A pure function of the domain's settings: pages, commands and mails ask
 * the same.
 *
 * @param users categories of mail that users release
 * @param administrators categories of mail that the domain's administrators release
 * @param usersMayAllowSenders whether users have an allowlist and a blocklist of their own
 */
public record ReleasePolicy(Set<Category> users, Set<Category> administrators, boolean usersMayAllowSenders) {

    /** What can be done with a held message. */
    public enum Action {
        RELEASE,
        /** Let mail of its sender through from now on. */
        ALLOW_SENDER,
        /** Teach the filter that it is wanted. */
        TEACH_WANTED,
        DELETE,
        /** Hold mail of its sender from now on. */
        BLOCK_SENDER,
        /** Teach the filter that it is unwanted, and delete it. */
        REPORT_SPAM,
        /** Ask the domain's administrators to release it. */
        REQUEST,
        /** Say yes or no to such a request. */
        DECIDE_REQUEST,
        /** Keep it whatever the settings say. */
        LEGAL_HOLD
    }

    /** Whether it may be done. */
    public enum Permission {
        YES,
        /** If a reason is given, which stands in the audit log. */
        WITH_REASON,
        /** No, but it can be requested. */
        ON_REQUEST,
        NO
    }

    public ReleasePolicy {
        users = Set.copyOf(users);
        administrators = Set.copyOf(administrators);
    }

    /** What a domain's settings say. */
    public static ReleasePolicy of(EffectiveSettings settings, String domain) {
        return new ReleasePolicy(
                settings.value(domain, QuarantineSettings.USERS_MAY_RELEASE),
                settings.value(domain, QuarantineSettings.ADMINISTRATORS_MAY_RELEASE),
                settings.value(domain, QuarantineSettings.USERS_MAY_ALLOW_SENDERS));
    }

    /** Whether somebody may do this with a message of his own, or of a domain that he administers. */
    public Permission permission(Role role, Action action, Category category) {
        return switch (action) {
            case RELEASE -> release(role, category);
            case DECIDE_REQUEST -> role == Role.USER ? Permission.NO : release(role, category);
            case ALLOW_SENDER -> category == Category.VIRUS ? Permission.NO : lists(role);
            case BLOCK_SENDER -> lists(role);
            case TEACH_WANTED -> category == Category.VIRUS ? Permission.NO : yesIfReleased(role, category);
            case DELETE, REPORT_SPAM -> Permission.YES;
            case REQUEST -> role == Role.USER ? Permission.YES : Permission.NO;
            case LEGAL_HOLD -> role == Role.USER ? Permission.NO : Permission.WITH_REASON;
        };
    }

    private Permission release(Role role, Category category) {
        Permission yes = category == Category.VIRUS ? Permission.WITH_REASON : Permission.YES;
        return switch (role) {
            case OPERATOR -> yes;
            case DOMAIN_ADMINISTRATOR -> administrators.contains(category) ? yes : Permission.NO;
            case USER ->
                category != Category.VIRUS && users.contains(category) ? Permission.YES : Permission.ON_REQUEST;
        };
    }

    // Whoever can not let it go can not say either that it is good.
    private Permission yesIfReleased(Role role, Category category) {
        return release(role, category) == Permission.YES ? Permission.YES : Permission.NO;
    }

    private Permission lists(Role role) {
        return role != Role.USER || usersMayAllowSenders ? Permission.YES : Permission.NO;
    }
}
