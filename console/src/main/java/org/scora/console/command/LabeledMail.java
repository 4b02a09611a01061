package org.scora.console.command;

import org.scora.message.MailPlace;

/** A message of which somebody says what it is. */
record LabeledMail(MailPlace place, boolean unwanted) {}
