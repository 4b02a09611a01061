package org.scora.mailets.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Gives each destination a lane of its own, so that one that is slow or dead holds up nobody: of the mails for it, some
 * are worked on, some wait in memory, and all others are put off to the queue. A destination that did not answer is
 * asked by one mail at a time, and the others hear its last answer. Safe for use by several threads; never blocks.
 */
final class Lanes {
    /** How many mails may be put off at the same time. */
    static final int ASIDE = 16;

    private static final int MOST_REMEMBERED = 10_000;

    private final Limits limits;
    private final Clock clock;
    private final Executor workers;
    private final Executor aside;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Set<Lane> withWaiting = new LinkedHashSet<>();
    private int running;
    private int doubtfulRunning;
    private int waiting;
    private boolean stopping;

    /**
     * @param connections how many attempts there are at the same time, and how many mails may wait for one in memory
     * @param perDestination how many of the attempts may go to one destination
     * @param bytesPerDestination how many bytes of mail for one destination are held at the same time
     * @param pause how long a destination that did not answer is left alone
     */
    record Limits(int connections, int perDestination, long bytesPerDestination, Duration pause) {
        /** Destinations that have not proven to answer get half of the connections, so that the others have some. */
        int doubtful() {
            return Math.max(1, connections / 2);
        }

        int mostInHand() {
            return 2 * connections + ASIDE;
        }
    }

    /** One mail. Each method ends its work and is called once at most; none may throw. */
    interface Job {
        /** Whether somebody asked for an attempt at once. */
        boolean isUrgent();

        /** In bytes. */
        long size();

        Delivery attempt();

        /** There is no room now. */
        void putOff(Duration delay);

        /** The destination did not answer a moment ago. */
        void notNow(DeliveryResult lastAnswer);

        /** The gateway stops. */
        void abandon();
    }

    /**
     * @param workers runs attempts; at least as many threads as connections
     * @param aside runs what does not talk to a destination
     */
    Lanes(Limits limits, Clock clock, Executor workers, Executor aside) {
        this.limits = limits;
        this.clock = clock;
        this.workers = workers;
        this.aside = aside;
    }

    synchronized void submit(String destination, Job job) {
        forgetSome();
        Lane lane = lanes.computeIfAbsent(destination, name -> new Lane());
        Instant now = clock.instant();
        if (lane.leavesAlone(now, job.isUrgent())) {
            notNow(job, lane.lastAnswer());
        } else if (!lane.hasRoomFor(job.size(), limits.bytesPerDestination())) {
            putOff(job, lane);
        } else if (mayRun(lane)) {
            lane.enter(job.size());
            start(lane, job);
        } else if (mayWait(lane, now)) {
            lane.enter(job.size());
            lane.add(job);
            waiting++;
            withWaiting.add(lane);
        } else {
            putOff(job, lane);
        }
    }

    private boolean mayWait(Lane lane, Instant now) {
        return !stopping
                && lane.waiting() < limits.perDestination()
                && waiting < limits.connections()
                && !lane.isStuck(now);
    }

    private void putOff(Job job, Lane lane) {
        Duration delay = lane.delayForOneMore(limits.perDestination());
        aside.execute(() -> job.putOff(delay));
    }

    private boolean mayRun(Lane lane) {
        return running < limits.connections()
                && lane.running() < lane.mostAtOnce(limits.perDestination())
                && (!lane.isDoubtful() || doubtfulRunning < limits.doubtful());
    }

    private void start(Lane lane, Job job) {
        boolean doubtful = lane.isDoubtful();
        Instant began = clock.instant();
        running++;
        doubtfulRunning += doubtful ? 1 : 0;
        lane.begin(began);
        workers.execute(() -> {
            Delivery delivery = job.attempt();
            end(lane, job, doubtful, began, delivery);
        });
    }

    private synchronized void end(Lane lane, Job job, boolean doubtful, Instant began, Delivery delivery) {
        Instant now = clock.instant();
        running--;
        lane.leave(job.size());
        doubtfulRunning -= doubtful ? 1 : 0;
        if (delivery.isNone()) {
            lane.end();
        } else {
            lane.end(Duration.between(began, now), now.plus(limits.pause()), delivery.unreachable());
        }
        if (delivery.unreachable().isPresent()) {
            takeAll(lane, delivery.unreachable().get());
        }
        startWaiting();
    }

    private void takeAll(Lane lane, DeliveryResult answer) {
        while (lane.waiting() > 0) {
            notNow(take(lane), answer);
        }
        withWaiting.remove(lane);
    }

    private Job take(Lane lane) {
        waiting--;
        Job job = lane.take();
        lane.leave(job.size());
        return job;
    }

    /** One of each lane, and then the next, so that a lane with many does not take all that is free. */
    private void startWaiting() {
        List<Lane> ready;
        do {
            ready = withWaiting.stream().filter(this::mayRun).toList();
            ready.forEach(this::startOne);
        } while (!ready.isEmpty());
    }

    private void startOne(Lane lane) {
        if (!mayRun(lane)) {
            return;
        }
        withWaiting.remove(lane);
        Job job = take(lane);
        lane.enter(job.size());
        start(lane, job);
        if (lane.waiting() > 0) {
            withWaiting.add(lane);
        }
    }

    /** Gives up the mails that wait in memory; those that are worked on end by themselves. */
    synchronized void stop() {
        stopping = true;
        for (Lane lane : List.copyOf(withWaiting)) {
            while (lane.waiting() > 0) {
                take(lane).abandon();
            }
        }
        withWaiting.clear();
    }

    private void notNow(Job job, DeliveryResult answer) {
        aside.execute(() -> job.notNow(answer));
    }

    private void forgetSome() {
        if (lanes.size() > MOST_REMEMBERED) {
            lanes.values().removeIf(Lane::isIdle);
        }
    }
}
