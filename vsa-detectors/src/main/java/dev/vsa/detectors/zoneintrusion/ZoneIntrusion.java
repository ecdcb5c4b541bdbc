package dev.vsa.detectors.zoneintrusion;

import dev.vsa.detectors.following.Area;
import dev.vsa.detectors.following.SteadyClock;
import dev.vsa.detectors.following.Subjects;
import dev.vsa.event.EndCause;
import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the zone, the line or both. Timers pause over gaps; after a camera has moved, nothing that was seen before is worth
 * anything, and everything starts anew.
 */
final class ZoneIntrusion implements EventDetector {

    private static final int VERSION = 1;

    private final SteadyClock clock = new SteadyClock();
    private final List<Watch> watches = new ArrayList<>(2);
    private long run;

    ZoneIntrusion(ZoneIntrusionParameters parameters, Subjects subjects) {
        parameters.zone().ifPresent(zone -> watches.add(new ZoneWatch(zone, parameters, subjects)));
        parameters.line().ifPresent(line -> watches.add(new LineWatch(line, parameters, subjects)));
    }

    @Override
    public void observe(Scene scene, Signals out) {
        long now = clock.advance(scene.mediaNanos());
        for (int i = 0; i < watches.size(); i++) {
            if (!clock.flowing()) {
                watches.get(i).breakFlow(0);
            }
            watches.get(i).observe(scene, now, run, out);
        }
    }

    @Override
    public void discontinuity(Discontinuity discontinuity, Signals out) {
        clock.breakFlow();
        switch (discontinuity.kind()) {
            case RESTART, PICTURE_CHANGED -> run++;
            case GAP, CLOCK_JUMP, CAMERA_MOVED -> {}
        }
        for (Watch watch : watches) {
            if (discontinuity.kind() == Discontinuity.Kind.CAMERA_MOVED) {
                watch.abandon(EndCause.BLINDNESS, out);
                out.cannotJudge(watch.place(), Area.CAMERA_MOVED);
            } else {
                watch.breakFlow(Math.max(0, discontinuity.toNanos() - discontinuity.fromNanos()));
            }
        }
    }

    @Override
    public void snapshot(StateWriter out) {
        out.version(VERSION);
        clock.snapshot(out);
        out.putLong(run);
        watches.forEach(watch -> watch.snapshot(out));
    }

    @Override
    public void restore(StateReader in) {
        in.version(VERSION);
        clock.restore(in);
        run = in.getLong();
        watches.forEach(watch -> watch.restore(in));
    }
}
