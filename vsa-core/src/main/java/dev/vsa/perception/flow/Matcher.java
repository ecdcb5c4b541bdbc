package dev.vsa.perception.flow;

/**
 * Looks for where a square of the picture was in the picture before, at one level of the pyramid: the sum of absolute differences
 * (SAD), given up row by row as soon as it exceeds the best so far.
 */
final class Matcher {

    private final Pyramid now;
    private final Pyramid before;
    private int level;
    private int half;
    private int x;
    private int y;
    private int offset;

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
     * @param newHalf half the side of the square, samples of the level
     * @param centreX its middle in the picture now
     * @param centreY its middle in the picture now
     * @param newOffset by how much the picture now is brighter as a whole
     */
    void begin(int newLevel, int newHalf, int centreX, int centreY, int newOffset) {
        level = newLevel;
        half = newHalf;
        x = Math.max(half, Math.min(now.width(level) - half, centreX));
        y = Math.max(half, Math.min(now.height(level) - half, centreY));
        offset = newOffset;
        best = Integer.MAX_VALUE;
        bestX = 0;
        bestY = 0;
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
        return sad(now.values(level), x, y, before.values(level), x - dx, y - dy, limit);
    }

    /** By how much the place that a displacement leads to differs from what is there now: nothing has left it if by little. */
    int left(int dx, int dy) {
        return sad(now.values(level), x - dx, y - dy, before.values(level), x - dx, y - dy, Integer.MAX_VALUE);
    }

    private int sad(int[] a, int ax, int ay, int[] b, int bx, int by, int limit) {
        int w = now.width(level);
        int h = now.height(level);
        if (bx < half || by < half || bx > w - half || by > h - half) {
            return Integer.MAX_VALUE;
        }
        int side = 2 * half;
        int sum = 0;
        int atA = (ay - half) * w + ax - half;
        int atB = (by - half) * w + bx - half;
        for (int row = 0; row < side && sum < limit; row++) {
            for (int i = 0; i < side; i++) {
                sum += Math.abs(a[atA + i] - b[atB + i] - offset);
            }
            atA += w;
            atB += w;
        }
        return sum < limit ? sum : Integer.MAX_VALUE;
    }

    /** The sum of absolute differences of neighbours in the square as it is now: how much there is to match. */
    int texture() {
        int w = now.width(level);
        int[] a = now.values(level);
        int sum = 0;
        for (int row = y - half; row < y + half - 1; row++) {
            int at = row * w + x - half;
            for (int i = 0; i < 2 * half - 1; i++) {
                sum += Math.abs(a[at + i + 1] - a[at + i]) + Math.abs(a[at + i + w] - a[at + i]);
            }
        }
        return sum;
    }
}
