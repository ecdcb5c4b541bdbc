package dev.vsa.frame;

/** How the pixels of a frame lie in its planes. Samples are 8 bits. Chroma is BT.601 or BT.709 limited or full range. */
public enum PixelFormat {
    /** One plane of blue, green, red triples: {@code stride >= 3 * width}. */
    BGR24(1),
    /** One plane of luma: {@code stride >= width}. */
    GRAY8(1),
    /** A luma plane and a plane of interleaved U, V at half the width and height, rounded up. */
    NV12(2),
    /** A luma plane, then U, then V, each of the two at half the width and height, rounded up. */
    I420(3);

    private final int planes;

    PixelFormat(int planes) {
        this.planes = planes;
    }

    /** How many planes a frame of this format has. */
    public int planes() {
        return planes;
    }

    /**
     * The number of bytes of one row of a plane that hold samples.
     *
     * @param plane 0 to {@code planes() - 1}
     * @param width the picture's width in pixels
     */
    public int rowBytes(int plane, int width) {
        return switch (this) {
            case BGR24 -> 3 * width;
            case GRAY8 -> width;
            case NV12 -> plane == 0 ? width : 2 * ((width + 1) / 2);
            case I420 -> plane == 0 ? width : (width + 1) / 2;
        };
    }

    /**
     * The number of rows of a plane.
     *
     * @param plane 0 to {@code planes() - 1}
     * @param height the picture's height in pixels
     */
    public int rows(int plane, int height) {
        return plane == 0 ? height : (height + 1) / 2;
    }
}
