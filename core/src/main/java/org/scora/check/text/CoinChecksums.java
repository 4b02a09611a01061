package org.scora.check.text;

import com.google.common.hash.Hashing;
import java.math.BigInteger;
import java.util.Arrays;

/** The checksums of Bitcoin addresses: Base58Check, and Bech32 (BIP 173) with its successor (BIP 350). */
final class CoinChecksums {
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32_SUM = 1;
    private static final int BECH32M_SUM = 0x2bc830a3;
    // One byte of version, 20 of a hash, 4 of the checksum.
    private static final int ADDRESS_BYTES = 25;
    private static final int CHECKSUM_BYTES = 4;

    private CoinChecksums() {}

    static boolean isBase58(String address) {
        BigInteger number = BigInteger.ZERO;
        for (char digit : address.toCharArray()) {
            number =
                    number.multiply(BigInteger.valueOf(BASE58.length())).add(BigInteger.valueOf(BASE58.indexOf(digit)));
        }
        byte[] written = number.toByteArray();
        if (written.length > ADDRESS_BYTES) {
            return false;
        }
        byte[] address25 = new byte[ADDRESS_BYTES];
        System.arraycopy(written, 0, address25, ADDRESS_BYTES - written.length, written.length);
        byte[] content = Arrays.copyOf(address25, ADDRESS_BYTES - CHECKSUM_BYTES);
        byte[] once = Hashing.sha256().hashBytes(content).asBytes();
        byte[] twice = Hashing.sha256().hashBytes(once).asBytes();
        return Arrays.equals(
                Arrays.copyOf(twice, CHECKSUM_BYTES),
                Arrays.copyOfRange(address25, ADDRESS_BYTES - CHECKSUM_BYTES, ADDRESS_BYTES));
    }

    static boolean isBech32(String address) {
        int sum = 1;
        // The prefix "bc", spread out as the standard says.
        for (int value : new int[] {'b' >> 5, 'c' >> 5, 0, 'b' & 31, 'c' & 31}) {
            sum = step(sum, value);
        }
        for (char letter : address.substring("bc1".length()).toCharArray()) {
            sum = step(sum, BECH32.indexOf(letter));
        }
        return sum == BECH32_SUM || sum == BECH32M_SUM;
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }
}
