package dev.vsa.examples.cli.evaluation;

import dev.vsa.record.SceneFlow;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Track;
import dev.vsa.spi.Discontinuity;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many tracks were seen at each moment of a clip: passes a flow of scenes on and counts. Not thread-safe. */
final class Crowding implements SceneFlow {

    private final TreeMap<Long, Integer> tracks = new TreeMap<>();
    private final SceneFlow to;

    Crowding(SceneFlow to) {
        this.to = to;
    }

    @Override
    public void observe(Scene scene) {
        int seen = 0;
        for (Track track : scene.tracks()) {
            seen += track.matched() ? 1 : 0;
        }
        tracks.put(scene.mediaNanos(), seen);
        to.observe(scene);
    }

    @Override
    public void discontinuity(Discontinuity discontinuity) {
        to.discontinuity(discontinuity);
    }

    @Override
    public void cannotJudge(long mediaNanos, long wallNanos, String reason) {
        to.cannotJudge(mediaNanos, wallNanos, reason);
    }

    /** The counts by media time, nanoseconds. */
    NavigableMap<Long, Integer> tracks() {
        return new TreeMap<>(tracks);
    }

    /** How many were seen at a moment: by the last scene until then, or the first. */
    static int at(NavigableMap<Long, Integer> tracks, double seconds) {
        Map.Entry<Long, Integer> entry = tracks.floorEntry(Math.round(seconds * 1e9));
        if (entry == null) {
            entry = tracks.firstEntry();
        }
        return entry == null ? 0 : entry.getValue();
    }
}
