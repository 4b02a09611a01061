package org.scora.message;

/**
 * How much of one message is read. The source itself is kept whole; these bound everything that is made from it.
 *
 * @param depth how many entities may stand in each other, the message itself included; see {@link #depthFor}
 * @param parts how many entities there may be in all, containers included
 * @param contentBytes decoded content kept of one part
 * @param contentBytesInAll decoded content kept of all parts together
 * @param textBytes decoded content of one part that is examined as text
 * @param textBytesInAll decoded content of all parts together that is examined as text
 * @param links how many links are kept
 * @param headerFields how many fields of the message's header are kept
 * @param headerBytes length of the header that is kept, in bytes
 * @param fieldBytes length of one field that is kept, in bytes
 * @param lineBytes length of one line that is read, in bytes, in headers and bodies
 * @param boundaryLength the longest boundary that is searched for, in characters; RFC 2046 allows 70. The cost of the
 *     search grows with it
 * @param htmlNodes how many HTML elements and attributes together are looked at in one part
 */
public record ReadingLimits(
        int depth,
        int parts,
        int contentBytes,
        int contentBytesInAll,
        int textBytes,
        int textBytesInAll,
        int links,
        int headerFields,
        int headerBytes,
        int fieldBytes,
        int lineBytes,
        int boundaryLength,
        int htmlNodes) {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;
    private static final int BYTES_SEARCHED = 256 * MIB;
    private static final int DEPTH_OF_HONEST_MAIL = 8;

    /** The limits of a gateway: no honest message of ordinary size comes near them. */
    public static ReadingLimits standard() {
        return new ReadingLimits(
                32, 1000, MIB, 32 * MIB, 256 * KIB, MIB, 2000, 10_000, MIB, 64 * KIB, 4 * MIB, 100, 100_000);
    }

    /**
     * The depth for a message of some length. Every level of nesting searches all bytes within it once more, at a cost
     * that a sender can drive up; so the product of length and depth is bounded, down to a depth that honest mail has.
     */
    int depthFor(int sourceBytes) {
        int affordable = BYTES_SEARCHED / Math.max(1, sourceBytes);
        return Math.min(depth, Math.max(DEPTH_OF_HONEST_MAIL, affordable));
    }
}
