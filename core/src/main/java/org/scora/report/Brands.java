package org.scora.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The looks of reports: what the sentences say, and a logo from {@code conf/texts}: {@code logo-example.com.png} for a domain,
 * {@code logo.png} for all others.
 */
public final class Brands {
    private static final Logger LOGGER = LoggerFactory.getLogger(Brands.class);
    private static final long LARGEST_BYTES = 20_000;
    private static final int WIDEST = 240;
    private static final int HIGHEST = 60;

    private final Path folder;
    private final Optional<String> operator;

    /** @param operator who gets answers to reports */
    public Brands(Path confFolder, Optional<String> operator) {
        this.folder = confFolder.resolve("texts");
        this.operator = operator;
    }

    /** The looks of a domain's report; without one, of that about all. */
    public Brand of(Optional<String> domain, Wording words) {
        Brand plain = Brand.of(words);
        return new Brand(plain.name(), plain.color(), operator, logo(domain), plain.handbook());
    }

    private Optional<Brand.Logo> logo(Optional<String> domain) {
        return Stream.concat(domain.stream().map(name -> "logo-" + name + ".png"), Stream.of("logo.png"))
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(Brands::read);
    }

    // Made smaller to fit in its place, but kept in all its pixels, so that it is sharp.
    private static Optional<Brand.Logo> read(Path file) {
        try {
            byte[] png = Files.size(file) > LARGEST_BYTES ? new byte[0] : Files.readAllBytes(file);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            if (picture == null) {
                LOGGER.warn("{} is left out: no PNG of at most {} bytes", file, LARGEST_BYTES);
                return Optional.empty();
            }
            double scale =
                    Math.min(1, Math.min((double) WIDEST / picture.getWidth(), (double) HIGHEST / picture.getHeight()));
            return Optional.of(new Brand.Logo(
                    png, (int) Math.round(scale * picture.getWidth()), (int) Math.round(scale * picture.getHeight())));
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("{} is left out: {}", file, e.toString());
            return Optional.empty();
        }
    }
}
