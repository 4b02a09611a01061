package org.scora.console.command;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scora.console.admin.LessonRoutes.LessonForm;
import org.scora.console.admin.LessonRoutes.LessonsForm;
import org.scora.console.admin.LessonRoutes.LessonsTaught;
import org.scora.console.admin.LessonRoutes.TakeBackForm;
import org.scora.console.admin.LessonRoutes.TakenBack;
import org.scora.learn.SiteModel;
import org.scora.message.MailPlace;

/** Teaches the running server, some messages at a time, in their order. */
final class ServerTraining {
    // In JSON a third longer; the server takes 4 MiB at once.
    private static final int BYTES_AT_ONCE = 2 << 20;
    private static final int HASHES_AT_ONCE = 10_000;
    private static final String LESSONS = "/scora/lessons";

    private final AdminClient server;
    private final String source;
    private final PrintWriter err;
    private final List<LessonForm> waiting = new ArrayList<>();
    private int bytesWaiting;
    private Taught taught = new Taught(0, 0, 0, 0, 0);

    ServerTraining(AdminClient server, String source, PrintWriter err) {
        this.server = server;
        this.source = source;
        this.err = err;
    }

    Taught teach(List<LabeledMail> mails) {
        for (LabeledMail mail : mails) {
            beginning(mail.place()).ifPresentOrElse(content -> add(mail.unwanted(), content), this::unreadable);
        }
        send();
        return taught;
    }

    private Optional<byte[]> beginning(MailPlace place) {
        try {
            byte[] source = place.read();
            return Optional.of(Arrays.copyOf(source, Math.min(source.length, SiteModel.BYTES_KEPT)));
        } catch (IOException e) {
            err.println("scora: " + Printable.line(place.file() + " can not be read: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private void add(boolean unwanted, byte[] content) {
        if (bytesWaiting + content.length > BYTES_AT_ONCE) {
            send();
        }
        waiting.add(new LessonForm(unwanted, content));
        bytesWaiting += content.length;
    }

    private void unreadable() {
        taught = new Taught(taught.spam(), taught.ham(), taught.known(), taught.unreadable() + 1, taught.lessons());
    }

    private void send() {
        if (waiting.isEmpty()) {
            return;
        }
        LessonsTaught answer =
                server.post(LESSONS, new LessonsForm(source, waiting)).as(LessonsTaught.class);
        taught = new Taught(
                taught.spam() + answer.spam(),
                taught.ham() + answer.ham(),
                taught.known() + answer.known(),
                taught.unreadable(),
                answer.lessons());
        waiting.clear();
        bytesWaiting = 0;
    }

    /** Takes back what was taught with these messages. */
    TakenBack takeBack(List<MailPlace> places) {
        List<String> hashes = places.stream()
                .flatMap(place -> beginning(place).stream())
                .map(SiteModel::hashOf)
                .toList();
        return Lists.partition(hashes, HASHES_AT_ONCE).stream()
                .map(some -> takeBack(new TakeBackForm(Optional.empty(), Optional.empty(), Optional.of(some))))
                .reduce(
                        new TakenBack(0, true),
                        (all, some) -> new TakenBack(all.takenBack() + some.takenBack(), some.made()));
    }

    TakenBack takeBack(TakeBackForm what) {
        return server.post(LESSONS + "/take-back", what).as(TakenBack.class);
    }
}
