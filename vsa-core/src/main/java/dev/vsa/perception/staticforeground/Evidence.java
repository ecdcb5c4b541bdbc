package dev.vsa.perception.staticforeground;

import dev.vsa.perception.background.Background;
import java.util.Arrays;

/**
 * For how long each sample has looked the same, and unlike the place: the evidence of Porikli, Ivanov and Haga ("Robust abandoned
 * object detection using dual foregrounds", EURASIP J. Adv. Signal Process. 2008), in seconds instead of frames. It grows while
 * a sample differs from the slow background and not from the fast one; it falls fast when the background is seen again, and
 * hardly at all while something passes in front.
 *
 * <p>Where it is above 0, and round about a region, the slow background learns nothing, so that what is being timed never fades into it.
 */
final class Evidence {

    /** Milliseconds of evidence at most: how long something may be hidden, and how soon it is found to be gone. */
    static final int MOST = 8000;

    /** By how much faster than it grows evidence falls where the background is seen. */
    private static final int DOWN = 4;

    /** By how much slower than it grows it falls where something else is seen: a minute of passers-by hides nothing. */
    private static final int LEAK_SHIFT = 3;

    private static final double FAST_S = 1;
    private static final double SLOW_S = 20;
    private static final double SLOW_OBJECT_S = 120;

    /**
     * A sample differs by a fixed step of 8 levels and a share of its brightness (motion asks for 11: it cannot wait for seconds,
     * in which noise averages out) …
     */
    private static final int THRESHOLD = 8 << 8;

    private static final int RELATIVE_SHIFT = 5;

    /** … and by as much as the background changes from one sample to the next, over this: a tremble of half a sample. */
    private static final int TREMBLE = 4;

    private static final double SLACK_S = 2;

    private final Background slow = new Background();
    private final Background fast = new Background();
    private int[] evidence = {};
    private int[] foreground = {};
    private int[] changing = {};
    private int[] slack = {};
    private int width;
    private int height;
    private double sinceSlack;
    private double changingShare;

    void start(int[] picture, int newWidth, int newHeight) {
        if (newWidth != width || newHeight != height) {
            width = newWidth;
            height = newHeight;
            slow.start(picture);
            fast.start(picture);
            evidence = new int[picture.length];
            foreground = new int[picture.length];
            changing = new int[picture.length];
            slack = new int[picture.length];
        } else {
            slow.adopt(picture);
            fast.adopt(picture);
            Arrays.fill(evidence, 0);
            Arrays.fill(foreground, 0);
            Arrays.fill(changing, 0);
        }
        allowForTremble();
    }

    /** Milliseconds for which each sample has stood still in front of the place. */
    int[] values() {
        return evidence;
    }

    /** 1 where the picture differs from the background. */
    int[] foreground() {
        return foreground;
    }

    int[] background() {
        return slow.values();
    }

    /** The share of some samples that are seen as they stood: unlike the background, and not changing. */
    double seen(int[] samples, int from, int to) {
        int seen = 0;
        for (int k = from; k < to; k++) {
            seen += foreground[samples[k]] & (1 - changing[samples[k]]);
        }
        return (double) seen / (to - from);
    }

    /** The share of samples that change now. */
    double changingShare() {
        return changingShare;
    }

    /** Compares a picture with both backgrounds. */
    void compare(int[] picture, double seconds) {
        slow.expose(picture);
        fast.expose(picture);
        sinceSlack += seconds;
        if (sinceSlack >= SLACK_S) {
            allowForTremble();
        }
        differ(picture, slow.values(), slack, foreground);
        differ(picture, fast.values(), slack, changing);
        int sum = 0;
        for (int i = 0; i < changing.length; i++) {
            sum += changing[i];
        }
        changingShare = (double) sum / changing.length;
    }

    private static void differ(int[] picture, int[] background, int[] slack, int[] mask) {
        for (int i = 0; i < mask.length; i++) {
            int limit = THRESHOLD + (background[i] >> RELATIVE_SHIFT) + slack[i];
            mask[i] = (limit - Math.abs(picture[i] - background[i])) >>> 31;
        }
    }

    /** Takes account of what {@link #compare} found. */
    void add(double seconds) {
        int up = (int) Math.round(1000 * seconds);
        int down = DOWN * up;
        int leak = up >> LEAK_SHIFT;
        for (int i = 0; i < evidence.length; i++) {
            int seen = foreground[i];
            int moves = changing[i];
            int more = evidence[i] + seen * (up - moves * (up + leak)) - (1 - seen) * down;
            evidence[i] = Math.max(0, Math.min(MOST, more));
        }
    }

    /**
     * Lets the picture into both backgrounds.
     *
     * @param held above 0 where the slow one learns nothing
     */
    void learn(int[] picture, double seconds, int[] held) {
        fast.learn(picture, 1 - Math.exp(-seconds / FAST_S));
        slow.learn(picture, 1 - Math.exp(-seconds / SLOW_S), foreground, 1 - Math.exp(-seconds / SLOW_OBJECT_S), held);
    }

    /** Lets the fast background alone follow, while nothing can be said. */
    void follow(int[] picture, double seconds) {
        fast.learn(picture, 1 - Math.exp(-seconds / FAST_S));
    }

    /** From now on the sample belongs to the place. */
    void absorb(int[] picture, int sample) {
        slow.adopt(picture, sample);
        evidence[sample] = 0;
    }

    /** The background of a sample has become brighter by a factor. */
    void relight(int sample, double factor) {
        slow.scale(sample, factor);
    }

    private void allowForTremble() {
        sinceSlack = 0;
        int[] b = slow.values();
        for (int y = 1; y < height - 1; y++) {
            for (int i = y * width + 1; i < (y + 1) * width - 1; i++) {
                int across = Math.abs(b[i + 1] - b[i - 1]);
                int along = Math.abs(b[i + width] - b[i - width]);
                slack[i] = Math.max(across, along) / TREMBLE;
            }
        }
    }
}
