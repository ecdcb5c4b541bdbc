package dev.vsa.testkit.simulation;

/** Smooth noise in three dimensions, two octaves (value noise on a hashed lattice), 0 to 1. */
final class Noise {

    private Noise() {}

    static double at(double x, double y, double z, long seed) {
        return (2 * octave(x, y, z, seed) + octave(2.1 * x, 2.1 * y, 2.1 * z, seed + 17)) / 3;
    }

    private static double octave(double x, double y, double z, long seed) {
        long i = (long) Math.floor(x);
        long j = (long) Math.floor(y);
        long k = (long) Math.floor(z);
        double a = ease(x - i);
        double b = ease(y - j);
        double c = ease(z - k);
        double near = plane(i, j, k, a, b, seed);
        double far = plane(i, j, k + 1, a, b, seed);
        return near + c * (far - near);
    }

    private static double plane(long i, long j, long k, double a, double b, long seed) {
        double upper = hash(i, j, k, seed) + a * (hash(i + 1, j, k, seed) - hash(i, j, k, seed));
        double lower = hash(i, j + 1, k, seed) + a * (hash(i + 1, j + 1, k, seed) - hash(i, j + 1, k, seed));
        return upper + b * (lower - upper);
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    /** 0 to 1, even (SplitMix64's finaliser). */
    static double hash(long i, long j, long k, long seed) {
        long z = i * 0x9E3779B97F4A7C15L
                + j * 0xC2B2AE3D27D4EB4FL
                + k * 0x165667B19E3779F9L
                + seed * 0x27D4EB2F165667C5L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
    }
}
