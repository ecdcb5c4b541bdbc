package dev.vsa.spi;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link StateWriter} wrote, in the same order. Not thread-safe. */
public final class StateReader {

    private final byte[] bytes;
    private int position;

    /**
     * Creates a reader.
     *
     * @param bytes what {@link StateWriter#toBytes()} gave
     */
    public StateReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A state that cannot be read: written by an unknown version, or damaged. */
    public static final class UnreadableStateException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param message what is wrong
         */
        public UnreadableStateException(String message) {
            super(message);
        }
    }

    /**
     * Reads the version that a state begins with.
     *
     * @param newest the newest version that the caller can read
     * @return the version, 1 to {@code newest}
     * @throws UnreadableStateException if it is another
     */
    public int version(int newest) {
        int version = getInt();
        if (version < 1 || version > newest) {
            throw new UnreadableStateException("state of version " + version + "; this detector reads 1 to " + newest);
        }
        return version;
    }

    /**
     * Reads a count that precedes as many entries.
     *
     * @return 0 or more
     * @throws UnreadableStateException if it is negative or cannot be true of the bytes that are left
     */
    public int count() {
        int count = getInt();
        if (count < 0 || count > bytes.length - position) {
            throw new UnreadableStateException(
                    "a count of " + count + " with " + (bytes.length - position) + " bytes left");
        }
        return count;
    }

    /** Reads a whole number. */
    public int getInt() {
        return (int) get(Integer.BYTES);
    }

    /** Reads a long number. */
    public long getLong() {
        return get(Long.BYTES);
    }

    /** Reads a number, bit for bit. */
    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    /** Reads a truth value. */
    public boolean getBoolean() {
        return get(1) != 0;
    }

    /** Reads a text. */
    public String getString() {
        int length = count();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    private long get(int count) {
        if (position + count > bytes.length) {
            throw new UnreadableStateException("the state ends after " + bytes.length + " bytes; more was expected");
        }
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[position++] & 0xff;
        }
        return value;
    }
}
