package org.scora.learn;

/** Numbers for what a message has, below 2^{@link Learner#BITS}. What falls on the same number shares its weight. */
final class Hash {
    // FNV-1a (Fowler, Noll and Vo) over the characters; its last bits are the good ones, so they are spread upwards by
    // 2^64 divided by the golden ratio (Knuth's multiplicative hash), whose highest bits are the best.
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Hash() {}

    static int feature(long value) {
        return (int) (value * SPREAD >>> Long.SIZE - Learner.BITS);
    }

    static int feature(String kind, String text) {
        long hash = over(FNV_OFFSET, kind);
        hash = (hash ^ '\n') * FNV_PRIME;
        hash = over(hash, text);
        return feature(hash ^ hash >>> Integer.SIZE);
    }

    private static long over(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
