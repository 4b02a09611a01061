package org.scora.check.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.Part;

/** Is the harmless file of EICAR there, with which one tries whether viruses are found, by itself or in a zip file? */
public final class KnownTestFiles implements Check {
    static final String EICAR = "EICAR_TEST_FILE";

    // In two halves, or virus scanners would take this very program away.
    private static final byte[] SIGNATURE = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$"
                    + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    // The definition allows white space behind the 68 bytes, up to 128 in all.
    private static final int LENGTH_AT_MOST = 128;
    private static final int ENTRIES_AT_MOST = 50;
    private static final long UNPACKED_AT_MOST = 1 << 20;

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
        return message.parts().stream()
                .flatMap(part -> find(part).stream())
                .findFirst()
                .map(evidence -> CheckResult.found(EICAR, evidence))
                .orElseGet(CheckResult::notFound);
    }

    private static Optional<String> find(Part part) {
        String name = part.fileName().orElse("without a name");
        if (part.size() <= LENGTH_AT_MOST && isEicar(part.content())) {
            return Optional.of("the file " + name);
        }
        boolean zip = part.content().length > 4 && part.content()[0] == 'P' && part.content()[1] == 'K';
        return zip ? findInZip(part.content()).map(entry -> entry + " in the file " + name) : Optional.empty();
    }

    private static Optional<String> findInZip(byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.ISO_8859_1)) {
            long unpacked = 0;
            for (int entries = 0; entries < ENTRIES_AT_MOST && unpacked < UNPACKED_AT_MOST; entries++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    return Optional.empty();
                }
                byte[] begin = zip.readNBytes(LENGTH_AT_MOST + 1);
                if (begin.length <= LENGTH_AT_MOST && isEicar(begin)) {
                    return Optional.of(entry.getName());
                }
                // The rest of a large entry has to be unpacked to come to the next one.
                unpacked += begin.length + zip.readNBytes((int) (UNPACKED_AT_MOST - unpacked)).length;
            }
        } catch (IOException | IllegalArgumentException e) {
            // A broken zip file is no test file.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isEicar(byte[] content) {
        if (content.length < SIGNATURE.length) {
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
