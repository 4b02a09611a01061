package org.scora.report.advice;

import java.util.List;
import java.util.Optional;
import org.scora.report.contents.AllowEntry;
import org.scora.report.contents.Contents;

/** An entry of the allowlist that let mail through whose sender proved nothing should ask for a proof. */
final class ForgeableEntry implements Adviser {

    @Override
    public Optional<Advice> advise(Contents contents) {
        return contents.tables().allowEntries().stream()
                .filter(entry -> entry.spoofable() && entry.unproven() > 0)
                .filter(entry -> PlainNames.isPlain(entry.pattern()))
                .findFirst()
                .map(ForgeableEntry::advice);
    }

    // To add an entry anew replaces it; without the option it asks for a proof.
    private static Advice advice(AllowEntry entry) {
        return new Advice(
                "forgeable-entry",
                List.of(entry.pattern(), entry.unproven()),
                Optional.of("scora list allow add --domain=" + entry.domain() + " " + entry.pattern()));
    }
}
