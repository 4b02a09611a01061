package org.scora.message.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Looks into Office documents: the older compound files, and the newer zip archives (ECMA-376, OpenDocument). */
final class OfficeReading {
    private static final int RELATIONS_BYTES = 256 * 1024;
    private static final int PARTS_AT_MOST = 2000;

    // script-lc.xml and script-lb.xml are lists, which many documents have without any macro.
    private static final Pattern OPEN_DOCUMENT_MACRO = Pattern.compile("basic/.*(?<!script-l[bc])\\.xml");

    private final Allowance allowance;
    private Optional<Macros> macros = Optional.empty();
    private Optional<String> remoteTemplate = Optional.empty();
    private final List<String> links = new ArrayList<>();

    private OfficeReading(Allowance allowance) {
        this.allowance = allowance;
    }

    static boolean isOffice(ZipFile zip) {
        return zip.getEntry("[Content_Types].xml") != null || zip.getEntry("content.xml") != null;
    }

    static Contents ofCompound(byte[] content) {
        CompoundFile file = CompoundFile.of(content);
        boolean encrypted = file.has("EncryptedPackage");
        return new Contents.Office(VbaSource.macros(file), Optional.empty(), List.of(), encrypted);
    }

    static Contents ofZip(ZipFile zip, Allowance allowance) throws IOException {
        OfficeReading reading = new OfficeReading(allowance);
        List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
        for (ZipArchiveEntry part : parts.subList(0, Math.min(parts.size(), PARTS_AT_MOST))) {
            reading.look(zip, part);
        }
        return new Contents.Office(reading.macros, reading.remoteTemplate, reading.links, false);
    }

    private void look(ZipFile zip, ZipArchiveEntry part) throws IOException {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith("vbaproject.bin")) {
            CompoundFile project = CompoundFile.of(bytes(zip, part, allowance.bytesOfNextFile()));
            macros = macros.or(() -> VbaSource.macros(project));
        } else if (name.startsWith("xl/macrosheets/") && name.endsWith(".xml")) {
            macros = macros.or(() -> Optional.of(Macros.inCells()));
        } else if (OPEN_DOCUMENT_MACRO.matcher(name).matches()) {
            String source = new String(bytes(zip, part, RELATIONS_BYTES), StandardCharsets.UTF_8);
            macros = macros.or(() -> Optional.of(Macros.ofSource(source)));
        } else if (name.endsWith(".rels")) {
            readRelations(bytes(zip, part, RELATIONS_BYTES));
        }
    }

    private void readRelations(byte[] xml) {
        String text = new String(xml, StandardCharsets.UTF_8);
        if (!text.contains("External")) {
            return;
        }
        for (Element relation : Jsoup.parse(text, "", Parser.xmlParser()).getElementsByTag("Relationship")) {
            String target = relation.attr("Target").strip();
            if (relation.attr("TargetMode").equals("External") && isOnTheWeb(target)) {
                add(relation.attr("Type"), target);
            }
        }
    }

    private void add(String type, String target) {
        if (type.endsWith("/hyperlink")) {
            if (links.size() < allowance.limits().links()) {
                links.add(target);
            }
        } else if (type.endsWith("/attachedTemplate") || type.endsWith("/oleObject") || type.endsWith("/frame")) {
            remoteTemplate = remoteTemplate.or(() -> Optional.of(target));
        }
    }

    private static boolean isOnTheWeb(String target) {
        String start = target.toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://") || start.startsWith("\\\\");
    }

    private byte[] bytes(ZipFile zip, ZipArchiveEntry part, int most) throws IOException {
        try (InputStream in = zip.getInputStream(part)) {
            byte[] bytes = in.readNBytes(Math.min(most, allowance.bytesOfNextFile()));
            allowance.unpacked(bytes.length);
            return bytes;
        }
    }
}
