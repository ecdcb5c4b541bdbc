package dev.vsa.perception.tracking;

/**
 * A Kalman filter for one coordinate that moves at a nearly constant velocity: the continuous white-noise acceleration model
 * (Bar-Shalom, Li, Kirubarajan: Estimation with Applications to Tracking and Navigation, 2001, section 6.2.2).
 *
 * <p>The estimate stands at the time of the last correction. Prediction does not change it, so that one look over a long gap
 * and many looks over short ones give the same figure, whatever the frame rate.
 */
final class AxisFilter {

    private double position;
    private double velocity;
    private double positionVariance;
    private double covariance;
    private double velocityVariance;

    /** Starts at a place, with no idea of the velocity beyond its size. */
    void start(double where, double placeVariance, double speedVariance) {
        position = where;
        velocity = 0;
        positionVariance = placeVariance;
        covariance = 0;
        velocityVariance = speedVariance;
    }

    double position() {
        return position;
    }

    double velocity() {
        return velocity;
    }

    double positionAfter(double seconds) {
        return position + velocity * seconds;
    }

    /** The variance of {@link #positionAfter} under a given intensity of acceleration noise (length²/s³). */
    double varianceAfter(double seconds, double intensity) {
        return positionVariance + seconds * (2 * covariance + seconds * (velocityVariance + intensity * seconds / 3));
    }

    /** Keeps the estimate from falling below a least value, as a side that shrinks over a long gap would. */
    void atLeast(double least) {
        if (position < least) {
            position = least;
            velocity = 0;
        }
    }

    /** Takes it for known to stand where it was estimated, now. */
    void rest(double speedVariance) {
        velocity = 0;
        covariance = 0;
        velocityVariance = speedVariance;
    }

    /** Moves the estimate itself forward and corrects it by a measured place. */
    void correct(double seconds, double intensity, double measured, double measuredVariance) {
        double predicted = positionAfter(seconds);
        double p00 = varianceAfter(seconds, intensity);
        double p01 = covariance + seconds * (velocityVariance + intensity * seconds / 2);
        double p11 = velocityVariance + intensity * seconds;
        double gain0 = p00 / (p00 + measuredVariance);
        double gain1 = p01 / (p00 + measuredVariance);
        double residual = measured - predicted;
        position = predicted + gain0 * residual;
        velocity += gain1 * residual;
        positionVariance = (1 - gain0) * p00;
        covariance = (1 - gain0) * p01;
        velocityVariance = p11 - gain1 * p01;
    }
}
