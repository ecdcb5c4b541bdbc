package dev.vsa.perception.flow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Arithmetic on eight bytes at a time, each of them 0 to 255, in one {@code long}. */
final class Bytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long HIGH = 0x8080808080808080L;
    private static final long EVEN = 0x00FF00FF00FF00FFL;

    /** Times this, four sums of 16 bits are added up in the topmost 16. */
    private static final long ADD_UP = 0x0001000100010001L;

    private Bytes() {}

    /** The sum of absolute differences of eight neighbours from one place on and eight from another. */
    static int difference(byte[] a, int atA, byte[] b, int atB) {
        long p = (long) LONGS.get(a, atA);
        long q = (long) LONGS.get(b, atB);
        // Each byte of p less that of q, modulo 256: the topmost bits apart, so that nothing is borrowed from the next
        // byte.
        long d = ((p | HIGH) - (q & ~HIGH)) ^ ((p ^ ~q) & HIGH);
        // The topmost bit of each byte in which p is the smaller one; there the difference is negated: inverted, and
        // one more.
        long less = ((~p & q) | (~(p ^ q) & d)) & HIGH;
        long one = less >>> 7;
        d = (d ^ ((less << 1) - one)) + one;
        return (int) (((d & EVEN) + (d >>> 8 & EVEN)) * ADD_UP >>> 48);
    }
}
