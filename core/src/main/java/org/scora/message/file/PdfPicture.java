package org.scora.message.file;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Reads the QR code in a picture of a PDF file (ISO 32000 section 8.9.5), where it is packed in a common way. */
final class PdfPicture {
    private static final int PNG_PREDICTORS = 10;
    // A QR code is a square; a picture of another shape is a logo or a page, and pages cost much.
    private static final int LONGEST_SIDE = 3;

    private final String dictionary;
    private final byte[] content;
    private final int begin;
    private final int end;
    private final int width;
    private final int height;
    private final int bits;

    private PdfPicture(String dictionary, byte[] content, int begin, int end) {
        this.dictionary = dictionary;
        this.content = content;
        this.begin = begin;
        this.end = end;
        this.width = number("Width", 0);
        this.height = number("Height", 0);
        this.bits = dictionary.contains("/ImageMask") ? 1 : number("BitsPerComponent", 8);
    }

    /** The text of the code, if there is one between begin and end. */
    static Optional<String> code(String dictionary, byte[] content, int begin, int end, Allowance allowance)
            throws IOException {
        return new PdfPicture(dictionary, content, begin, end).code(allowance);
    }

    private Optional<String> code(Allowance allowance) throws IOException {
        if (Math.max(width, height) > LONGEST_SIDE * (long) Math.min(width, height)) {
            return Optional.empty();
        }
        if (dictionary.contains("/DCTDecode")) {
            return QrReading.ofPicture(Arrays.copyOfRange(content, begin, end), allowance);
        }
        if (!dictionary.contains("/FlateDecode") || bits != 1 && bits != 8) {
            return Optional.empty();
        }
        return number("Predictor", 1) >= PNG_PREDICTORS
                ? QrReading.ofPicture(asPng(), allowance)
                : ofPlainPixels(allowance);
    }

    private Optional<String> ofPlainPixels(Allowance allowance) throws IOException {
        if (!allowance.takePicture(width, height)) {
            return Optional.empty();
        }
        byte[] rows = Deflated.unpack(content, begin, end, allowance.bytesOfNextFile());
        allowance.unpacked(rows.length);
        int rowBytes = rows.length / height;
        // The color space may stand anywhere in the file; the length tells how many components there are.
        int components = bits == 1 ? 1 : rowBytes / width;
        if (components < 1 || rowBytes * 8L < (long) width * bits * components) {
            return Optional.empty();
        }
        byte[] values = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = gray(rows, y * rowBytes, x, components);
            }
        }
        return QrReading.ofPixels(new Grays(width, height, values));
    }

    private byte gray(byte[] rows, int row, int x, int components) {
        return bits == 1
                ? (byte) ((rows[row + x / 8] >> (7 - x % 8) & 1) * 0xff)
                : rows[row + x * components + components / 2];
    }

    /** A PNG file with the same packed rows: PDF took this way of packing from there (section 7.4.4.4). */
    private byte[] asPng() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(bytes);
        png.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {(byte) bits, (byte) (number("Colors", 1) == 3 ? 2 : 0), 0, 0, 0});
        chunk(png, "IHDR", header.toByteArray());
        chunk(png, "IDAT", Arrays.copyOfRange(content, begin, end));
        chunk(png, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) crc.getValue());
    }

    private int number(String key, int otherwise) {
        Matcher matcher = Pattern.compile("/" + key + "\\s{1,10}(\\d{1,6})").matcher(dictionary);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }
}
