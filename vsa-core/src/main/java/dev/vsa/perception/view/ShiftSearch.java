package dev.vsa.perception.view;

/**
 * Looks for the known edges elsewhere in the picture: a match of edge maps over shifts, as in Hausdorff and chamfer matching
 * (Huttenlocher et al., 1993), made free of clutter by holding each shift against the mean of all: in a meadow everything matches
 * everywhere a little.
 */
final class ShiftSearch {

    private static final int MOST_POINTS = 400;
    private static final int FEWEST_POINTS = 40;
    /** The farthest shift, as a share of the picture's side. */
    private static final double REACH = 0.3;
    /** Shifts are tried in steps of so many samples; the edges looked for are widened as much. */
    private static final int STEP = 2;
    /** The share of the points that must still lie in the picture. */
    private static final double LEAST_INSIDE = 0.5;
    /** Within so many samples of the best shift lies the same match. */
    private static final int PEAK = 8;

    /** Of the former contrast, what must be left for edges to be looked for. */
    private static final double LEAST_CONTRAST = 0.2;

    private final int[] points = new int[MOST_POINTS];
    private int[] widened = {};
    private float[] scores = {};
    private float contrast = 1;
    /** How well the edges match where they were: 1 for perfectly, 0 for as well as anywhere. */
    double here;
    /** The same at the best shift. */
    double best;
    /** The same at the best shift that is clearly another. */
    double rival;
    /** The best shift, samples. */
    int shiftX;

    int shiftY;

    /** Searches; false if there are too few edges to search with. */
    boolean search(Sketch sketch, Reference reference) {
        int found = choose(sketch, reference);
        if (found < FEWEST_POINTS) {
            return false;
        }
        widen(sketch);
        contrast = (float) Math.max(LEAST_CONTRAST, Math.min(1, reference.contrast));
        int reachX = (int) (REACH * sketch.width) / STEP;
        int reachY = (int) (REACH * sketch.height) / STEP;
        int across = 2 * reachX + 1;
        int count = across * (2 * reachY + 1);
        if (scores.length != count) {
            scores = new float[count];
        }
        double sum = 0;
        int valid = 0;
        for (int s = 0; s < count; s++) {
            scores[s] = score(sketch, reference, found, (s % across - reachX) * STEP, (s / across - reachY) * STEP);
            if (scores[s] >= 0) {
                sum += scores[s];
                valid++;
            }
        }
        if (valid == 0) {
            return false;
        }
        rank(across, reachX, reachY, sum / valid);
        return true;
    }

    private void rank(int across, int reachX, int reachY, double chance) {
        int top = reachY * across + reachX;
        for (int s = 0; s < scores.length; s++) {
            top = scores[s] > scores[top] ? s : top;
        }
        shiftX = (top % across - reachX) * STEP;
        shiftY = (top / across - reachY) * STEP;
        float second = 0;
        for (int s = 0; s < scores.length; s++) {
            int dx = (s % across - reachX) * STEP - shiftX;
            int dy = (s / across - reachY) * STEP - shiftY;
            if (Math.abs(dx) > PEAK || Math.abs(dy) > PEAK) {
                second = Math.max(second, scores[s]);
            }
        }
        double room = Math.max(1e-3, 1 - chance);
        here = (scores[reachY * across + reachX] - chance) / room;
        best = (scores[top] - chance) / room;
        rival = (second - chance) / room;
    }

    /** Takes an even sample of the static edges. */
    private int choose(Sketch sketch, Reference reference) {
        int edges = 0;
        for (int i = 0; i < sketch.gradient.length; i++) {
            edges += reference.strength(i) >= Sketch.EDGE ? 1 : 0;
        }
        int stride = Math.max(1, (edges + MOST_POINTS - 1) / MOST_POINTS);
        int taken = 0;
        int passed = 0;
        for (int i = 0; i < sketch.gradient.length && taken < MOST_POINTS; i++) {
            if (reference.strength(i) >= Sketch.EDGE && passed++ % stride == 0) {
                points[taken++] = i;
            }
        }
        return taken;
    }

    private void widen(Sketch sketch) {
        int width = sketch.width;
        if (widened.length != sketch.gradient.length) {
            widened = new int[sketch.gradient.length];
        }
        for (int y = 1; y < sketch.height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                int most = 0;
                for (int at = i - width - 1; at <= i + width - 1; at += width) {
                    most = Math.max(most, Math.max(sketch.gradient[at], sketch.gradient[at + 1]));
                    most = Math.max(most, sketch.gradient[at + 2]);
                }
                widened[i] = most;
            }
        }
    }

    private float score(Sketch sketch, Reference reference, int count, int dx, int dy) {
        float expected = 0;
        float found = 0;
        int inside = 0;
        for (int p = 0; p < count; p++) {
            int x = points[p] % sketch.width + dx;
            int y = points[p] / sketch.width + dy;
            if (x >= 1 && x < sketch.width - 1 && y >= 1 && y < sketch.height - 1) {
                float strength = contrast * reference.strength(points[p]);
                inside++;
                expected += strength;
                found += Math.min(strength, widened[y * sketch.width + x]);
            }
        }
        return inside < LEAST_INSIDE * count ? -1 : found / expected;
    }
}
