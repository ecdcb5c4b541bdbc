package dev.vsa.config;

import java.time.Instant;
import java.util.Set;

/**
 * What may run, where and when. Outside of it nothing does.
 *
 * @param reference the order it rests on, for the record
 * @param events ids of the events that may be detected
 * @param cameras ids of the cameras that may be analysed; empty for all of the site's
 * @param from first moment
 * @param to the moment at which it has ended
 */
public record Authorisation(String reference, Set<String> events, Set<String> cameras, Instant from, Instant to) {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Authorisation {
        events = Set.copyOf(events);
        cameras = Set.copyOf(cameras);
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("the authorisation ends (" + to + ") before it begins (" + from + ")");
        }
    }

    /**
     * Whether an event may be detected on a camera at a moment.
     *
     * @param event id of the event
     * @param camera id of the camera
     * @param moment when
     */
    public boolean covers(String event, String camera, Instant moment) {
        return events.contains(event)
                && (cameras.isEmpty() || cameras.contains(camera))
                && !moment.isBefore(from)
                && moment.isBefore(to);
    }
}
