package dev.vsa.event;

/**
 * One point of an alert's margin over time.
 *
 * @param mediaNanos media time
 * @param margin measured value over threshold
 */
public record MarginSample(long mediaNanos, double margin) {}
