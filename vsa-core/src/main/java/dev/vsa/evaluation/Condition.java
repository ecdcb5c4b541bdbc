package dev.vsa.evaluation;

/**
 * How an event fared under one condition, as far as labels and alerts tell of it.
 *
 * @param event id of the event
 * @param name which condition: {@code object-height} (share of the picture's height: of the label's region, or of a false
 *     alert's tallest box), {@code at-once} (occurrences that last when this one starts, or alerts that last when a false one is
 *     raised, itself counted)
 * @param range in which range it was
 * @param labels labelled occurrences
 * @param missed of those, the missed ones
 * @param falseAlerts false alerts
 */
public record Condition(String event, String name, String range, int labels, int missed, int falseAlerts) {}
