package dev.vsa.bench.mot;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Detections made from the truth, for sequences without any: boxes jitter, hidden objects are missed more often and seen with
 * less confidence, misses come in runs, and there are false boxes. The same seed gives the same detections. Figures reached on
 * these are called simulated.
 */
public final class SimulatedDetector {

    private static final double JITTER = 0.04;
    private static final double MISS_SEEN = 0.06;
    private static final double MISS_HIDDEN = 0.95;
    private static final double RUN = 0.5;
    private static final double FALSE_BOXES = 0.06;

    private final Random random;

    /**
     * Creates one.
     *
     * @param seed of its random numbers
     */
    public SimulatedDetector(long seed) {
        random = new Random(seed);
    }

    /**
     * What a detector might report.
     *
     * @param truth what is there
     * @return detections, by frame; confidences are 0.2 to 1
     */
    public List<MotBox> detect(List<MotBox> truth) {
        TreeMap<Integer, List<MotBox>> frames = new TreeMap<>();
        truth.forEach(box ->
                frames.computeIfAbsent(box.frame(), f -> new ArrayList<>()).add(box));
        List<MotBox> found = new ArrayList<>();
        TreeMap<Integer, Integer> missed = new TreeMap<>();
        frames.forEach((frame, boxes) -> {
            for (MotBox box : boxes) {
                double miss = MISS_SEEN + (MISS_HIDDEN - MISS_SEEN) * square(1 - box.visibility());
                boolean again = missed.getOrDefault(box.id(), -1) == frame - 1 && random.nextDouble() < RUN;
                if (again || random.nextDouble() < miss) {
                    missed.put(box.id(), frame);
                } else {
                    found.add(jittered(box, 0.35 + 0.5 * box.visibility()));
                }
                if (random.nextDouble() < FALSE_BOXES) {
                    found.add(displaced(box));
                }
            }
        });
        return List.copyOf(found);
    }

    private MotBox jittered(MotBox box, double sureness) {
        double width = box.width() * (1 + JITTER * random.nextGaussian());
        double height = box.height() * (1 + JITTER * random.nextGaussian());
        double x = box.left() + box.width() / 2 + JITTER * box.width() * random.nextGaussian();
        double y = box.top() + box.height() / 2 + JITTER * box.height() * random.nextGaussian();
        double confidence = Math.max(0.2, Math.min(1, sureness + 0.12 * random.nextGaussian()));
        return new MotBox(box.frame(), -1, x - width / 2, y - height / 2, width, height, confidence, -1, 1);
    }

    /** A false box of a likely size at an unlikely place. */
    private MotBox displaced(MotBox box) {
        MotBox false1 = new MotBox(
                box.frame(),
                -1,
                box.left() + box.height() * 2 * (random.nextDouble() - 0.5),
                box.top() + box.height() * (random.nextDouble() - 0.5),
                box.width(),
                box.height(),
                0,
                -1,
                1);
        return jittered(false1, 0.35);
    }

    private static double square(double v) {
        return v * v;
    }
}
