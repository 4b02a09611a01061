/**
 * The {@code scora} command. Each subcommand is a class; those that change a server talk to its admin API and so need
 * one that runs, {@code score} and {@code config check} do not. Sees core and {@code console.admin}'s records. Start at
 * {@link org.scora.console.command.ScoraCommand}.
 */
@NullMarked
package org.scora.console.command;

import org.jspecify.annotations.NullMarked;
