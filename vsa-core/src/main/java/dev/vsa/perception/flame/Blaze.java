package dev.vsa.perception.flame;

import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.Rounding;
import dev.vsa.scene.Table;
import java.util.Arrays;

/**
 * Light that bursts out of nothing, saturates the camera and does not rest: petrol that was set on fire. Nothing of its core flickers,
 * since all of it is white; what swings is the core's area, while the flames' light colours what is around. Followed from the moment at
 * which a hundredth of the picture has become white within a second. Not thread-safe.
 */
final class Blaze {

    /** White: this share of the brightest that the picture shows. */
    private static final double CORE = 0.85;

    /** What was this bright before did not burst out of nothing: clearly less than white, so that noise does not decide. */
    private static final double BRIGHT_BEFORE = 0.75;
    /** The least core, as a share of the picture: to begin with, and for it to last. */
    private static final double LEAST = 0.01;

    private static final double LEAST_TO_LAST = 0.0025;
    /** How compact the core is at least: its area over that of a disc as widely spread, which has 1; scattered glints have next to none. */
    private static final double LEAST_COMPACT = 0.25;
    /** How old what it is held against is: half of this, to this. */
    private static final double BEFORE_SECONDS = 1;
    /** When the first flash is over, and what lies in the core for good begins to be followed. */
    private static final double FLASH_SECONDS = 0.3;
    /** What counts as a swing of its area, over the area. */
    private static final double SWING = 0.15;
    /** What has not swung so often a second by then is a lamp that was switched on. */
    private static final double LONGEST_REST_SECONDS = 10;

    private static final double LEAST_SWINGS = 0.3;

    private final Rhythm rhythm = new Rhythm();
    private boolean[] core = {};
    private boolean[] lastBright = {};
    private boolean[] oldBright = {};
    private boolean[] lastLit = {};
    private boolean[] oldLit = {};
    private boolean[] held = {};
    private int taken;
    private double sinceTaken;
    private boolean burning;
    private long id;
    private double age;
    private double meanArea;
    private double meanGlow;
    private double heldArea;
    private double extreme;
    private boolean growing;
    private int swings;
    private int area;
    private double compact;
    private int left;
    private int top;
    private int right;
    private int bottom;

    void reset() {
        taken = 0;
        sinceTaken = 0;
        burning = false;
    }

    /** Takes over a picture; the number is given to a blaze that begins. Tells whether one began. */
    boolean update(Lattice lattice, int columns, double seconds, long newId) {
        int n = lattice.luma().length;
        if (core.length != n) {
            core = new boolean[n];
            lastBright = new boolean[n];
            oldBright = new boolean[n];
            lastLit = new boolean[n];
            oldLit = new boolean[n];
            held = new boolean[n];
            reset();
        }
        int level = (int) (CORE * lattice.white());
        long count = 0;
        long sumX = 0;
        long sumY = 0;
        long squares = 0;
        for (int i = 0; i < n; i++) {
            core[i] = lattice.luma()[i] >= level && !oldBright[i];
            if (core[i]) {
                int x = i % columns;
                int y = i / columns;
                count++;
                sumX += x;
                sumY += y;
                squares += x * x + y * y;
            }
        }
        area = (int) count;
        double middleX = (double) sumX / Math.max(1, count);
        double middleY = (double) sumY / Math.max(1, count);
        double spread = (double) squares / Math.max(1, count) - middleX * middleX - middleY * middleY;
        compact = count == 0 ? 0 : count / (2 * Math.PI * Math.max(1e-3, spread));
        boolean begins = !burning && taken >= 2 && area >= LEAST * n && compact >= LEAST_COMPACT;
        if (begins) {
            begin(newId);
        }
        if (burning) {
            measure(lattice, columns, seconds);
        } else {
            remember(lattice, seconds);
        }
        return begins;
    }

