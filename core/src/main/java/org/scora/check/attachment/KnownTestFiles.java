package org.scora.check.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Is the harmless file of EICAR there, with which one tries whether viruses are found, by itself or in an archive? */
public final class KnownTestFiles implements Check {
    static final String EICAR = "EICAR_TEST_FILE";

    // In two halves, or virus scanners would take this very program away.
    private static final byte[] SIGNATURE = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$"
                    + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    // The definition allows white space behind the 68 bytes, up to 128 in all.
    private static final int LENGTH_AT_MOST = 128;

    @Override
    public String name() {
        return "known-test-files";
    }

    @Override
    public List<String> findings() {
        return List.of(EICAR);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        Stream<Finding> files = message.files().all().stream()
                .filter(file -> isEicar(file.content(), file.size()))
                .map(file -> new Finding(EICAR, file.shown()));
        Stream<Finding> parts = message.parts().stream()
                .filter(part -> isEicar(part.content(), part.size()))
                .map(part -> new Finding(EICAR, "the text of the message"));
        return FirstOfEach.of(Stream.concat(files, parts));
    }

    private static boolean isEicar(byte[] content, long size) {
        if (content.length < SIGNATURE.length || size > LENGTH_AT_MOST) {
            return false;
        }
        for (int i = 0; i < content.length; i++) {
            boolean fits = i < SIGNATURE.length ? content[i] == SIGNATURE[i] : content[i] <= ' ';
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
