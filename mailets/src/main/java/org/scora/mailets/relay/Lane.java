package org.scora.mailets.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What is known of one destination, and the mails that wait for it in memory. Guarded by {@link Lanes}. */
final class Lane {
    private static final Duration LONGEST_PUT_OFF = Duration.ofMinutes(5);
    private static final Duration LEAST_PUT_OFF = Duration.ofSeconds(1);
    /** An attempt that takes longer than this is one that may not be answered at all. */
    private static final Duration SWIFT = Duration.ofSeconds(5);

    private final Deque<Lanes.Job> waiting = new ArrayDeque<>();
    private int running;
    private long bytes;
    private long putOff;
    private long averageMs = 100;
    private boolean proven;
    private Optional<DeliveryResult> down = Optional.empty();
    private Instant leftAloneUntil = Instant.EPOCH;
    private Instant lastBegin = Instant.EPOCH;

    /** Whether a mail is better not tried now. */
    boolean leavesAlone(Instant now, boolean urgent) {
        boolean pause = running == 0 && !urgent && now.isBefore(leftAloneUntil);
        return down.isPresent() && (pause || isStuck(now));
    }

    /** Whether those that are worked on may take long, so that it is no use to wait for them. */
    boolean isStuck(Instant now) {
        return running > 0 && lastBegin.plus(SWIFT).isBefore(now);
    }

    DeliveryResult lastAnswer() {
        return down.orElseThrow();
    }

    /** Not one that answered the last time. */
    boolean isDoubtful() {
        return !proven;
    }

    /** One until it has answered: one that hangs from the start holds one connection and no more. */
    int mostAtOnce(int limit) {
        return proven ? limit : 1;
    }

    int running() {
        return running;
    }

    /** Of the mails that are worked on and that wait. */
    boolean hasRoomFor(long size, long mostBytes) {
        return bytes == 0 || bytes + size <= mostBytes;
    }

    void enter(long size) {
        bytes += size;
    }

    void leave(long size) {
        bytes -= size;
    }

    void begin(Instant now) {
        running++;
        lastBegin = now;
    }

    /** An attempt ended without asking. */
    void end() {
        running--;
    }

    /** @param unreachable why it did not answer; empty when it did */
    void end(Duration took, Instant pauseUntil, Optional<DeliveryResult> unreachable) {
        end();
        down = unreachable;
        proven = unreachable.isEmpty();
        leftAloneUntil = pauseUntil;
        putOff = unreachable.isPresent() ? 0 : Math.max(0, putOff - 1);
        if (proven) {
            averageMs = (averageMs * 7 + took.toMillis()) / 8;
        }
    }

    int waiting() {
        return waiting.size();
    }

    void add(Lanes.Job job) {
        waiting.add(job);
    }

    Lanes.Job take() {
        return waiting.remove();
    }

    /** About when its turn will be, behind all others that wait. */
    Duration delayForOneMore(int atOnce) {
        putOff++;
        Duration turn = LEAST_PUT_OFF.plusMillis((waiting.size() + putOff) * averageMs / atOnce);
        return turn.compareTo(LONGEST_PUT_OFF) < 0 ? turn : LONGEST_PUT_OFF;
    }

    boolean isIdle() {
        return running == 0 && waiting.isEmpty();
    }
}
