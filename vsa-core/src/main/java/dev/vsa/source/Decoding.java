package dev.vsa.source;

/**
 * How much a source may take to decode.
 *
 * @param threads threads of the decoder, 1 to 64. More than one decodes a recording faster; a live stream is decoded by
 *     slices then, so that no frame comes later
 * @param frames how many frames may be leased at the same time, 1 to 1,000; beyond that a live source drops and a recording
 *     waits
 */
public record Decoding(int threads, int frames) {

    private static final int MOST_THREADS = 64;
    private static final int MOST_FRAMES = 1_000;

    /** One thread, eight frames. */
    public static final Decoding DEFAULT = new Decoding(1, 8);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Decoding {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(threads + " decoder threads are not between 1 and " + MOST_THREADS);
        }
        if (frames < 1 || frames > MOST_FRAMES) {
            throw new IllegalArgumentException(frames + " leased frames are not between 1 and " + MOST_FRAMES);
        }
    }
}
