package dev.vsa.evaluation;

/**
 * A rule of a label that no detector carried out. Its event is not scored at its zone.
 *
 * @param event id of the event
 * @param zone id of the zone
 * @param reason why, for people
 */
public record NotEvaluated(String event, String zone, String reason) {}
