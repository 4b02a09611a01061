package org.scora.console.command;

import org.scora.seal.Seals;

/** Finds the secret of the server that runs, or ran, here. */
final class SealSecret {
    private SealSecret() {}

    static Seals in(Surroundings surroundings) {
        return Seals.read(Seals.file(surroundings.varFolder()), surroundings.clock())
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED,
                        "There is no seal secret in " + Seals.file(surroundings.varFolder())
                                + ". The server makes it when it starts for the first time."));
    }
}
