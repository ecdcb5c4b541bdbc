package dev.vsa.bench.peer;

import dev.vsa.bench.mot.Hungarian;
import dev.vsa.perception.Detections;
import java.util.ArrayList;
import java.util.List;

/**
 * A tracker as it is usually written: ByteTrack's two stages with objects, a full matrix of overlaps and the Hungarian method.
 * Constant velocity with fixed gains takes the place of the Kalman filter, which makes it faster, not slower.
 */
public final class MatrixTracker {

    private static final double HIGH = 0.4;
    private static final double LOW = 0.3;
    private static final int MEMORY = 25;
    private static final double NO_PAIR = 1e3;

    private List<Tracked> tracks = new ArrayList<>();
    private int lastId;

    /** Creates a tracker that follows nothing. */
    public MatrixTracker() {}

    /** One object, in isotropic coordinates. */
    public static final class Tracked {
        /** Its number. */
        public final int id;
        /** Left side. */
        public double left;
        /** Upper side. */
        public double top;
        /** Right side. */
        public double right;
        /** Lower side. */
        public double bottom;

        private double velocityX;
        private double velocityY;
        private int hits = 1;
        private int missed;

        private Tracked(int id, Found found) {
            this.id = id;
            left = found.left;
            top = found.top;
            right = found.right;
            bottom = found.bottom;
        }

        private void predict() {
            left += velocityX;
            right += velocityX;
            top += velocityY;
            bottom += velocityY;
            missed++;
        }

        private void correct(Found found) {
            double dx = (found.left + found.right - left - right) / 2;
            double dy = (found.top + found.bottom - top - bottom) / 2;
            velocityX += 0.3 * dx;
            velocityY += 0.3 * dy;
            left += 0.7 * (found.left - left);
            right += 0.7 * (found.right - right);
            top += 0.7 * (found.top - top);
            bottom += 0.7 * (found.bottom - bottom);
            hits++;
            missed = 0;
        }
    }

    private record Found(double left, double top, double right, double bottom, double confidence) {}

    /**
     * Takes in a frame.
     *
     * @param detections what was found
     * @param aspect of the picture
     * @return the tracks seen in it
     */
    public List<Tracked> update(Detections detections, double aspect) {
        List<Found> high = new ArrayList<>();
        List<Found> low = new ArrayList<>();
        for (int i = 0; i < detections.size(); i++) {
            Found found = new Found(
                    detections.left(i) * aspect,
                    detections.top(i),
                    detections.right(i) * aspect,
                    detections.bottom(i),
                    detections.confidence(i));
            if (found.confidence >= HIGH) {
                high.add(found);
            } else if (found.confidence >= LOW) {
                low.add(found);
            }
        }
        tracks.forEach(Tracked::predict);
        List<Tracked> left = match(tracks, high, 0.2);
        match(left, low, 0.5);
        List<Tracked> kept = new ArrayList<>();
        for (Tracked track : tracks) {
            if (track.missed <= (track.hits > 1 ? MEMORY : 1)) {
                kept.add(track);
            }
        }
        high.forEach(found -> kept.add(new Tracked(++lastId, found)));
        tracks = kept;
        return tracks.stream().filter(t -> t.missed == 0 && t.hits > 1).toList();
    }

    /** Matches and removes what was matched from {@code found}; returns the tracks left over. */
    private static List<Tracked> match(List<Tracked> tracks, List<Found> found, double least) {
        if (tracks.isEmpty() || found.isEmpty()) {
            return tracks;
        }
        double[][] cost = new double[tracks.size()][found.size()];
        for (int t = 0; t < tracks.size(); t++) {
            for (int f = 0; f < found.size(); f++) {
                double overlap = overlap(tracks.get(t), found.get(f));
                cost[t][f] = overlap < least ? NO_PAIR : 1 - overlap;
            }
        }
        int[] columns = Hungarian.solve(cost);
        List<Tracked> left = new ArrayList<>();
        List<Found> used = new ArrayList<>();
        for (int t = 0; t < columns.length; t++) {
            if (columns[t] >= 0 && cost[t][columns[t]] < NO_PAIR) {
                tracks.get(t).correct(found.get(columns[t]));
                used.add(found.get(columns[t]));
            } else {
                left.add(tracks.get(t));
            }
        }
        found.removeAll(used);
        return left;
    }

    private static double overlap(Tracked a, Found b) {
        double w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        double h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        double areas = (a.right - a.left) * (a.bottom - a.top) + (b.right - b.left) * (b.bottom - b.top);
        return w * h / (areas - w * h);
    }
}
