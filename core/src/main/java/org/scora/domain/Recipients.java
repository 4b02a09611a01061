package org.scora.domain;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.message.Addresses;
import org.scora.setting.Setting;

/**
 * To whose mailboxes an address leads: by an alias, or without its tag ({@code ann+shop} is Ann). Whose settings, lists
 * and quarantine count for mail is decided by this; where mail is relayed to is not, that stays the address as written.
 */
public final class Recipients {
    private final ProtectedDomains domains;
    private final Aliases aliases;
    private final EffectiveSettings settings;

    public Recipients(ProtectedDomains domains, Aliases aliases, EffectiveSettings settings) {
        this.domains = domains;
        this.aliases = aliases;
        this.settings = settings;
    }

    /**
     * Local parts of the mailboxes of a protected domain to which a local part leads, in lower case; itself when nothing
     * else is known. An alias wins over a mailbox of the same name, since lists of mailboxes often hold aliases too.
     */
    public List<String> mailboxesOf(ProtectedDomain domain, String localPart) {
        String written = localPart.toLowerCase(Locale.ROOT);
        List<String> byAlias = aliases.mailboxesOf(domain.name(), written);
        if (!byAlias.isEmpty()) {
            return byAlias;
        }
        if (domains.hasMailbox(domain.name(), written)) {
            return List.of(written);
        }
        Optional<String> untagged = untagged(domain, written);
        List<String> byAliasWithTag =
                untagged.map(name -> aliases.mailboxesOf(domain.name(), name)).orElse(List.of());
        if (!byAliasWithTag.isEmpty()) {
            return byAliasWithTag;
        }
        boolean mayBeUntagged = domain.recipients() != RecipientPolicy.LISTED
                || untagged.filter(name -> domains.hasMailbox(domain.name(), name))
                        .isPresent();
        return List.of(untagged.filter(name -> mayBeUntagged).orElse(written));
    }

    /** Whether a local part leads to a mailbox on the domain's list, or is on it. */
    public boolean isListed(ProtectedDomain domain, String localPart) {
        return domains.hasMailbox(domain.name(), localPart)
                || mailboxesOf(domain, localPart).stream()
                        .anyMatch(mailbox -> domains.hasMailbox(domain.name(), mailbox));
    }

    /** The mailbox whose settings hold for mail to this address; empty when that is none or several. */
    public Optional<String> ownerOf(String recipient) {
        return domainOf(recipient)
                .map(domain -> mailboxesOf(domain, Addresses.localPartOf(recipient)))
                .filter(mailboxes -> mailboxes.size() == 1)
                .map(mailboxes -> mailboxes.get(0));
    }

    /** The address of the mailbox whose settings hold for mail to this address; empty when that is none or several. */
    public Optional<String> ownerAddressOf(String recipient) {
        return ownerOf(recipient).flatMap(mailbox -> domainOf(recipient).map(domain -> mailbox + "@" + domain.name()));
    }

    /** Whether mail to an address reaches a mailbox, or one of the mailboxes, to which another address leads. */
    public boolean reaches(String recipient, String other) {
        Optional<ProtectedDomain> domain = domainOf(recipient);
        return domain.isPresent()
                && domain.equals(domainOf(other))
                && !Collections.disjoint(
                        mailboxesOf(domain.get(), Addresses.localPartOf(recipient)),
                        mailboxesOf(domain.get(), Addresses.localPartOf(other)));
    }

    /** Whether mail to this address is not filtered: the address, or all mailboxes to which it leads, are exempt. */
    public boolean isExempt(String recipient) {
        return domains.isExempt(recipient)
                || domainOf(recipient)
                        .filter(domain -> mailboxesOf(domain, Addresses.localPartOf(recipient)).stream()
                                .allMatch(mailbox -> domains.isExempt(mailbox + "@" + domain.name())))
                        .isPresent();
    }

    /** What a setting is for the domain of an address; empty for a domain that is not protected. */
    public <T> Optional<T> value(String recipient, Setting<T> setting) {
        return domainOf(recipient).map(domain -> settings.value(domain.name(), setting));
    }

    private Optional<ProtectedDomain> domainOf(String recipient) {
        return Addresses.domainOf(recipient).flatMap(domains::find);
    }

    private Optional<String> untagged(ProtectedDomain domain, String localPart) {
        return settings.value(domain.name(), RecipientSettings.DELIMITER)
                .map(localPart::indexOf)
                .filter(end -> end > 0)
                .map(end -> localPart.substring(0, end));
    }
}
