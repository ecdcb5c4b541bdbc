package dev.vsa.detectors.firestart;

import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.Table;

/** How like a flame a candidate is. Each measure is held against what flames have; the weakest of them counts. */
final class Likeness {

    /**
     * What flicker must be like where the classifier is of no help: how fast (swings a second, Hz; what passes has little more than the
     * 1.1 Hz that make a candidate), how strong (as a share of white), in how much of the box, with how much of the outline.
     */
    static final double RATE = 1.6;

    static final double SWING = 0.045;
    static final double FLICKER = 0.15;
    static final double OUTLINE = 0.1;

    /**
     * And where the classifier is sure of flames: large fires puff slowly (1.5 Hz over the root of their width in metres), and light far
     * away swings little.
     */
    static final double RATE_SURE = 1.15;

    static final double SWING_SURE = 0.02;
    static final double FLICKER_SURE = 0.06;
    static final double OUTLINE_SURE = 0.05;

    /** Without colour, the flicker must be livelier, Hz. */
    static final double MORE_GREY = 0.2;
    /** From which probability of the classifier on less is enough, and at which the least is. */
    static final double HALF_SURE = 0.35;

    static final double SURE = 0.8;
    /** What the classifier must not deny of a candidate that is large enough for it to see. */
    static final double NOT_DENIED = 0.2;
    /** Pixels of the longer side below which the classifier is not heard against a candidate, and from which on it is in full. */
    static final double SMALL = 25;

    static final double LARGE = 50;
    /** The share of time for which it is lit: a flame's rim is so for a third and more, the way of lights that pass for less. */
    static final double LIT = 0.27;

    /** And where the classifier is sure: what has only just caught fire has not been lit for long. */
    static final double LIT_SURE = 0.15;
    /** The most edges of strokes: real flames have 0.07, simulated ones 0.12, burned-in text 0.14 and mostly 0.2. */
    static final double STROKES = 0.13;
    /** The red light of its parts: flames saturate red; skin, brick and cloth in the shade do not. */
    static final double BRIGHTNESS = 0.75;
    /** The most unison; a blinking lamp and a swing of the exposure have nearly 1. */
    static final double UNISON = 0.75;
    /** The most likeness after one period; a beacon has 0.9 and more. */
    static final double PERIODICITY = 0.75;
    /** The most drift, in its own sizes a second: a flame stays on what burns. */
    static final double DRIFT = 0.2;
    /** Of a blaze: turns of its area a second; people who pass before a lamp make fewer. */
    static final double SURGES = 1.2;
    /** Of a blaze: the share of its area that was white all the time; lights that move have none. */
    static final double HELD = 0.2;
    /** Of a blaze: the share of its light that has a flame's colour; headlights have next to none. */
    static final double GLOW = 0.5;
    /** What an object model's word, where there is one, takes off every threshold. */
    private static final double CONFIRMED = 1.5;

    private static final double MOST = 2;

    private Likeness() {}

    /**
     * Held against its thresholds, the weakest measure.
     *
     * @param pixels of the longer side of its box, in the camera's picture
     * @param confirmed whether an object model sees flames or smoke there
     * @return 0 to 2; from 1 on it is like a flame
     */
    static double of(Table table, int row, double pixels, boolean confirmed) {
        double weakest = MOST;
        weakest = Math.min(weakest, table.at(row, FlameCandidates.RATE) / leastRate(table, row));
        weakest = Math.min(weakest, table.at(row, FlameCandidates.LIT) / between(table, row, LIT, LIT_SURE));
        weakest = Math.min(weakest, table.at(row, FlameCandidates.BRIGHTNESS) / BRIGHTNESS);
        weakest = Math.min(weakest, table.at(row, FlameCandidates.SWING) / between(table, row, SWING, SWING_SURE));
        weakest =
                Math.min(weakest, table.at(row, FlameCandidates.FLICKER) / between(table, row, FLICKER, FLICKER_SURE));
        weakest =
                Math.min(weakest, table.at(row, FlameCandidates.OUTLINE) / between(table, row, OUTLINE, OUTLINE_SURE));
        weakest = Math.min(weakest, (1 - table.at(row, FlameCandidates.UNISON)) / (1 - UNISON));
        weakest = Math.min(weakest, (1 - Math.max(0, table.at(row, FlameCandidates.PERIODICITY))) / (1 - PERIODICITY));
        weakest = Math.min(weakest, DRIFT / Math.max(1e-3, table.at(row, FlameCandidates.DRIFT)));
        weakest = Math.min(weakest, STROKES / Math.max(1e-3, table.at(row, FlameCandidates.STROKES)));
        double least = leastFlame(pixels);
        if (least > 0 && table.at(row, FlameCandidates.FLAME) >= 0) {
            weakest = Math.min(weakest, table.at(row, FlameCandidates.FLAME) / least);
        }
        double likeness = confirmed ? weakest * CONFIRMED : weakest;
        return likeness >= 0 ? Math.min(MOST, likeness) : 0; // NaN is nothing
    }

    /**
     * How like burning petrol a blaze is: light that burst out, does not rest, stays in its place, and colours what is around, where the
     * picture has colour.
     */
    static double ofBlaze(Table table, int row) {
        double weakest = MOST;
        weakest = Math.min(weakest, 2 * table.at(row, FlameCandidates.RATE) / SURGES);
        weakest = Math.min(weakest, table.at(row, FlameCandidates.LIT) / HELD);
        if (table.at(row, FlameCandidates.GREY) <= 0) {
            weakest = Math.min(weakest, table.at(row, FlameCandidates.COLOUR) / GLOW);
        }
        weakest = Math.min(weakest, (1 - Math.max(0, table.at(row, FlameCandidates.PERIODICITY))) / (1 - PERIODICITY));
        return weakest >= 0 ? weakest : 0; // NaN is nothing
    }

    static boolean isBlaze(Table table, int row) {
        return table.at(row, FlameCandidates.SURGE) > 0;
    }

    /** The flicker asked for: less of what the classifier is sure of, more in pictures without colour. */
    static double leastRate(Table table, int row) {
        double colour = between(table, row, RATE, RATE_SURE);
        return table.at(row, FlameCandidates.GREY) > 0 ? colour + MORE_GREY : colour;
    }

    /** A threshold between that without help of the classifier and that where it is sure. */
    static double between(Table table, int row, double unsure, double sure) {
        double share = (table.at(row, FlameCandidates.FLAME) - HALF_SURE) / (SURE - HALF_SURE);
        return unsure + Math.max(0, Math.min(1, share)) * (sure - unsure);
    }

    /** The probability that the classifier must give a candidate of a size; 0 for one that it hardly sees. */
    static double leastFlame(double pixels) {
        return NOT_DENIED * Math.max(0, Math.min(1, (pixels - SMALL) / (LARGE - SMALL)));
    }
}
