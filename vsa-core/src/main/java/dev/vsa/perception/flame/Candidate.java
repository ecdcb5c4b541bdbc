package dev.vsa.perception.flame;

import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.Rounding;
import dev.vsa.scene.Table;

/** A region that may burn, followed from frame to frame, and what was measured of it. Reused: {@link #begin} sets every field. */
final class Candidate {

    private static final double BOX_SECONDS = 0.3;
    private static final double MEASURE_SECONDS = 1;
    private static final double FIRST_AREA_SECONDS = 0.5;
    /** A candidate that has this much of a flame's colour has colour, even if nothing else in the picture does. */
    private static final double LEAST_COLOUR = 0.2;

    private final Rhythm rhythm = new Rhythm();
    long id;
    boolean seen;
    double unseenSeconds;
    double age;
    /** The box, in cells. */
    double left;

    double top;
    double right;
    double bottom;

    double rate;
    double flicker;
    double lit;
    double colour;
    double brightness;
    private double swing;
    private double common;
    private double outline;
    private double changes;
    private double firstArea;
    private double area;
    private final Drift driftX = new Drift();
    private final Drift driftY = new Drift();
    private double flame;
    private double smoke;
    private double strokes;
    private boolean placed;
    private boolean asked;
    double secondsSinceAsked;

    void begin(long newId, int l, int t, int r, int b) {
        id = newId;
        rhythm.reset();
        unseenSeconds = 0;
        age = 0;
        left = l;
        top = t;
        right = r;
        bottom = b;
        rate = 0;
        flicker = 0;
        lit = 0;
        colour = 0;
        brightness = 0;
        swing = 0;
        common = 0;
        outline = 0;
        changes = 0;
        firstArea = 0;
        area = 0;
        driftX.begin();
        driftY.begin();
        placed = false;
        flame = 0;
        smoke = 0;
        strokes = -1;
        asked = false;
        secondsSinceAsked = 1e9;
    }

    /** The share of a new value in a mean over some seconds that begins with the first value. */
    private double gain(double seconds, double memory) {
        return Math.max(1 - Math.exp(-seconds / memory), seconds / Math.max(seconds, age));
    }

    void see(int l, int t, int r, int b, double seconds) {
        seen = true;
        unseenSeconds = 0;
        age += seconds;
        secondsSinceAsked += seconds;
        double g = gain(seconds, BOX_SECONDS);
        left += (l - left) * g;
        top += (t - top) * g;
        right += (r - right) * g;
        bottom += (b - bottom) * g;
    }

    void measure(
            double newRate, double newFlicker, double newLit, double newColour, double newBrightness, double seconds) {
        double g = gain(seconds, MEASURE_SECONDS);
        rate += (newRate - rate) * g;
        flicker += (newFlicker - flicker) * g;
        lit += (newLit - lit) * g;
        colour += (newColour - colour) * g;
        brightness += (newBrightness - brightness) * g;
    }

    /** Takes over what is lit of it, in half cells, and its mean brightness. */
    void shape(Spot spot, double luma, double seconds) {
        rhythm.add(luma, seconds);
        area += (spot.count() - area) * gain(seconds, FIRST_AREA_SECONDS);
        firstArea = age <= FIRST_AREA_SECONDS ? area : firstArea;
        if (spot.count() > 0 && seconds > 0) {
            double g = placed ? gain(seconds, MEASURE_SECONDS) : 1;
            placed = true;
            driftX.add(spot.middleX() / 2, spot.halfWidth() / 2, g, MEASURE_SECONDS);
            driftY.add(spot.middleY() / 2, spot.halfHeight() / 2, g, MEASURE_SECONDS);
        }
    }

    /** Takes over the mean change of its samples' brightness, the size of the mean change, and the share of its outline that changed. */
    void change(double newSwing, double newCommon, double newOutline) {
        changes++;
        double g = Math.max(FlameCandidates.LAG_SECONDS / MEASURE_SECONDS, 1 / changes);
        swing += (newSwing - swing) * g;
        common += (newCommon - common) * g;
        outline += (newOutline - outline) * g;
    }

    void classified(double newFlame, double newSmoke) {
        double g = asked ? 0.2 : 1;
        flame += (newFlame - flame) * g;
        smoke += (newSmoke - smoke) * g;
        asked = true;
        secondsSinceAsked = 0;
    }

    /** Takes over the share of its pixels that are edges of strokes; −1 where it is too high for text. */
    void stroked(double share) {
        strokes = share < 0 || strokes < 0 ? share : strokes + (share - strokes) * 0.2;
    }

    void write(Table.Builder out, int columns, int rows, boolean grey) {
        double size = Math.sqrt(Math.max(1, (right - left) * (bottom - top)));
        out.add()
                .set(FlameCandidates.ID, (double) id)
                .set(FlameCandidates.LEFT, Rounding.position(left / columns))
                .set(FlameCandidates.TOP, Rounding.position(top / rows))
                .set(FlameCandidates.RIGHT, Rounding.position(Math.min(1, right / columns)))
                .set(FlameCandidates.BOTTOM, Rounding.position(Math.min(1, bottom / rows)))
                .set(FlameCandidates.AGE, round(age))
                .set(FlameCandidates.RATE, round(rate))
                .set(FlameCandidates.SWING, round(swing))
                .set(FlameCandidates.FLICKER, round(flicker))
                .set(FlameCandidates.UNISON, round(swing > 0 ? common / swing : 0))
                .set(FlameCandidates.PERIODICITY, round(rhythm.periodicity()))
                .set(FlameCandidates.OUTLINE, round(outline))
                .set(FlameCandidates.DRIFT, round(Math.hypot(driftX.speed(), driftY.speed()) / size))
                .set(FlameCandidates.GROWTH, round(firstArea > 0 ? Math.min(1000, area / firstArea) : 1))
                .set(FlameCandidates.LIT, round(lit))
                .set(FlameCandidates.COLOUR, round(colour))
                .set(FlameCandidates.BRIGHTNESS, round(brightness))
                .set(FlameCandidates.GREY, grey && colour < LEAST_COLOUR ? 1 : 0)
                .set(FlameCandidates.FLAME, asked ? round(flame) : -1)
                .set(FlameCandidates.SMOKE, asked ? round(smoke) : -1)
                .set(FlameCandidates.STROKES, strokes < 0 ? -1 : round(strokes));
    }

    private static double round(double value) {
        return Math.rint(value * 1024) / 1024 + 0.0;
    }
}
