package org.scora.message.file;

/** What the reading of one mail's files may still cost; every reader takes from it before it works. Not thread-safe. */
final class Allowance {
    private final FileLimits limits;
    private int files;
    private long unpacked;
    private long pixels;
    private int pictures;

    Allowance(FileLimits limits) {
        this.limits = limits;
    }

    FileLimits limits() {
        return limits;
    }

    boolean takeFile() {
        return ++files <= limits.files();
    }

    /** How many bytes of one more file may be unpacked. */
    int bytesOfNextFile() {
        return (int) Math.max(0, Math.min(limits.fileBytes(), limits.unpackedBytes() - unpacked));
    }

    void unpacked(long bytes) {
        unpacked += bytes;
    }

    /** Whether a picture of this size may be decoded. */
    boolean takePicture(long width, long height) {
        long area = width * height;
        boolean plausible = Math.min(width, height) >= limits.smallestPicture() && area <= limits.picturePixels();
        if (!plausible || pictures >= limits.pictures() || pixels + area > limits.pixels()) {
            return false;
        }
        pictures++;
        pixels += area;
        return true;
    }
}
