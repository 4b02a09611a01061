package org.scora.message.file;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads the files of one mail, one after the other, and those in archives behind their archive. */
final class FileReading {
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
    private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s<>\"\\\\]{1,2000}");

    private static final Set<String> LINKED_TEXTS = Set.of("ics", "url");

    private final Allowance allowance;
    private final List<MailFile> files = new ArrayList<>();
    private final Set<HashCode> pictures = new HashSet<>();

    FileReading(FileLimits limits) {
        this.allowance = new Allowance(limits);
    }

    List<MailFile> files() {
        return files;
    }

    /** Reads a file, unless there were too many before. False says that there were. */
    boolean read(FileName name, String mediaType, byte[] content, long size, List<FileName> holders) {
        if (!allowance.takeFile()) {
            return false;
        }
        MailFile file =
                new MailFile(name, mediaType, FileKind.of(content), content, size, holders, new Contents.Opaque());
        int place = files.size();
        files.add(file);
        files.set(place, file.holding(contents(file)));
        return true;
    }

    private Contents contents(MailFile file) {
        try {
            return switch (file.kind()) {
                case ZIP -> ofZip(file);
                case SEVEN_ZIP, RAR, TAR, GZIP, BZIP2, XZ -> ofArchive(file);
                case COMPOUND -> OfficeReading.ofCompound(file.content());
                case PDF -> PdfReading.read(file.content(), allowance);
                case PNG, JPEG, GIF -> ofPicture(file);
                default -> ofText(file);
            };
        } catch (IOException | RuntimeException | LinkageError e) {
            // Whatever a broken file makes of a reader costs what this file holds. A LinkageError says that the file is
            // packed in a way for which an optional library would be needed.
            return new Contents.Opaque();
        }
    }

    private Contents ofZip(MailFile file) throws IOException {
        try (ZipFile zip = ZipReading.open(file.content())) {
            if (OfficeReading.isOffice(zip)) {
                return OfficeReading.ofZip(zip, allowance);
            }
        } catch (IOException e) {
            // Without its directory it is still read from the start.
            return ofArchive(file);
        }
        return ofArchive(file);
    }

    private Contents ofArchive(MailFile file) {
        ArchiveReading reading = new ArchiveReading(file, this, allowance);
        if (file.holders().size() >= allowance.limits().depth()) {
            return reading.tooDeep();
        }
        return reading.read();
    }

    private Contents ofPicture(MailFile file) throws IOException {
        boolean whole = file.size() <= file.content().length;
        // Some mails repeat one logo beside every paragraph.
        return whole && pictures.add(Hashing.murmur3_128().hashBytes(file.content()))
                ? QrReading.ofPicture(file.content(), allowance)
                        .<Contents>map(Contents.QrCode::new)
                        .orElseGet(Contents.Opaque::new)
                : new Contents.Opaque();
    }

    private Contents ofText(MailFile file) {
        if (WebPageReading.isWebPage(file)) {
            return WebPageReading.read(file.content(), allowance.limits().links());
        }
        return isLinkedText(file) ? ofLinkedText(file) : new Contents.Opaque();
    }

    private static boolean isLinkedText(MailFile file) {
        return file.mediaType().equals("text/calendar")
                || LINKED_TEXTS.contains(file.name().extension());
    }

    private Contents ofLinkedText(MailFile file) {
        String text =
                FOLD.matcher(new String(file.content(), StandardCharsets.UTF_8)).replaceAll("");
        Stream<String> links = LINK.matcher(text).results().map(MatchResult::group);
        return new Contents.LinkedText(
                links.distinct().limit(allowance.limits().links()).toList());
    }
}
