package dev.vsa.perception.flame;

/**
 * How fast a spot moves along one axis. What moves leaves its place, so that the side behind it follows; of what grows, or meets another
 * that burns beside it, the middle moves and the side behind stays. So the slower of the two counts. Reused: {@link #begin} sets every
 * field.
 */
final class Drift {

    private double middle;
    private double low;
    private double high;
    private double middleSpeed;
    private double lowSpeed;
    private double highSpeed;

    void begin() {
        middle = 0;
        low = 0;
        high = 0;
        middleSpeed = 0;
        lowSpeed = 0;
        highSpeed = 0;
    }

    /**
     * Takes over where it is.
     *
     * @param at its middle
     * @param half its half width
     * @param gain the share of the new in the means; 1 the first time
     * @param memorySeconds of the means: what a mean lags behind by is that time's way
     */
    void add(double at, double half, double gain, double memorySeconds) {
        middle += (at - middle) * gain;
        low += (at - half - low) * gain;
        high += (at + half - high) * gain;
        middleSpeed += ((at - middle) / memorySeconds - middleSpeed) * gain;
        lowSpeed += ((at - half - low) / memorySeconds - lowSpeed) * gain;
        highSpeed += ((at + half - high) / memorySeconds - highSpeed) * gain;
    }

    /** Its speed a second, signed. */
    double speed() {
        return middleSpeed > 0
                ? Math.max(0, Math.min(middleSpeed, lowSpeed))
                : Math.min(0, Math.max(middleSpeed, highSpeed));
    }
}
