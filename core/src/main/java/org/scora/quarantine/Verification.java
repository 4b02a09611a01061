package org.scora.quarantine;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scora.people.Actor;

/** Holds index and contents of the quarantine against each other, and mends what can be mended without a loss. */
public final class Verification {
    // Content is written before its row in the index.
    private static final Duration YOUNG = Duration.ofHours(1);

    private final HeldMessages index;
    private final HeldCopies copies;
    private final Quarantine quarantine;
    private final ContentStore contents;
    private final Clock clock;

    public Verification(
            HeldMessages index, HeldCopies copies, Quarantine quarantine, ContentStore contents, Clock clock) {
        this.index = index;
        this.copies = copies;
        this.quarantine = quarantine;
        this.contents = contents;
        this.clock = clock;
    }

    /** What is wrong, or was mended. */
    public enum Kind {
        /** A message whose content is gone. */
        CONTENT_MISSING,
        /** A message whose content is not what was written. */
        CONTENT_DAMAGED,
        /** Content of a message that the index does not have, or that ended. */
        CONTENT_WITHOUT_MESSAGE
    }

    /**
     * One thing that is wrong.
     *
     * @param name the receipt, or the key where there is none
     * @param detail where it is, and what was done about it
     * @param mended whether it is as it should be now
     */
    public record Trouble(Kind kind, String name, String detail, boolean mended) {}

    /** @param messages how many messages were looked at */
    public record Report(long messages, List<Trouble> troubles) {}

    /**
     * Looks at everything; reads all contents.
     *
     * @param repair whether to mend: a message whose content is gone is marked as deleted, content that nobody knows is
     *     set aside
     */
    public Report verify(boolean repair, Actor actor) {
        quarantine.removeContents(copies);
        List<Trouble> troubles = new ArrayList<>();
        List<String> keys = index.keys();
        keys.forEach(key -> copies.withContent(key).ifPresent(message -> look(message, repair, actor, troubles)));
        contents.keys().forEach(key -> lookForOrphan(key, repair, troubles));
        return new Report(keys.size(), troubles);
    }

    private void look(HeldMessage message, boolean repair, Actor actor, List<Trouble> troubles) {
        try {
            quarantine.bytesOf(message);
        } catch (MissingContent e) {
            boolean mended = repair && markDeleted(message, actor);
            troubles.add(new Trouble(
                    Kind.CONTENT_MISSING,
                    message.receipt(),
                    "the " + e.place() + " is missing" + (mended ? "; marked as deleted" : ""),
                    mended));
        } catch (DamagedContent e) {
            troubles.add(new Trouble(
                    Kind.CONTENT_DAMAGED,
                    message.receipt(),
                    String.valueOf(e.getMessage()).replace("java.io.IOException: ", "") + "; put it back from a backup",
                    false));
        }
    }

    private boolean markDeleted(HeldMessage message, Actor actor) {
        return !copies.change(new CopyChange(
                        message.key(),
                        message.recipients(),
                        Set.of(HeldState.HELD, HeldState.RELEASED, HeldState.RELEASING),
                        HeldState.DELETED,
                        clock.instant(),
                        actor,
                        "repair",
                        "its content is missing"))
                .isEmpty();
    }

    private void lookForOrphan(String key, boolean repair, List<Trouble> troubles) {
        try {
            Instant old = clock.instant().minus(YOUNG);
            if (copies.withContent(key).isPresent() || contents.writtenAt(key).isAfter(old)) {
                return;
            }
            String place = repair ? contents.setAside(key) : contents.place(key);
            troubles.add(
                    new Trouble(Kind.CONTENT_WITHOUT_MESSAGE, key, (repair ? "set aside as " : "") + place, repair));
        } catch (UncheckedIOException e) {
            troubles.add(
                    new Trouble(Kind.CONTENT_WITHOUT_MESSAGE, key, "can not be looked at: " + e.getMessage(), false));
        }
    }
}
