package org.scora.message.file;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * How light the pixels of a picture are.
 *
 * @param values one byte a pixel, row by row, 0 for black
 */
record Grays(int width, int height, byte[] values) {
    private static final int BYTE = 8;
    private static final int OPAQUE = 0x80;

    /**
     * Decodes every so many pixels. Of a JPEG file the luminance is taken as it is, because color profiles cost most of the
     * time, and are for strangers to write.
     */
    static Grays read(ImageReader reader, int step) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        if (reader.canReadRaster()) {
            Raster raster = reader.readRaster(0, param);
            return new Grays(raster.getWidth(), raster.getHeight(), bytes(band(raster, 0), raster));
        }
        BufferedImage image = reader.read(0, param);
        Raster raster = image.getRaster();
        byte[] values = image.getColorModel() instanceof IndexColorModel palette
                ? byPalette(band(raster, 0), palette)
                : byGreen(raster, image.getColorModel().hasAlpha());
        return new Grays(image.getWidth(), image.getHeight(), values);
    }

    private static byte[] byPalette(int[] indexes, IndexColorModel palette) {
        byte[] values = new byte[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            boolean seen = palette.getAlpha(indexes[i]) >= OPAQUE;
            values[i] = (byte) (seen ? palette.getGreen(indexes[i]) : 0xff);
        }
        return values;
    }

    // Green makes up most of what the eye takes for lightness; what is transparent shows the white page.
    private static byte[] byGreen(Raster raster, boolean alpha) {
        int bands = raster.getNumBands();
        byte[] values = bytes(band(raster, bands >= 3 ? 1 : 0), raster);
        if (alpha) {
            byte[] opacity = bytes(band(raster, bands - 1), raster);
            for (int i = 0; i < values.length; i++) {
                values[i] = (opacity[i] & 0xff) >= OPAQUE ? values[i] : (byte) 0xff;
            }
        }
        return values;
    }

    private static int[] band(Raster raster, int band) {
        int[] samples = new int[raster.getWidth() * raster.getHeight()];
        return raster.getSamples(
                raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), band, samples);
    }

    private static byte[] bytes(int[] samples, Raster raster) {
        int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - BYTE);
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[i] = (byte) (samples[i] >> shift);
        }
        return bytes;
    }
}
