package org.scora.message;

/** Looks at the bytes of a message for what no parser should have to meet. */
final class SourceScan {
    private final byte[] source;
    private int bareReturns;
    private int bareFeeds;
    private int pairs;
    private int nuls;

    private SourceScan(byte[] source) {
        this.source = source;
    }

    static void of(byte[] source, Defects defects) {
        SourceScan scan = new SourceScan(source);
        for (int i = 0; i < source.length; i++) {
            scan.count(i);
        }
        scan.report(defects);
    }

    private void count(int i) {
        switch (source[i]) {
            case 0 -> nuls++;
            case '\r' -> {
                if (i + 1 == source.length || source[i + 1] != '\n') {
                    bareReturns++;
                }
            }
            case '\n' -> {
                if (i > 0 && source[i - 1] == '\r') {
                    pairs++;
                } else {
                    bareFeeds++;
                }
            }
            default -> {}
        }
    }

    private void report(Defects defects) {
        if (nuls > 0) {
            defects.add(Defect.Kind.NUL_BYTES, "The message contains NUL bytes: " + nuls + ".");
        }
        // A file whose lines all end in LF was stored that way; that says nothing about the message.
        if (bareReturns > 0 || (bareFeeds > 0 && pairs > 0)) {
            defects.add(
                    Defect.Kind.BARE_LINE_ENDS,
                    "Lines end in a carriage return or a line feed alone: " + (bareReturns + bareFeeds) + ".");
        }
    }
}
