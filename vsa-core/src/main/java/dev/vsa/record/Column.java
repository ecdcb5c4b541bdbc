package dev.vsa.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are written at the end and, once over, read from the start. Reading past the end is refused. */
final class Column {

    private static final int LONGEST_VARINT = 10;

    byte[] bytes;
    private int position;
    int end;

    Column() {
        this(new byte[256], 0, 0);
    }

    Column(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
    }

    void clear() {
        position = 0;
        end = 0;
    }

    /** Makes this read a stretch of other bytes. */
    void read(byte[] other, int from, int to) {
        bytes = other;
        position = from;
        end = to;
    }

    int left() {
        return end - position;
    }

    void putByte(int value) {
        reserve(1);
        bytes[end++] = (byte) value;
    }

    /** Seven bits a byte, lowest first; all but the last byte have the highest bit set. */
    void putVarint(long value) {
        reserve(LONGEST_VARINT);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
    }

    /** Small figures of either sign become small ones without: 0, −1, 1, −2 are 0, 1, 2, 3. */
    void putSigned(long value) {
        putVarint(value << 1 ^ value >> 63);
    }

    void putInt(int value) {
        reserve(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[end++] = (byte) (value >>> shift);
        }
    }

    void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    void putText(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        putVarint(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, end, utf8.length);
        end += utf8.length;
    }

    void putBytes(byte[] from, int count) {
        reserve(count);
        System.arraycopy(from, 0, bytes, end, count);
        end += count;
    }

    /** Leaves room for something that is not known yet. */
    void skipOver(int count) {
        reserve(count);
        end += count;
    }

    int getByte() {
        need(1);
        return bytes[position++] & 0xff;
    }

    long getVarint() {
        long value = 0;
        for (int shift = 0; shift < 7 * LONGEST_VARINT; shift += 7) {
            int b = getByte();
            value |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a figure has no end");
    }

    long getSigned() {
        long value = getVarint();
        return value >>> 1 ^ -(value & 1);
    }

    /** A count of things that take at least a byte each in a column. */
    int getCount(Column of) {
        long count = getVarint();
        if (count < 0 || count > of.left()) {
            throw new IllegalArgumentException("a count of " + count + " over " + of.left() + " bytes");
        }
        return (int) count;
    }

    int getInt() {
        need(Integer.BYTES);
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = value << 8 | bytes[position++] & 0xff;
        }
        return value;
    }

    long getLong() {
        long high = getInt();
        return high << 32 | getInt() & 0xffffffffL;
    }

    String getText() {
        int length = getCount(this);
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    /** A byte further on; the caller has checked that it is there. */
    int peek(int offset) {
        return bytes[position + offset] & 0xff;
    }

    void skip(int count) {
        need(count);
        position += count;
    }

    void reserve(int count) {
        if (end + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + count));
        }
    }

    private void need(int count) {
        if (count > end - position) {
            throw new IllegalArgumentException("a column ends early");
        }
    }
}