    private void remember(Lattice lattice, double seconds) {
        sinceTaken += seconds;
        if (taken == 0 || sinceTaken >= BEFORE_SECONDS / 2) {
            sinceTaken = 0;
            taken++;
            boolean[] free = oldBright;
            oldBright = lastBright;
            lastBright = free;
            int level = (int) (BRIGHT_BEFORE * lattice.white());
            for (int i = 0; i < core.length; i++) {
                lastBright[i] = lattice.luma()[i] >= level;
            }
            free = oldLit;
            oldLit = lastLit;
            lastLit = free;
            System.arraycopy(lattice.lit(), 0, lastLit, 0, core.length);
        }
    }

    private void begin(long newId) {
        burning = true;
        id = newId;
        age = 0;
        swings = 0;
        extreme = 0;
        growing = true;
        meanArea = 0;
        meanGlow = 0;
        rhythm.reset();
        Arrays.fill(held, true);
    }

    private void measure(Lattice lattice, int columns, double seconds) {
        age += seconds;
        int glow = 0;
        int lasting = 0;
        left = columns;
        top = core.length;
        right = 0;
        bottom = 0;
        for (int i = 0; i < core.length; i++) {
            boolean in = core[i];
            if (in) {
                left = Math.min(left, i % columns);
                right = Math.max(right, i % columns + 1);
                top = Math.min(top, i / columns);
                bottom = Math.max(bottom, i / columns + 1);
            } else if (!lattice.grey() && lattice.lit()[i] && !oldLit[i]) {
                glow++;
            }
            held[i] &= in || age <= FLASH_SECONDS;
            lasting += held[i] ? 1 : 0;
        }
        heldArea = lasting;
        double gain = Math.max(seconds, 1e-3) / Math.max(age, 1e-3);
        meanArea += (area - meanArea) * gain;
        meanGlow += (glow - meanGlow) * gain;
        rhythm.add((double) area / core.length, seconds);
        swing();
        boolean rests = age > LONGEST_REST_SECONDS && swings < LEAST_SWINGS * age;
        if (area < LEAST_TO_LAST * core.length || compact < LEAST_COMPACT || rests) {
            reset();
        }
    }

    /** A turning point counts once the area has come back from it by more than a share of itself. */
    private void swing() {
        boolean further = growing ? area >= extreme : area <= extreme;
        if (further) {
            extreme = area;
        } else if (Math.abs(area - extreme) > SWING * Math.max(area, extreme)) {
            extreme = area;
            growing = !growing;
            swings++;
        }
    }

    /** Adds it to the candidates, once it has swung. */
    void write(Table.Builder out, int columns, int rows, boolean grey) {
        if (!burning || swings == 0) {
            return;
        }
        out.add();
        for (int column = 0; column < FlameCandidates.COLUMNS; column++) {
            out.set(column, -1);
        }
        out.set(FlameCandidates.ID, (double) id)
                .set(FlameCandidates.LEFT, Rounding.position((double) left / columns))
                .set(FlameCandidates.TOP, Rounding.position((double) top / rows))
                .set(FlameCandidates.RIGHT, Rounding.position(Math.min(1, (double) right / columns)))
                .set(FlameCandidates.BOTTOM, Rounding.position(Math.min(1, (double) bottom / rows)))
                .set(FlameCandidates.AGE, round(age))
                .set(FlameCandidates.RATE, round(swings / Math.max(age, 0.1) / 2))
                .set(FlameCandidates.PERIODICITY, round(rhythm.periodicity()))
                .set(FlameCandidates.LIT, round(age <= FLASH_SECONDS ? 1 : heldArea / Math.max(1, meanArea)))
                .set(FlameCandidates.COLOUR, round(meanGlow / Math.max(1, meanGlow + meanArea)))
                .set(FlameCandidates.GREY, grey ? 1 : 0)
                .set(FlameCandidates.SURGE, swings);
    }

    private static double round(double value) {
        return Math.rint(value * 1024) / 1024 + 0.0;
    }
}
