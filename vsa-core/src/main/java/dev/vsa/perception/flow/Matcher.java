package dev.vsa.perception.flow;

/**
 * Looks for where a square of the picture was in the picture before, at one level of the pyramid: the sum of absolute differences
 * (SAD), given up as soon as it exceeds the best so far. A square is 8 by 8 samples; at full resolution 12 by 12, of which every
 * other row is read and the four columns in the middle count twice.
 */
final class Matcher {

    private static final int WORD = 8;

    /** Half the side of a square. */
    private static final int HALF = 4;

    private static final int HALF_FINE = 6;

    /** Where the second word of a row begins at full resolution. */
    private static final int SECOND = 2 * HALF_FINE - WORD;

    private final Pyramid now;
    private final Pyramid before;
    private int level;
    private int half;
    private int x;
    private int y;

    /** The best displacement so far, samples of the level, and its SAD. */
    int bestX;

    int bestY;
    int best;

    Matcher(Pyramid now, Pyramid before) {
        this.now = now;
        this.before = before;
    }

    /**
     * Begins a search.
     *
     * @param newLevel level of the pyramid
     * @param centreX the middle of the square in the picture now
     * @param centreY the middle of the square in the picture now
     */
    void begin(int newLevel, int centreX, int centreY) {
        level = newLevel;
        half = newLevel == 0 ? HALF_FINE : HALF;
        x = Math.max(half, Math.min(now.width(level) - half, centreX));
        y = Math.max(half, Math.min(now.height(level) - half, centreY));
        best = Integer.MAX_VALUE;
        bestX = 0;
        bestY = 0;
    }

    /** How many samples a SAD is the sum over; those that count twice are two. */
    int samples() {
        return level == 0 ? 2 * WORD * HALF_FINE : WORD * WORD;
    }

    /** Tries a displacement: the square is where it is now, and was at its place less the displacement. */
    void attempt(int dx, int dy) {
        int sad = sad(dx, dy, best);
        if (sad < best) {
            best = sad;
            bestX = dx;
            bestY = dy;
        }
    }

    /** Tries a displacement and its eight neighbours, itself first, so that the nearer of two equal ones is taken. */
    void around(int dx, int dy) {
        ring(dx, dy, 1, 1);
    }

    /** Tries every other displacement up to a distance, from the middle outwards, then the neighbours of the best. */
    void sweep(int radius) {
        for (int r = 2; r < radius + 2; r += 2) {
            ring(0, 0, r, 2);
        }
        around(bestX, bestY);
    }

    private void ring(int dx, int dy, int radius, int step) {
        attempt(dx, dy);
        for (int k = -radius; k < radius; k += step) {
            attempt(dx + k, dy - radius);
            attempt(dx + radius, dy + k);
            attempt(dx - k, dy + radius);
            attempt(dx - radius, dy - k);
        }
    }

    /** The SAD of a displacement; {@link Integer#MAX_VALUE} where it leads out of the picture or the sum exceeds a limit. */
    int sad(int dx, int dy, int limit) {
        return sad(x, y, x - dx, y - dy, limit);
    }

    /** By how much the place that a displacement leads to differs from what is there now: nothing has left it if by little. */
    int left(int dx, int dy) {
        return sad(x - dx, y - dy, x - dx, y - dy, Integer.MAX_VALUE);
    }

    private int sad(int ax, int ay, int bx, int by, int limit) {
        int w = now.width(level);
        int h = now.height(level);
        if (bx < half || by < half || bx > w - half || by > h - half) {
            return Integer.MAX_VALUE;
        }
        byte[] a = now.bytes(level);
        byte[] b = before.bytes(level);
        int atA = (ay - half) * w + ax - half;
        int atB = (by - half) * w + bx - half;
        int sum = level == 0 ? fine(a, atA, b, atB, 2 * w, limit) : coarse(a, atA, b, atB, w, limit);
        return sum < limit ? sum : Integer.MAX_VALUE;
    }

    private static int coarse(byte[] a, int atA, byte[] b, int atB, int stride, int limit) {
        int sum = 0;
        for (int row = 0; row < WORD && sum < limit; row += 2) {
            sum += Bytes.difference(a, atA, b, atB) + Bytes.difference(a, atA + stride, b, atB + stride);
            atA += 2 * stride;
            atB += 2 * stride;
        }
        return sum;
    }

    private static int fine(byte[] a, int atA, byte[] b, int atB, int stride, int limit) {
        int sum = 0;
        for (int row = 0; row < HALF_FINE && sum < limit; row++) {
            sum += Bytes.difference(a, atA, b, atB) + Bytes.difference(a, atA + SECOND, b, atB + SECOND);
            atA += stride;
            atB += stride;
        }
        return sum;
    }

    /** The sum of differences to the right and downwards in the square as it is now: how much there is to match. Full resolution only. */
    int texture() {
        int w = now.width(0);
        byte[] a = now.bytes(0);
        int at = (y - HALF_FINE) * w + x - HALF_FINE;
        int sum = 0;
        for (int row = 0; row < HALF_FINE; row++) {
            sum += Bytes.difference(a, at, a, at + 1) + Bytes.difference(a, at + SECOND - 1, a, at + SECOND);
            sum += Bytes.difference(a, at, a, at + w) + Bytes.difference(a, at + SECOND, a, at + SECOND + w);
            at += 2 * w;
        }
        return sum;
    }
}
