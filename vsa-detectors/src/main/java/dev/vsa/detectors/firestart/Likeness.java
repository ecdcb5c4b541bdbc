package dev.vsa.detectors.firestart;

import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.Table;

/** How like a flame a candidate is. Each measure is held against what flames have; the weakest of them counts. */
final class Likeness {

    /** Swings a second, Hz. What merely passes has little more than the 1.1 Hz that make a candidate. */
    static final double RATE = 1.6;
    /** Without colour, the flicker must be livelier. */
    static final double RATE_GREY = 1.8;
    /** The share of time for which it is lit: a flame's rim is so for a third and more, the way of lights that pass for less. */
    static final double LIT = 0.25;
    /** The red light of its parts: flames saturate red; skin, brick and cloth in the shade do not. */
    static final double BRIGHTNESS = 0.75;
    /** The most unison; a blinking lamp and a swing of the exposure have nearly 1. */
    static final double UNISON = 0.7;
    /** The most likeness after one period; a beacon has 0.9 and more. */
    static final double PERIODICITY = 0.75;
    /** The most drift, in its own sizes a second: a flame stays on what burns. */
    static final double DRIFT = 0.2;
    /** The least share of its box that flickers: of a few scattered samples nothing is known. */
    static final double FLICKER = 0.15;
    /** The least change of its outline. */
    static final double OUTLINE = 0.08;

    /** What an object model's word, where there is one, takes off every threshold. */
    private static final double CONFIRMED = 1.5;

    private static final double MOST = 2;

    private Likeness() {}

    /**
     * Held against its thresholds, the weakest measure.
     *
     * @param confirmed whether an object model sees flames or smoke there
     * @return 0 to 2; from 1 on it is like a flame
     */
    static double of(Table table, int row, boolean confirmed) {
        boolean grey = table.at(row, FlameCandidates.GREY) > 0;
        double weakest = MOST;
        weakest = Math.min(weakest, table.at(row, FlameCandidates.RATE) / (grey ? RATE_GREY : RATE));
        weakest = Math.min(weakest, table.at(row, FlameCandidates.LIT) / LIT);
        weakest = Math.min(weakest, table.at(row, FlameCandidates.BRIGHTNESS) / BRIGHTNESS);
        weakest = Math.min(weakest, table.at(row, FlameCandidates.FLICKER) / FLICKER);
        weakest = Math.min(weakest, table.at(row, FlameCandidates.OUTLINE) / OUTLINE);
        weakest = Math.min(weakest, (1 - table.at(row, FlameCandidates.UNISON)) / (1 - UNISON));
        weakest = Math.min(weakest, (1 - Math.max(0, table.at(row, FlameCandidates.PERIODICITY))) / (1 - PERIODICITY));
        weakest = Math.min(weakest, DRIFT / Math.max(1e-3, table.at(row, FlameCandidates.DRIFT)));
        double likeness = confirmed ? weakest * CONFIRMED : weakest;
        return likeness >= 0 ? Math.min(MOST, likeness) : 0; // NaN is nothing
    }
}
