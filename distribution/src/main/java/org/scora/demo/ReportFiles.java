package org.scora.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimePart;

/** Lays a report mail out for people to look at: the mail, its HTML part, and pictures of that where they can be made. */
final class ReportFiles {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final long PICTURE_AT_MOST_SECONDS = 60;

    private static final List<Look> LOOKS =
            List.of(new Look(600, false), new Look(600, true), new Look(360, false), new Look(360, true));

    private final Path folder;

    /** How somebody looks at it: on a screen or a phone, by day or by night. */
    private record Look(int width, boolean dark) {
        private static final int HEIGHT = 5200;

        String file() {
            return "report-" + width + (dark ? "-dark" : "") + ".png";
        }

        List<String> options() {
            return List.of(
                    "--window-size=" + width + "," + HEIGHT, "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1));
        }
    }

    ReportFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes the files and returns them: report.eml, and report.html and pictures of it as far as they could be made. */
    List<Path> write(byte[] mail) {
        try {
            Files.createDirectories(folder);
            List<Path> files = new ArrayList<>();
            files.add(Files.write(folder.resolve("report.eml"), mail));
            Optional<String> html = html(mail);
            if (html.isPresent()) {
                Path page = Files.writeString(folder.resolve("report.html"), html.get());
                files.add(page);
                for (Look look : LOOKS) {
                    picture(page, look).ifPresent(files::add);
                }
            }
            return files;
        } catch (IOException | MessagingException e) {
            throw new DemoException("The report could not be laid out: " + e.getMessage(), e);
        }
    }

    private static Optional<String> html(byte[] mail) throws IOException, MessagingException {
        List<MimePart> leaves = new ArrayList<>();
        collect(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)), leaves);
        Optional<MimePart> html = Optional.empty();
        for (MimePart leaf : leaves) {
            if (html.isEmpty() && leaf.isMimeType("text/html")) {
                html = Optional.of(leaf);
            }
        }
        return html.isEmpty() ? Optional.empty() : Optional.of(withPictures(html.get(), leaves));
    }

    private static void collect(MimePart part, List<MimePart> leaves) throws IOException, MessagingException {
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int index = 0; index < parts.getCount(); index++) {
                collect((MimePart) parts.getBodyPart(index), leaves);
            }
        } else {
            leaves.add(part);
        }
    }

    // A mail names its pictures by cid:, which a browser does not know.
    private static String withPictures(MimePart html, List<MimePart> leaves) throws IOException, MessagingException {
        String page = String.valueOf(html.getContent());
        for (MimePart leaf : leaves) {
            if (leaf.getContentID() != null) {
                String name = leaf.getContentID().replaceAll("[<>]", "");
                page = page.replace("cid:" + name, "data:image/png;base64," + base64(leaf));
            }
        }
        return page;
    }

    private static String base64(Part part) throws IOException, MessagingException {
        try (InputStream content = part.getInputStream()) {
            return Base64.getEncoder().encodeToString(content.readAllBytes());
        }
    }

    private static Optional<Path> picture(Path page, Look look) {
        Path picture = page.resolveSibling(look.file());
        return browser().filter(browser -> drawn(browser, page, look, picture)).map(browser -> picture);
    }

    /** The browser that draws the picture, if there is one. */
    static Optional<Path> browser() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean drawn(Path browser, Path page, Look look, Path picture) {
        try {
            List<String> command = new ArrayList<>(
                    List.of(browser.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"));
            command.addAll(look.options());
            command.addAll(List.of("--screenshot=" + picture, page.toUri().toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PICTURE_AT_MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return Files.exists(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
