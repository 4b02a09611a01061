package org.scora.console.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about protected domains. */
@Command(name = "domain", description = "Protect domains: where their mail goes, which mailboxes they have.")
final class DomainCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new DomainCommand())
                .addSubcommand(new DomainAdd(surroundings))
                .addSubcommand(new DomainList(surroundings))
                .addSubcommand(new DomainShow(surroundings))
                .addSubcommand(new DomainCheck(surroundings))
                .addSubcommand(new DomainActivate(surroundings))
                .addSubcommand(new DomainSuspend(surroundings))
                .addSubcommand(new DomainSet(surroundings))
                .addSubcommand(new DomainUnset(surroundings))
                .addSubcommand(MailboxesCommand.create(surroundings))
                .addSubcommand(AliasCommand.create(surroundings))
                .addSubcommand(new DomainExempt(surroundings))
                .addSubcommand(new DomainRemove(surroundings));
    }
}
