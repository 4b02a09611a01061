package org.scora.message.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for links, QR codes and actions in a PDF file (ISO 32000) without rebuilding its pages: annotations stand in the
 * file as they are or in packed object streams, pictures in streams of their own. What is drawn with lines stays unseen.
 */
final class PdfReading {
    private static final int DICTIONARY_CHARS = 2000;
    private static final int STREAMS_AT_MOST = 2000;
    private static final Pattern LINK = Pattern.compile("/URI\\s{0,10}(?=[(<])");
    private static final Pattern OBJECT_STREAM = Pattern.compile("/Type\\s{0,10}/ObjStm\\b");
    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s{0,10}/Image\\b");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s{0,10}(?:\\d{1,10}\\s|<<)");
    private static final String STREAM = "stream";
    private static final String END = "endstream";

    private final byte[] content;
    private final String text;
    private final Allowance allowance;
    private final List<String> links = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private boolean script;
    private boolean launches;
    private int lookedAt;

    private PdfReading(byte[] content, Allowance allowance) {
        this.content = content;
        this.text = new String(content, StandardCharsets.ISO_8859_1);
        this.allowance = allowance;
    }

    static Contents read(byte[] content, Allowance allowance) {
        PdfReading reading = new PdfReading(content, allowance);
        reading.readStreams();
        boolean encrypted = ENCRYPTED.matcher(reading.text).find();
        // Encrypted strings would be read as links to nowhere.
        List<String> links = encrypted ? List.of() : reading.links;
        return new Contents.Pdf(links, reading.codes, reading.script, reading.launches, encrypted);
    }

    private void readStreams() {
        int begin = text.indexOf(STREAM);
        while (begin >= 0 && lookedAt++ < STREAMS_AT_MOST) {
            int end = text.indexOf(END, begin + STREAM.length());
            end = end < 0 ? text.length() : end;
            String dictionary = dictionaryBefore(begin);
            readStream(dictionary, afterLineEnd(begin + STREAM.length()), end);
            begin = text.indexOf(STREAM, Math.min(text.length(), end + END.length()));
        }
        readObjects(text);
    }

    private String dictionaryBefore(int stream) {
        String before = text.substring(Math.max(0, stream - DICTIONARY_CHARS), stream);
        return before.substring(Math.max(0, before.lastIndexOf(" obj")));
    }

    private int afterLineEnd(int at) {
        int after = at < text.length() && text.charAt(at) == '\r' ? at + 1 : at;
        return after < text.length() && text.charAt(after) == '\n' ? after + 1 : after;
    }

    private void readStream(String dictionary, int begin, int end) {
        try {
            if (begin >= end) {
                return;
            }
            if (OBJECT_STREAM.matcher(dictionary).find() && dictionary.contains("/FlateDecode")) {
                byte[] unpacked = Deflated.unpack(content, begin, end, allowance.bytesOfNextFile());
                allowance.unpacked(unpacked.length);
                readObjects(new String(unpacked, StandardCharsets.ISO_8859_1));
            } else if (PICTURE.matcher(dictionary).find()) {
                PdfPicture.code(dictionary, content, begin, end, allowance).ifPresent(codes::add);
            }
        } catch (IOException | RuntimeException e) {
            // One broken stream costs that stream.
            return;
        }
    }

    private void readObjects(String objects) {
        script = script || objects.contains("/JavaScript");
        launches = launches || objects.contains("/Launch");
        Matcher matcher = LINK.matcher(objects);
        while (matcher.find() && links.size() < allowance.limits().links()) {
            String link = PdfString.at(objects, matcher.end());
            if (!links.contains(link)) {
                links.add(link);
            }
        }
    }
}
