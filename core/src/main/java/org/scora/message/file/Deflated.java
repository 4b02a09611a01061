package org.scora.message.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/** Unpacks the zlib format (RFC 1950). */
final class Deflated {
    private Deflated() {}

    /** At most so many bytes; as many as come before an error, for even readers of broken files show these. */
    static byte[] unpack(byte[] content, int begin, int end, int most) throws IOException {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(content, begin, end - begin))) {
            int read = in.read(buffer);
            while (read >= 0 && unpacked.size() < most) {
                unpacked.write(buffer, 0, Math.min(read, most - unpacked.size()));
                read = in.read(buffer);
            }
        } catch (IOException e) {
            if (unpacked.size() == 0) {
                throw e;
            }
        }
        return unpacked.toByteArray();
    }
}
