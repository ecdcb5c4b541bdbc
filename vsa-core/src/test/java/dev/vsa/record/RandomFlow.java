package dev.vsa.record;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Detection;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import dev.vsa.scene.Rounding;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Table;
import dev.vsa.spi.Discontinuity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A street at random: objects come, wander and go; now and then the flow breaks. The same seed gives the same street. */
final class RandomFlow {

    static final FeatureKey<Double> COUNT = new FeatureKey<>("test:count", Double.class);
    static final FeatureKey<String> NOTE = new FeatureKey<>("test:note", String.class);

    /** What is let out of the ordinary. */
    enum Wild {
        /** Rounded figures, steady time: what a camera gives. */
        TAME,
        /** Figures that no step holds, negative zeros, speeds that are not numbers, jumps in time, features. */
        WILD
    }

    private final Random random;
    private final boolean wild;
    private final List<Walker> walkers = new ArrayList<>();
    private final SceneBuilder builder = new SceneBuilder();
    private final float[] cells = new float[8 * 6];
    private long lastId;
    private long mediaNanos = 1_000_000_000L;

    RandomFlow(long seed, Wild wild) {
        this.random = new Random(seed);
        this.wild = wild == Wild.WILD;
    }

    private static final class Walker {
        long id;
        Role role = Role.OTHER;
        String label = "";
        double x;
        double y;
        double width;
        double vx;
        double vy;
        double confidence;
        long born;
        long matched;
    }

    /** Plays some items. */
    void play(int items, int objects, SceneFlow to) {
        for (int i = 0; i < items; i++) {
            if (wild && random.nextInt(50) == 0) {
                Discontinuity.Kind[] kinds = Discontinuity.Kind.values();
                Discontinuity.Kind kind = kinds[random.nextInt(kinds.length)];
                to.discontinuity(new Discontinuity(kind, mediaNanos, mediaNanos + random.nextInt(1 << 30), "é " + i));
            } else if (wild && random.nextInt(50) == 0) {
                mediaNanos += 1 + random.nextInt(1 << 28);
                to.cannotJudge(mediaNanos, random.nextLong(), "reason " + random.nextInt(3));
            } else {
                to.observe(scene(objects));
            }
        }
    }

    private Scene scene(int objects) {
        mediaNanos += wild ? 1 + random.nextInt(1 << random.nextInt(31)) : 100_000_000L;
        long wall = wild ? random.nextLong() : 1_700_000_000_000_000_000L + mediaNanos + random.nextInt(1_000_000);
        boolean other = wild && random.nextInt(40) == 0;
        builder.begin(other ? "other" : "camera", mediaNanos, wall, other ? 4 / 3.0 : 16 / 9.0, other ? 480 : 1080);
        walkers.removeIf(w -> random.nextInt(200) == 0);
        while (walkers.size() < objects) {
            walkers.add(walker());
        }
        if (wild && random.nextInt(20) == 0) {
            Collections.shuffle(walkers, random);
        }
        walkers.forEach(this::add);
        for (int i = random.nextInt(3); i > 0; i--) {
            double x = position(random.nextDouble());
            double y = position(random.nextDouble());
            Box box = new Box(x, y, x + position(0.01), y + position(0.02));
            builder.detection(new Detection(Role.BAG, "bag", confidence(random.nextDouble()), box));
        }
        if (wild && random.nextBoolean()) {
            features();
        }
        return builder.lend();
    }

    private Walker walker() {
        Walker w = new Walker();
        w.id = ++lastId;
        w.role = Role.values()[random.nextInt(wild ? Role.values().length : 2)];
        w.label = w.role.name().toLowerCase(Locale.ROOT);
        w.x = random.nextDouble();
        w.y = random.nextDouble();
        w.width = 0.02 + 0.05 * random.nextDouble();
        w.vx = 0.05 * random.nextGaussian();
        w.vy = 0.02 * random.nextGaussian();
        w.confidence = 0.5 + 0.5 * random.nextDouble();
        w.born = mediaNanos;
        w.matched = mediaNanos;
        return w;
    }

    private void add(Walker w) {
        Sighting sighting = random.nextInt(10) > 0 ? Sighting.MATCHED : Sighting.values()[1 + random.nextInt(2)];
        if (sighting == Sighting.MATCHED) {
            w.matched = wild && random.nextInt(30) == 0 ? mediaNanos - 7 : mediaNanos;
            w.vx += 0.005 * random.nextGaussian();
            w.vy += 0.003 * random.nextGaussian();
            w.confidence = Math.max(0, Math.min(1, w.confidence + 0.05 * random.nextGaussian()));
        }
        w.x += w.vx / 10 + 0.001 * random.nextGaussian();
        w.y += w.vy / 10 + 0.001 * random.nextGaussian();
        double left = position(w.x);
        double top = position(w.y);
        double vx = wild && random.nextInt(100) == 0 ? Double.NaN : speed(w.vx);
        double vy = wild && random.nextInt(20) == 0 ? -0.0 : speed(w.vy);
        builder.track(w.id, w.role, w.label, confidence(w.confidence), sighting)
                .place(left, top, left + position(w.width), top + position(2 * w.width))
                .move(vx, vy, w.born, w.matched);
    }

    private void features() {
        cells[random.nextInt(cells.length)] = random.nextFloat();
        Grid grid = random.nextInt(9) == 0 ? Grid.over(1, 2, new float[2]) : Grid.over(8, 6, cells);
        builder.feature(FeatureKey.MOTION, grid);
        builder.feature(COUNT, random.nextGaussian());
        builder.feature(NOTE, "ñ" + random.nextInt(5));
        builder.feature(new FeatureKey<>("test:table", Table.class), table());
        builder.feature(new FeatureKey<>("test:float", Float.class), random.nextFloat());
        builder.feature(new FeatureKey<>("test:long", Long.class), random.nextLong());
        builder.feature(new FeatureKey<>("test:int", Integer.class), random.nextInt());
        builder.feature(new FeatureKey<>("test:flag", Boolean.class), random.nextBoolean());
    }

    private Table table() {
        int columns = random.nextInt(9) == 0 ? 1 : 3;
        Table.Builder table = new Table.Builder(columns);
        for (int row = random.nextInt(4); row > 0; row--) {
            table.add().set(columns - 1, random.nextGaussian());
        }
        return table.lend();
    }

    private double position(double value) {
        return rounded(value, Rounding::position);
    }

    private double speed(double value) {
        return rounded(value, Rounding::speed);
    }

    private double confidence(double value) {
        return rounded(value, Rounding::confidence);
    }

    private double rounded(double value, DoubleUnaryOperator rounding) {
        return wild && random.nextInt(4) == 0 ? value : rounding.applyAsDouble(value);
    }
}
