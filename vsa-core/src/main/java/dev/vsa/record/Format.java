package dev.vsa.record;

/** The constants of scene logs, format 1. */
final class Format {

    static final int VERSION = 1;

    /** As in PNG: shows at once when a transfer has taken the file for text. */
    static final long MAGIC = 0x89_56_53_43_0d_0a_1a_0aL;

    static final int LARGEST_HEADER = 1 << 22;
    static final int LARGEST_BLOCK = 1 << 26;
    /** Deflate makes at most about 1032 bytes of one. */
    static final int DEFLATE_RATIO = 1040;

    /** In all grids of a scene together; the bytes of as many fit a block. */
    static final int MOST_CELLS = 1 << 20;

    static final int BLOCK = 'B';
    static final int END = 'E';
    /** Tag, compressed length, inflated length, first and last media time, items, checksum. */
    static final int BLOCK_HEAD = 1 + 4 + 4 + 8 + 8 + 4 + 4;
    /** Tag, items, checksum. */
    static final int END_MARK = 1 + 8 + 4;

    static final int SCENE = 0;
    static final int DISCONTINUITY = 1;
    static final int UNSEEN = 2;
    static final int KIND = 0x3;
    static final int PICTURE_CHANGED = 0x4;

    static final int SIGHTING = 0x3;
    static final int NAMED = 0x4;
    static final int BORN = 0x8;
    static final int MATCHED = 0x10;
    static final int RAW_BOX = 0x20;
    static final int RAW_MOTION = 0x40;
    static final int RAW_CONFIDENCE = 0x80;

    private Format() {}
}
