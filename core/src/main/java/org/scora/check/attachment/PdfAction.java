package org.scora.check.attachment;

import java.util.List;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.file.Contents;
import org.scora.message.file.MailFile;
import org.scora.score.Finding;

/** Does a PDF file do something, instead of only being read? */
public final class PdfAction implements Check {
    static final String SCRIPT = "PDF_SCRIPT";
    static final String LAUNCH = "PDF_LAUNCHES_PROGRAM";

    @Override
    public String name() {
        return "pdf-action";
    }

    @Override
    public List<String> findings() {
        return List.of(SCRIPT, LAUNCH);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        return FirstOfEach.of(message.files().all().stream().flatMap(PdfAction::examine));
    }

    private static Stream<Finding> examine(MailFile file) {
        if (!(file.contents() instanceof Contents.Pdf pdf)) {
            return Stream.empty();
        }
        Stream<Finding> launch = pdf.launches()
                ? Stream.of(new Finding(LAUNCH, file.shown() + " asks to start a program"))
                : Stream.empty();
        Stream<Finding> script =
                pdf.script() ? Stream.of(new Finding(SCRIPT, file.shown() + " has a script")) : Stream.empty();
        return Stream.concat(launch, script);
    }
}
