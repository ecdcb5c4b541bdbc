package dev.vsa.bench.streams;

import java.util.List;

/**
 * How many live cameras were carried.
 *
 * @param model the object model
 * @param work what is done with each frame
 * @param who ours or the peer
 * @param setUp how that was set up
 * @param cameras the greatest number that was carried
 * @param trials all that was tried, in order; the first warms up
 */
public record StreamResult(String model, String work, String who, String setUp, int cameras, List<Trial> trials) {

    /** What this library is called in {@link #who}. */
    public static final String OURS = "vsa";
    /** What the pipeline of well-known parts is called. */
    public static final String PEER = "careful peer";
    /** Motion, flow and every detector; of the peer motion and flow. */
    public static final String ALL = "all events";
    /** Tracks alone, judged by two detectors; of the peer tracks alone. */
    public static final String GEOMETRIC = "zone and direction";

    /** Copies the list. */
    public StreamResult {
        trials = List.copyOf(trials);
    }
}
