package dev.vsa.perception.view;

/** A condition that begins once it has been evident for a while, and ends once it has not been for another. */
final class Debounce {

    private final long onNanos;
    private final long offNanos;
    private boolean on;
    private boolean evident;
    private long changedNanos = Long.MIN_VALUE;
    private long sinceNanos;
    private double degree;

    Debounce(double onSeconds, double offSeconds) {
        onNanos = Math.round(onSeconds * 1e9);
        offNanos = Math.round(offSeconds * 1e9);
    }

    /**
     * Takes in what is evident now.
     *
     * @param nowEvident whether the condition seems to hold
     * @param now media time
     * @param howMuch of the view is lost, 0 to 1; kept from the moment at which the condition begins
     */
    void update(boolean nowEvident, long now, double howMuch) {
        if (nowEvident != evident || changedNanos == Long.MIN_VALUE) {
            evident = nowEvident;
            changedNanos = now;
        }
        if (evident && !on && now - changedNanos >= onNanos) {
            on = true;
            sinceNanos = changedNanos;
            degree = howMuch;
        } else if (!evident && on && now - changedNanos >= offNanos) {
            on = false;
        }
    }

    /** The flow was broken: evidence must be gathered anew. What is on stays on until it is seen to be over. */
    void interrupt() {
        evident = on;
        changedNanos = Long.MIN_VALUE;
    }

    void forget() {
        on = false;
        evident = false;
        changedNanos = Long.MIN_VALUE;
    }

    boolean on() {
        return on;
    }

    boolean pending() {
        return on || evident;
    }

    double sinceSeconds() {
        return sinceNanos * 1e-9;
    }

    double degree() {
        return degree;
    }
}
