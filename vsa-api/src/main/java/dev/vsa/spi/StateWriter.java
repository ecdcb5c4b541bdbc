package dev.vsa.spi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects the state of a detector as bytes, to be read back by a {@link StateReader} in the same order. Not thread-safe. */
public final class StateWriter {

    private byte[] bytes = new byte[256];
    private int length;

    /** Creates an empty writer. */
    public StateWriter() {}

    /**
     * Begins a state with the version of its layout.
     *
     * @param version 1 or more
     * @throws IllegalArgumentException if it is less: no reader would take it
     */
    public void version(int version) {
        if (version < 1) {
            throw new IllegalArgumentException("a state's version is at least 1; got " + version);
        }
        putInt(version);
    }

    /**
     * Writes a whole number.
     *
     * @param value the value
     */
    public void putInt(int value) {
        put(value, Integer.BYTES);
    }

    /**
     * Writes a long number.
     *
     * @param value the value
     */
    public void putLong(long value) {
        put(value, Long.BYTES);
    }

    /**
     * Writes a number, bit for bit.
     *
     * @param value the value
     */
    public void putDouble(double value) {
        putLong(Double.doubleToRawLongBits(value));
    }

    /**
     * Writes a truth value.
     *
     * @param value the value
     */
    public void putBoolean(boolean value) {
        put(value ? 1 : 0, 1);
    }

    /**
     * Writes a text.
     *
     * @param value the value
     */
    public void putString(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        putInt(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /** All that was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void put(long value, int count) {
        reserve(count);
        for (int i = count - 1; i >= 0; i--) {
            bytes[length++] = (byte) (value >>> (8 * i));
        }
    }

    private void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
