package dev.vsa.detectors.crowdmovement;

import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/**
 * How tall a person appears at each height of the picture, learnt from those who were seen: the logarithm of the height as a straight
 * line over the vertical place, by least squares with a forgetting of half a minute. What makes speeds comparable near and far.
 */
final class Scale {

    private static final double FORGET_S = 30;

    /** Seconds of one person's presence from which on the line is used. */
    private static final double LEAST_SECONDS = 0.5;

    /** Variance of places (picture heights squared) below which the line is drawn flatter: nobody knows its slope. */
    private static final double PRIOR_VARIANCE = 0.01;

    private double weight;
    private double sumY;
    private double sumYY;
    private double sumH;
    private double sumHY;
    private double mean;
    private double spread;
    private double level;
    private double slope;

    /** Lets time go by. */
    void forget(double seconds) {
        double share = Math.exp(-seconds / FORGET_S);
        weight *= share;
        sumY *= share;
        sumYY *= share;
        sumH *= share;
        sumHY *= share;
    }

    /** Takes in a person who was seen whole: the middle of the box and its height, for so many seconds. */
    void add(double y, double height, double seconds) {
        double h = Math.log(height);
        weight += seconds;
        sumY += seconds * y;
        sumYY += seconds * y * y;
        sumH += seconds * h;
        sumHY += seconds * h * y;
    }

    /** Draws the line anew; whether enough was seen for one. */
    boolean fit() {
        if (weight < LEAST_SECONDS) {
            return false;
        }
        mean = sumY / weight;
        double variance = Math.max(0, sumYY / weight - mean * mean);
        spread = 2 * Math.sqrt(variance);
        slope = (sumHY / weight - mean * sumH / weight) / (variance + PRIOR_VARIANCE);
        level = sumH / weight;
        return true;
    }

    /** The height of a person whose middle is there, in picture heights; beyond where people were seen it stays what it is there. */
    double at(double y) {
        double offset = Math.max(-spread, Math.min(spread, y - mean));
        return Math.exp(level + slope * offset);
    }

    /** Forgets everything: the picture is another. */
    void clear() {
        weight = 0;
        sumY = 0;
        sumYY = 0;
        sumH = 0;
        sumHY = 0;
    }

    void snapshot(StateWriter out) {
        out.putDouble(weight);
        out.putDouble(sumY);
        out.putDouble(sumYY);
        out.putDouble(sumH);
        out.putDouble(sumHY);
    }

    void restore(StateReader in) {
        weight = in.getDouble();
        sumY = in.getDouble();
        sumYY = in.getDouble();
        sumH = in.getDouble();
        sumHY = in.getDouble();
    }
}
