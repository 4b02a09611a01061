package org.scora.message.file;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads a QR code in a picture. The picture's size is read first, and only one that can hold a code is decoded. */
final class QrReading {
    private static final int PIXELS_SEARCHED = 1_000_000;
    private static final int CORNERS_AT_MOST = 150;
    private static final int LONGEST_TEXT = 2000;

    private QrReading() {}

    /** Of a PNG, JPEG or GIF file. */
    static Optional<String> ofPicture(byte[] content, Allowance allowance) throws IOException {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader, allowance);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Of pixels; light codes on dark ground too. */
    static Optional<String> ofPixels(Grays grays) {
        LuminanceSource source = source(grays);
        return decode(source).or(() -> decode(source.invert()));
    }

    private static Optional<String> read(ImageReader reader, Allowance allowance) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (!allowance.takePicture(width, height)) {
            return Optional.empty();
        }
        int step = (int) Math.ceil(Math.sqrt((double) width * height / PIXELS_SEARCHED));
        return decode(source(Grays.read(reader, step)));
    }

    private static LuminanceSource source(Grays grays) {
        int width = grays.width();
        int height = grays.height();
        return new PlanarYUVLuminanceSource(grays.values(), width, height, 0, 0, width, height, false);
    }

    private static Optional<String> decode(LuminanceSource source) {
        try {
            String text = new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), hints())
                    .getText();
            return Optional.of(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        } catch (ReaderException | TooManyCorners e) {
            return Optional.empty();
        }
    }

    // The library tries all threes of what may be a code's corners; a picture could be made of such corners.
    private static Map<DecodeHintType, Object> hints() {
        int[] corners = new int[1];
        ResultPointCallback count = point -> {
            if (++corners[0] > CORNERS_AT_MOST) {
                throw new TooManyCorners();
            }
        };
        return Map.of(DecodeHintType.NEED_RESULT_POINT_CALLBACK, count);
    }

    /** Ends a search in a picture that is made to take long. */
    private static final class TooManyCorners extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
