package dev.vsa.bench;

import dev.vsa.bench.mot.MotBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A seeded crowd with truth and detections. Everybody walks on a closed path within the picture, so that the sequence can be
 * repeated without a jump; the more people, the smaller they are. Detections jitter, one in twenty is missing, one in fifty is false.
 */
final class Crowd {

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    static final double FPS = 12.5;

    private static final double MISSED = 0.05;
    private static final double FALSE = 0.02;
    private static final double JITTER = 0.03;

    private final int frames;
    private final List<MotBox> truth = new ArrayList<>();
    private final List<MotBox> detections = new ArrayList<>();

    Crowd(int people, int frames, long seed) {
        this(people, frames, seed, 1, FALSE);
    }

    /** A crowd that stays where it is: boxes tremble and are missed now and then, nothing else happens, none is false. */
    static Crowd standing(int people, int frames, long seed) {
        return new Crowd(people, frames, seed, 0, 0);
    }

    private Crowd(int people, int frames, long seed, double wander, double falseShare) {
        this.frames = frames;
        Random random = new Random(seed);
        double height = 0.9 * HEIGHT / Math.sqrt(people);
        for (int id = 1; id <= people; id++) {
            walk(id, height * (0.8 + 0.4 * random.nextDouble()), wander, random);
        }
        for (int i = 0; i < people * frames * falseShare; i++) {
            detections.add(new MotBox(
                    1 + random.nextInt(frames),
                    -1,
                    WIDTH * random.nextDouble(),
                    HEIGHT * random.nextDouble(),
                    0.4 * height,
                    height,
                    0.3 + 0.3 * random.nextDouble(),
                    -1,
                    1));
        }
    }

    private void walk(int id, double height, double wander, Random random) {
        double width = 0.4 * height;
        double phaseX = 2 * Math.PI * random.nextDouble();
        double phaseY = 2 * Math.PI * random.nextDouble();
        double reach = wander * Math.min(2 * height, (HEIGHT - height) / 2) * random.nextDouble();
        double x = width / 2 + reach + (WIDTH - width - 2 * reach) * random.nextDouble();
        double y = height / 2 + reach + (HEIGHT - height - 2 * reach) * random.nextDouble();
        for (int f = 0; f < frames; f++) {
            double angle = 2 * Math.PI * f / frames;
            double left = x + reach * Math.sin(angle + phaseX) - width / 2;
            double top = y + reach * Math.sin(angle + phaseY) - height / 2;
            truth.add(new MotBox(f + 1, id, left, top, width, height, 1, -1, 1));
            if (random.nextDouble() >= MISSED) {
                detections.add(new MotBox(
                        f + 1,
                        -1,
                        left + JITTER * width * random.nextGaussian(),
                        top + JITTER * height * random.nextGaussian(),
                        width * (1 + JITTER * random.nextGaussian()),
                        height * (1 + JITTER * random.nextGaussian()),
                        0.35 + 0.6 * random.nextDouble(),
                        -1,
                        1));
            }
        }
    }

    int frames() {
        return frames;
    }

    List<MotBox> truth() {
        return truth;
    }

    List<MotBox> detections() {
        return detections;
    }
}
