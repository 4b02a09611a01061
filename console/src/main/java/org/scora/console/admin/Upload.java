package org.scora.console.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The body of a request, however long, in a file that goes when it is closed: it needs no memory. */
record Upload(Path file) implements AutoCloseable {
    private static final long LARGEST = 512L << 20;
    private static final int AT_ONCE = 1 << 16;

    static Upload of(AdminRequest request) {
        try {
            Upload upload = new Upload(Files.createTempFile("scora-upload", ".txt"));
            try {
                upload.fill(request);
                return upload;
            } catch (IOException | RuntimeException e) {
                upload.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(AdminRequest request) throws IOException {
        try (InputStream body = request.stream();
                OutputStream out = Files.newOutputStream(file)) {
            byte[] some = new byte[AT_ONCE];
            long copied = 0;
            for (int read = body.read(some); read >= 0; read = body.read(some)) {
                copied += read;
                if (copied > LARGEST) {
                    throw AdminProblem.tooLarge(
                            "the file is longer than " + LARGEST + " bytes", "Send it in several parts.");
                }
                out.write(some, 0, read);
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
