package dev.vsa.perception.tracking;

import dev.vsa.perception.Detections;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A short film for a tracker: boxes of persons 0.2 high in a picture of 16:9, frame by frame. */
final class Play {

    static final double ASPECT = 16.0 / 9;
    static final double HEIGHT = 0.2;
    static final double WIDTH = 0.08 / ASPECT;

    private final Tracker tracker;
    private final SceneBuilder builder = new SceneBuilder();
    private final Detections detections = new Detections();
    private final Detections regions = new Detections();
    private @Nullable Grid motion;
    private final List<Object[]> pending = new ArrayList<>();

    Play(Tracker tracker) {
        this.tracker = tracker;
    }

    Play() {
        this(new Tracker());
    }

    Tracker tracker() {
        return tracker;
    }

    /** A person whose box has this centre. */
    Play person(double x, double y) {
        return box(x, y, 0.8, Role.PERSON, "person");
    }

    Play box(double x, double y, double confidence, Role role, String label) {
        pending.add(new Object[] {x, y, confidence, role, label});
        return this;
    }

    /** A moving region the size of a person. */
    Play region(double x, double y) {
        return box(x, y, 0.8, Role.MOVING, "moving");
    }

    /** From now on, this share of each cell changes. */
    Play stir(double share) {
        float[] cells = new float[32 * 18];
        Arrays.fill(cells, (float) share);
        motion = Grid.over(32, 18, cells);
        return this;
    }

    Play shuffle(Random random) {
        Collections.shuffle(pending, random);
        return this;
    }

    /** Ends the frame. */
    Scene at(double seconds) {
        detections.clear();
        regions.clear();
        for (Object[] p : pending) {
            double x = (double) p[0];
            double y = (double) p[1];
            Detections list = p[3] == Role.MOVING ? regions : detections;
            list.add(
                    (float) (x - WIDTH / 2),
                    (float) (y - HEIGHT / 2),
                    (float) (x + WIDTH / 2),
                    (float) (y + HEIGHT / 2),
                    (float) (double) p[2],
                    (Role) p[3],
                    (String) p[4]);
        }
        pending.clear();
        long nanos = Math.round(seconds * 1e9);
        tracker.update(nanos, ASPECT, detections, regions, motion);
        builder.begin("camera", nanos, nanos, ASPECT, 720);
        tracker.writeTo(builder);
        return builder.build();
    }

    /** The track whose centre is nearest to a place. */
    static Track near(Scene scene, double x, double y) {
        return scene.tracks().stream()
                .min((a, b) -> Double.compare(
                        Math.hypot(a.centreX() - x, a.centreY() - y), Math.hypot(b.centreX() - x, b.centreY() - y)))
                .orElseThrow();
    }
}
