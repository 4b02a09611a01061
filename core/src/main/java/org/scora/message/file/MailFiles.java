package org.scora.message.file;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of one mail, those in archives included.
 *
 * @param all an archive stands before the files in it
 */
public record MailFiles(List<MailFile> all) {
    private static final int LINKS_AT_MOST = 500;

    /** A file as it came with the mail: name, declared type, decoded bytes (maybe only the first of so many). */
    public record Attached(String name, String mediaType, byte[] content, long size) {}

    public MailFiles {
        all = List.copyOf(all);
    }

    /** Reads within limits; never fails for what a file may contain. */
    public static MailFiles read(Iterable<Attached> attached) {
        return read(attached, FileLimits.standard());
    }

    static MailFiles read(Iterable<Attached> attached, FileLimits limits) {
        FileReading reading = new FileReading(limits);
        attached.forEach(file ->
                reading.read(new FileName(file.name()), file.mediaType(), file.content(), file.size(), List.of()));
        return new MailFiles(reading.files());
    }

    /** The web links in all files. */
    public List<FileLink> links() {
        return all.stream().flatMap(MailFiles::links).limit(LINKS_AT_MOST).toList();
    }

    private static Stream<FileLink> links(MailFile file) {
        String place = file.shown();
        String code = "the QR code in " + place;
        Contents contents = file.contents();
        if (contents instanceof Contents.QrCode qr) {
            return links(code, List.of(qr.text()));
        }
        if (contents instanceof Contents.Pdf pdf) {
            return Stream.concat(links(place, pdf.links()), links(code, pdf.codes()));
        }
        if (contents instanceof Contents.Office office) {
            return links(place, office.links());
        }
        if (contents instanceof Contents.WebPage page) {
            return links(place, page.links());
        }
        return contents instanceof Contents.LinkedText text ? links(place, text.links()) : Stream.empty();
    }

    private static Stream<FileLink> links(String place, List<String> targets) {
        return targets.stream().filter(MailFiles::isOnTheWeb).map(target -> new FileLink(target, place));
    }

    // A telephone opens a code that says www. as a link too.
    private static boolean isOnTheWeb(String target) {
        String start = target.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://") || start.startsWith("www.");
    }
}
