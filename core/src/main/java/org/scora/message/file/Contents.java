package org.scora.message.file;

import java.util.List;
import java.util.Optional;

/** What a file holds, for the kinds that are opened. */
public sealed interface Contents {

    /** Nothing that is looked at. */
    record Opaque() implements Contents {}

    /**
     * An archive; its files stand beside it among the {@link MailFiles}.
     *
     * @param files how many were met
     * @param encrypted whether a password is needed for any file, or for the list
     * @param excess why it is not honest, in words: a bomb, or nested without reason
     */
    record Archive(int files, boolean encrypted, Optional<Excess> excess) implements Contents {}

    /** What makes an archive a trap. */
    record Excess(Kind kind, String sentence) {
        /** Which trap. */
        public enum Kind {
            /** It would fill memory or disk of those who unpack it. */
            BOMB,
            /** More archives in archives than anyone would pack. */
            NESTING
        }
    }

    /**
     * An Office document.
     *
     * @param macros what its macros do; empty when it has none
     * @param remoteTemplate the address from which it loads a template or an object when it is opened
     * @param links that it shows
     * @param encrypted whether a password is needed to open it
     */
    record Office(Optional<Macros> macros, Optional<String> remoteTemplate, List<String> links, boolean encrypted)
            implements Contents {
        public Office {
            links = List.copyOf(links);
        }
    }

    /**
     * A PDF file.
     *
     * @param links that it shows
     * @param codes the texts of QR codes in its pictures
     * @param script whether it brings JavaScript
     * @param launches whether it asks to start a program or to open another file
     * @param encrypted whether its texts, links included, are encrypted
     */
    record Pdf(List<String> links, List<String> codes, boolean script, boolean launches, boolean encrypted)
            implements Contents {
        public Pdf {
            links = List.copyOf(links);
            codes = List.copyOf(codes);
        }
    }

    /** A picture with a QR code (ISO 18004) that says this. */
    record QrCode(String text) implements Contents {}

    /**
     * A web page or an SVG picture.
     *
     * @param links and where its forms and frames lead
     * @param asksPassword whether it has a field for a password
     * @param script whether it has any script
     * @param buildsFile by what its script makes a file out of itself for the reader to open
     * @param packedScript whether its script carries something long and packed, and unpacks it
     * @param leadsOn whether it goes to another page by itself
     */
    record WebPage(
            List<String> links,
            boolean asksPassword,
            boolean script,
            Optional<String> buildsFile,
            boolean packedScript,
            boolean leadsOn)
            implements Contents {
        public WebPage {
            links = List.copyOf(links);
        }
    }

    /** A text of which only the links are read: an entry for a calendar (RFC 5545), or an internet shortcut. */
    record LinkedText(List<String> links) implements Contents {
        public LinkedText {
            links = List.copyOf(links);
        }
    }
}
