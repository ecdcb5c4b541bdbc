package dev.vsa.testkit.simulation;

import dev.vsa.scene.Role;
import dev.vsa.testkit.Actor;
import java.util.SplittableRandom;

/** Simulated boxes of a detector where nothing is: small, unsure, anywhere, and gone after a moment. */
public final class Clutter {

    private static final long FIRST_ID = 900_000;
    private static final double SHORTEST_SECONDS = 0.1;
    private static final double LONGEST_SECONDS = 0.6;

    private Clutter() {}

    /**
     * False boxes of a role.
     *
     * @param role what they are taken for
     * @param perMinute how many
     * @param seconds how long the scenario lasts
     * @param seed of their places
     */
    public static Actor[] of(Role role, double perMinute, double seconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Actor[] boxes = new Actor[(int) Math.round(perMinute * seconds / 60)];
        for (int i = 0; i < boxes.length; i++) {
            double from = random.nextDouble() * seconds;
            double lasts = SHORTEST_SECONDS + random.nextDouble() * (LONGEST_SECONDS - SHORTEST_SECONDS);
            double height = 0.03 + 0.15 * random.nextDouble();
            boxes[i] = Actor.of(FIRST_ID + i, role, "clutter")
                    .sized(height * (0.4 + random.nextDouble()), height)
                    .confident(0.3 + 0.2 * random.nextDouble())
                    .at(from, random.nextDouble(), 0.2 + 0.8 * random.nextDouble())
                    .stays(from + lasts)
                    .jitter(0.05);
        }
        return boxes;
    }
}
