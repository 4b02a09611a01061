package org.scora.message.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MailFilesTest {

    @Test
    void linksAreNamedWithTheirPlace() throws Exception {
        byte[] zip = zip(new Packed("b.pdf", latin1("%PDF-1.4 << /URI (https://a.example/\\(x\\)) >>")));
        assertThat(read("a.zip", zip).links())
                .containsExactly(new FileLink("https://a.example/(x)", "the file b.pdf in a.zip"));
    }

    @Test
    void linksOfAPdfFileAreReadInHexadecimalToo() {
        byte[] pdf = latin1("%PDF-1.4 << /URI <68747470733A2F2F612E6578616D706C65> >>");
        assertThat(read("a.pdf", pdf).links()).extracting(FileLink::target).containsExactly("https://a.example");
    }

    @Test
    void linksOfAnEncryptedPdfFileAreNotTakenForLinks() {
        byte[] pdf = latin1("%PDF-1.4 << /URI (https://a.example) >> trailer << /Encrypt 5 0 R >>");
        assertThat(read("a.pdf", pdf).links()).isEmpty();
    }

    @Test
    void foldedLinksInACalendarEntryAreWhole() {
        byte[] entry = latin1("BEGIN:VCALENDAR\r\nDESCRIPTION:see https://a.exam\r\n ple/meeting\\n and come\r\n");
        assertThat(read("invite.ics", entry).links())
                .containsExactly(new FileLink("https://a.example/meeting", "the file invite.ics"));
    }

    @Test
    void internetShortcutIsALink() {
        assertThat(read("site.url", latin1("[InternetShortcut]\r\nURL=https://a.example/\r\n"))
                        .links())
                .containsExactly(new FileLink("https://a.example/", "the file site.url"));
    }

    @Test
    void macrosAreToldByTheNamesInThem() {
        Macros macros = Macros.ofSource("Sub Workbook_Open()\n Shell \"notepad\"\nEnd Sub");
        assertThat(macros.automatic()).contains("Workbook_Open");
        assertThat(macros.reach()).contains("Shell");
    }

    @Test
    void qrCodeInALargePictureIsRead() throws Exception {
        assertThat(read("scan.png", png(scanWithCode(2000, 2800))).links())
                .containsExactly(new FileLink("https://a.example/code", "the QR code in the file scan.png"));
    }

    @Test
    void pictureThatIsMadeOfCornersOfCodesIsGivenUp() throws Exception {
        BufferedImage image = new BufferedImage(1000, 1000, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 1000; y++) {
            for (int x = 0; x < 1000; x++) {
                image.setRGB(x, y, isDarkInCorner(x % 20 / 2, y % 20 / 2) ? 0 : 0xffffff);
            }
        }
        assertThat(read("a.png", png(image)).links()).isEmpty();
    }

    @Test
    void noPictureBeyondTheLimitIsDecoded() {
        Allowance allowance = new Allowance(FileLimits.standard());
        assertThat(allowance.takePicture(60_000, 60_000)).isFalse();
        assertThat(allowance.takePicture(Integer.MAX_VALUE, Integer.MAX_VALUE)).isFalse();
        assertThat(allowance.takePicture(3000, 3000)).isTrue();
        assertThat(allowance.takePicture(3000, 3000)).isFalse();
        assertThat(allowance.takePicture(49, 1000)).isFalse();
    }

    @Test
    void zipBombIsNamedAndNotUnpacked() throws Exception {
        MailFiles files = read("a.zip", zip(new Packed("zeros", new byte[100 << 20])));
        assertThat(archive(files).excess()).map(Contents.Excess::kind).contains(Contents.Excess.Kind.BOMB);
        assertThat(files.all().get(1).content()).hasSizeLessThanOrEqualTo(1 << 20);
        assertThat(files.all().get(1).size()).isEqualTo(100 << 20);
    }

    @Test
    void packedBombIsNamedByItsBeginning() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[100 << 20]);
        }
        assertThat(archive(read("a.gz", packed.toByteArray())).excess())
                .map(Contents.Excess::kind)
                .contains(Contents.Excess.Kind.BOMB);
    }

    @Test
    void tenThousandFilesAreLookedAtToTheLimit() throws Exception {
        List<Packed> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(new Packed(i + ".txt", latin1("text")));
        }
        MailFiles files = read("a.zip", zip(many.toArray(Packed[]::new)));
        assertThat(files.all()).hasSize(FileLimits.standard().files());
    }

    @Test
    void zipThatWasCutOffIsListedFromTheStart() throws Exception {
        byte[] whole = zip(new Packed("a.exe", latin1("text")), new Packed("b.txt", new byte[5000]));
        ByteBuffer cut = ByteBuffer.wrap(whole, 0, 60);
        byte[] start = new byte[cut.remaining()];
        cut.get(start);
        assertThat(read("a.zip", start).all())
                .extracting(file -> file.name().written())
                .contains("a.exe");
    }

    @Test
    void brokenFilesAreWhatTheirBeginningSays() {
        MailFiles files = read("a.zip", latin1("PK\u0003\u0004 and nothing more"));
        assertThat(files.all()).extracting(MailFile::kind).containsExactly(FileKind.ZIP);
    }

    @Test
    void nothingIsReadOfAMailWithoutFiles() {
        assertThat(MailFiles.read(List.of()).all()).isEmpty();
    }

    private record Packed(String name, byte[] content) {}

    private static MailFiles read(String name, byte[] content) {
        return MailFiles.read(
                List.of(new MailFiles.Attached(name, "application/octet-stream", content, content.length)));
    }

    private static Contents.Archive archive(MailFiles files) {
        return (Contents.Archive) files.all().get(0).contents();
    }

    private static byte[] zip(Packed... files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Packed file : files) {
                zip.putNextEntry(new ZipEntry(file.name()));
                zip.write(file.content());
            }
        }
        return bytes.toByteArray();
    }

    private static BufferedImage scanWithCode(int width, int height) throws WriterException {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        BitMatrix code = new QRCodeWriter().encode("https://a.example/code", BarcodeFormat.QR_CODE, 400, 400);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean dark = x >= 1400 && x < 1800 && y >= 2200 && y < 2600 && code.get(x - 1400, y - 2200);
                page.setRGB(x, y, dark ? 0 : 0xffffff);
            }
        }
        return page;
    }

    private static boolean isDarkInCorner(int x, int y) {
        int ring = Math.max(Math.abs(x - 4), Math.abs(y - 4));
        return ring <= 1 || ring == 3;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
