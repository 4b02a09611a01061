package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.learn.Ledger;
import org.scora.learn.SiteModel;
import org.scora.learn.TrainingEvent;
import org.scora.learn.TrainingSource;
import spark.Service;

/** Teaches the site's model, shows what it was taught, and takes lessons back. */
public final class LessonRoutes implements Routes {
    private static final int SHOWN = 50;
    private static final int MOST_SHOWN = 10_000;
    private static final int PATIENCE_SECONDS = 60;

    private final SiteModel model;
    private final Ledger ledger;

    @Inject
    public LessonRoutes(SiteModel model, Ledger ledger) {
        this.model = model;
        this.ledger = ledger;
    }

    /**
     * A message of which somebody says what it is.
     *
     * @param content its beginning at least, in base64
     */
    @SuppressWarnings("ArrayRecordComponent") // only a carrier for JSON
    public record LessonForm(boolean unwanted, byte[] content) {}

    /** Lessons of one source, such as an operator's name. */
    public record LessonsForm(String source, List<LessonForm> lessons) {}

    /** What became of lessons. */
    public record LessonsTaught(long spam, long ham, long known, long tooMuch, long lessons) {}

    /**
     * What is taken back: all of a source, all since a time (ISO 8601), or what was taught with some messages.
     *
     * @param hashes of the messages, as the log shows them
     */
    public record TakeBackForm(Optional<String> source, Optional<String> since, Optional<List<String>> hashes) {}

    /**
     * What was taken back.
     *
     * @param made whether the model is already made without it; otherwise it will be soon
     */
    public record TakenBack(long takenBack, boolean made) {}

    @Override
    public String getBasePath() {
        return "/scora/lessons";
    }

    @Override
    public void define(Service service) {
        service.post(getBasePath(), answering(this::teach));
        service.get(getBasePath(), answering(this::log));
        service.post(getBasePath() + "/take-back", answering(this::takeBack));
    }

    private LessonsTaught teach(AdminRequest request) {
        LessonsForm form = request.body(LessonsForm.class);
        TrainingSource source =
                new TrainingSource(TrainingSource.Kind.COMMAND, AdminRequest.bounded("source", form.source()));
        List<SiteModel.Lesson> lessons = AdminRequest.present(form.lessons(), "lessons").stream()
                .map(lesson ->
                        new SiteModel.Lesson(AdminRequest.present(lesson.content(), "content"), lesson.unwanted()))
                .toList();
        List<SiteModel.Taught> taught = model.teach(source, lessons);
        return new LessonsTaught(
                count(lessons, taught, true),
                count(lessons, taught, false),
                Collections.frequency(taught, SiteModel.Taught.KNOWN),
                Collections.frequency(taught, SiteModel.Taught.TOO_MUCH),
                model.learner().lessons());
    }

    private static long count(List<SiteModel.Lesson> lessons, List<SiteModel.Taught> taught, boolean unwanted) {
        return IntStream.range(0, taught.size())
                .filter(i ->
                        taught.get(i) == SiteModel.Taught.NEW && lessons.get(i).unwanted() == unwanted)
                .count();
    }

    private List<TrainingEvent> log(AdminRequest request) {
        return ledger.newest(request.limit(SHOWN, MOST_SHOWN));
    }

    private TakenBack takeBack(AdminRequest request) {
        TakeBackForm form = request.body(TakeBackForm.class);
        SiteModel.TakenBack done = form.source()
                .map(model::takeBackSource)
                .or(() -> form.since().map(time -> model.takeBackSince(time(time))))
                .or(() -> form.hashes().map(model::takeBack))
                .orElseThrow(() -> AdminProblem.badRequest(
                        "nothing is named that could be taken back", "Write source, since or hashes."));
        return waitedFor(done);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw AdminProblem.badRequest(
                    "'" + text + "' is not a time", "Expected since as a time such as 2026-11-24T08:00:00Z.");
        }
    }

    private static TakenBack waitedFor(SiteModel.TakenBack takenBack) {
        try {
            takenBack.made().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new TakenBack(takenBack.events(), true);
        } catch (TimeoutException e) {
            return new TakenBack(takenBack.events(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TakenBack(takenBack.events(), false);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }
}
