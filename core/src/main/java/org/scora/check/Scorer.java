package org.scora.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.scora.message.Authentication;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;
import org.scora.score.UnknownCheck;
import org.scora.score.Verdict;
import org.scora.score.Weights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all checks about a message under one deadline and adds up what they found. Thread-safe. */
public final class Scorer {
    private static final Logger LOGGER = LoggerFactory.getLogger(Scorer.class);
    private static final int RECKONING_THREADS =
            Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    private static final int WAITING_THREADS = 64;
    // Most messages take a few milliseconds for all checks together.
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int QUEUED_AT_MOST = 10_000;

    private final List<Check> checks;
    private final List<SecondLook> secondLooks;
    private final Supplier<Weights> weights;
    private final Duration deadline;
    // Two pools, so that a name server that is slow does not keep the checks waiting that need none.
    private final ThreadPoolExecutor reckoning = pool("check", RECKONING_THREADS);
    private final ThreadPoolExecutor waiting = pool("check-waiting", WAITING_THREADS);

    /** @param deadline for all checks of one message together */
    public Scorer(List<Check> checks, Weights weights, Duration deadline) {
        this(checks, () -> weights, deadline);
    }

    /** @param weights those that count now; asked for each message */
    public Scorer(List<Check> checks, Supplier<Weights> weights, Duration deadline) {
        this(checks, List.of(), weights, deadline);
    }

    /** @param secondLooks what is asked when the checks have answered */
    public Scorer(List<Check> checks, List<SecondLook> secondLooks, Supplier<Weights> weights, Duration deadline) {
        this.checks = List.copyOf(checks);
        this.secondLooks = List.copyOf(secondLooks);
        this.weights = weights;
        this.deadline = deadline;
    }

    /** Never throws, whatever the message: a check that fails or is late is unknown. */
    public Verdict score(IncomingMessage message) {
        long end = System.nanoTime() + deadline.toNanos();
        Map<Check, FutureTask<CheckResult>> answers = new LinkedHashMap<>();
        checks.forEach(check -> answers.put(check, new FutureTask<>(() -> check.examine(message))));
        ask(answers);
        Collected collected = new Collected();
        answers.forEach((check, answer) -> collected.add(check.name(), await(check.name(), answer, end)));
        Authentication authentication = collected.authentication;
        secondLooks.forEach(look -> collected.add(look.name(), lookAgain(look, message, authentication, end)));
        return collected.verdict(weights.get());
    }

    /** What was asked, for those who list it. */
    public List<Check> checks() {
        return checks;
    }

    /** What could not be told although the operator requires it: the mail has to wait. */
    public List<UnknownCheck> missing(Verdict verdict) {
        return verdict.unknown().stream()
                .filter(unknown -> checks.stream()
                        .anyMatch(check -> check.required() && check.name().equals(unknown.check())))
                .toList();
    }

    private void ask(Map<Check, FutureTask<CheckResult>> answers) {
        List<FutureTask<CheckResult>> quick = new ArrayList<>();
        answers.forEach((check, answer) -> {
            if (check.waits()) {
                execute(waiting, answer);
            } else {
                quick.add(answer);
            }
        });
        FutureTask<Void> round = new FutureTask<>(() -> quick.forEach(FutureTask::run), null);
        execute(reckoning, round);
        if (!isDone(round)) {
            // One of them is stuck. A task that runs or ran is not run again, so the others are just asked on their
            // own.
            quick.forEach(answer -> execute(reckoning, answer));
        }
    }

    private boolean isDone(Future<?> round) {
        try {
            round.get(Math.min(PATIENCE.toMillis(), deadline.toMillis() / 2), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return false;
        }
    }

    private static void execute(ThreadPoolExecutor pool, FutureTask<?> task) {
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            task.cancel(false);
        }
    }

    private CheckResult lookAgain(SecondLook look, IncomingMessage message, Authentication authentication, long end) {
        FutureTask<CheckResult> answer = new FutureTask<>(() -> CheckResult.of(look.examine(message, authentication)));
        execute(waiting, answer);
        return await(look.name(), answer, end);
    }

    private CheckResult await(String check, Future<CheckResult> answer, long end) {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            return failed(check, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return unknown(check, "no answer within " + deadline.toMillis() + " ms");
        } catch (CancellationException e) {
            return unknown(check, "too much to do");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return unknown(check, "interrupted");
        }
    }

    private static CheckResult failed(String check, Throwable cause) {
        LOGGER.warn("Check {} failed; it is left out of the score", check, cause);
        return CheckResult.unknown(cause.getClass().getSimpleName());
    }

    private static CheckResult unknown(String check, String reason) {
        LOGGER.warn("Check {} is left out of the score: {}", check, reason);
        return CheckResult.unknown(reason);
    }

    private static ThreadPoolExecutor pool(String name, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUED_AT_MOST), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** The answers as they come in. */
    private static final class Collected {
        private final List<Finding> findings = new ArrayList<>();
        private final List<UnknownCheck> unknown = new ArrayList<>();
        private Authentication authentication = Authentication.none();

        void add(String check, CheckResult result) {
            if (result instanceof CheckResult.Found found) {
                findings.addAll(found.findings());
            } else if (result instanceof CheckResult.Partial partial) {
                findings.addAll(partial.findings());
                unknown.add(new UnknownCheck(check, partial.undecided()));
            } else if (result instanceof CheckResult.Unknown nothing) {
                unknown.add(new UnknownCheck(check, nothing.reason()));
            } else if (result instanceof CheckResult.Authenticated sender) {
                findings.addAll(sender.findings());
                authentication = sender.authentication();
                sender.undecided().ifPresent(reason -> unknown.add(new UnknownCheck(check, reason)));
            }
        }

        Verdict verdict(Weights weights) {
            return weights.verdict(findings, unknown, authentication);
        }
    }
}
