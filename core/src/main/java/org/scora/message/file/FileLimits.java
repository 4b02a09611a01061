package org.scora.message.file;

/**
 * How much is read of the files of one mail.
 *
 * @param files how many files are looked at, those in archives included
 * @param depth how deep archives are opened in archives
 * @param fileBytes unpacked bytes of one file that are kept
 * @param unpackedBytes unpacked bytes of all files together
 * @param honestRatio by how much honest files shrink at most
 * @param honestBytes up to which size an archive may shrink by more
 * @param pictures how many pictures are searched for QR codes
 * @param picturePixels the largest picture that is decoded, in pixels
 * @param pixels of all pictures together
 * @param smallestPicture the shortest side of a picture that can hold a readable QR code, in pixels
 * @param links of one file that are kept
 */
record FileLimits(
        int files,
        int depth,
        int fileBytes,
        int unpackedBytes,
        int honestRatio,
        long honestBytes,
        int pictures,
        int picturePixels,
        int pixels,
        int smallestPicture,
        int links) {
    private static final int MIB = 1 << 20;

    static FileLimits standard() {
        return new FileLimits(500, 4, MIB, 8 * MIB, 150, 64L * MIB, 12, 9_000_000, 16_000_000, 50, 200);
    }
}
