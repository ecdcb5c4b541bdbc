package dev.vsa.bench.suite;

import java.util.List;

/**
 * Where a stage's time goes.
 *
 * @param stage the target's number
 * @param benchmark which of its benchmarks was looked at
 * @param samples how often it was looked where the threads are
 * @param hottest the methods that were found at work most often, hottest first
 */
record Profile(String stage, String benchmark, int samples, List<Hot> hottest) {

    Profile {
        hottest = List.copyOf(hottest);
    }

    /**
     * A method.
     *
     * @param method class and name; "(native)" behind it where the time is spent in a library that is not Java
     * @param share of the samples, 0 to 1
     */
    record Hot(String method, double share) {}
}
