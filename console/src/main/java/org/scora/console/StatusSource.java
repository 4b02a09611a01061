package org.scora.console;

/** Tells the gateway's state. Implementations are thread-safe and never throw: what can not be read is said so. */
@FunctionalInterface
public interface StatusSource {

    GatewayStatus read();
}
