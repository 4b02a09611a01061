/**
 * The demonstration: a gateway of its own, a small receiving mail server, and real-looking mail through both. Sees
 * everything, since it plays the operator, the senders and the customer. Start at {@link org.scora.demo.DemoCommand};
 * the end-to-end tests use {@link org.scora.demo.Sink} and {@link org.scora.demo.SmtpClient}.
 */
@NullMarked
package org.scora.demo;

import org.jspecify.annotations.NullMarked;
