package dev.vsa.bench.suite;

import dev.vsa.bench.DecodeBenchmark;
import dev.vsa.bench.PastPerceptionBenchmark;
import dev.vsa.bench.TrackerBenchmark;
import dev.vsa.bench.WholeFrameBenchmark;
import dev.vsa.bench.ZoneBenchmark;
import dev.vsa.perception.objects.NmsBenchmark;
import dev.vsa.perception.objects.PreprocessBenchmark;
import dev.vsa.perception.tracking.AssignmentBenchmark;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is plotted over the amount of work, and how fast it may grow. */
final class Growths {

    /** Frames that {@link WholeFrameBenchmark} analyses for each camera. */
    private static final int FRAMES_A_CAMERA = 40;
    /** Twenty times the time for ten times the work. */
    private static final double MUST = Math.log10(20);
    /** n log n between a hundred and a thousand. */
    private static final double STRETCH = Math.log10(15);

    private Growths() {}

    /**
     * The plots.
     *
     * @param full every size; else those that the stages measure anyway
     */
    static List<Growth> all(boolean full) {
        int[] objects = full ? new int[] {1, 20, 100, 500, 1000} : new int[] {20, 100, 1000};
        int[] vertices = full ? new int[] {4, 16, 64, 1024} : new int[] {4, 1024};
        Growth tracker = Growth.of("tracker, a frame", TrackerBenchmark.class, "update", "objects", objects);
        Growth zone = Growth.of("zone, a point", ZoneBenchmark.class, "locate", "vertices", vertices);
        if (!full) {
            return List.of(tracker, zone);
        }
        return List.of(
                tracker,
                past(
                        "frame past perception, 10 zones, every detector in each",
                        "objects",
                        "zones",
                        "10",
                        1,
                        20,
                        100,
                        1000),
                past(
                        "frame past perception, 100 objects, every detector in each zone",
                        "zones",
                        "objects",
                        "100",
                        1,
                        10,
                        100),
                zone,
                Growth.of("suppression of doubles", NmsBenchmark.class, "ours", "n", 300, 1000),
                sizes("decode, a recording of 8 s", DecodeBenchmark.class, "decode", "size", Map.of()),
                sizes("decode, luma and motion, 8 s", DecodeBenchmark.class, "decodeWithMotion", "size", Map.of()),
                sizes(
                        "convert and shrink to the model's bytes, a frame",
                        PreprocessBenchmark.class,
                        "ours",
                        "source",
                        Map.of("target", "bytes")),
                sizes(
                        "convert and shrink to float planes of 416, a frame",
                        PreprocessBenchmark.class,
                        "ours",
                        "source",
                        Map.of("target", "float416")),
                cameras());
    }

    private static Growth past(String title, String across, String fixed, String value, int... values) {
        Map<Integer, Measured> points = new TreeMap<>();
        for (int v : values) {
            points.put(
                    v,
                    Measured.of(
                            PastPerceptionBenchmark.class,
                            "allEvents",
                            across,
                            String.valueOf(v),
                            fixed,
                            value,
                            "rules",
                            "every",
                            "crowd",
                            "walks"));
        }
        return new Growth(title, across, points, 0);
    }

    /** From 360p to 4K, over the number of pixels. */
    private static Growth sizes(
            String title, Class<?> type, String method, String parameter, Map<String, String> others) {
        Map<Integer, Measured> points = new TreeMap<>();
        for (String size : List.of("640x360", "1280x720", "1920x1080", "3840x2160")) {
            String[] sides = {size.substring(0, size.indexOf('x')), size.substring(size.indexOf('x') + 1)};
            Map<String, String> parameters = new TreeMap<>(others);
            parameters.put(parameter, size);
            points.put(Integer.parseInt(sides[0]) * Integer.parseInt(sides[1]), new Measured(type, method, parameters));
        }
        return new Growth(title, "pixels, 360p to 4K", points, 0);
    }

    /** Wall time for each analysed frame, with so many cameras at once, every detector. */
    private static Growth cameras() {
        Map<Integer, Measured> points = new TreeMap<>();
        for (int cameras : new int[] {1, 2, 4, 8, 16, 32, 64}) {
            points.put(
                    cameras,
                    Measured.of(
                            WholeFrameBenchmark.class,
                            "allEvents",
                            "size",
                            "1280x720",
                            "cameras",
                            String.valueOf(cameras)));
        }
        return new Growth("whole frame 720p, wall time for each analysed frame", "cameras", points, FRAMES_A_CAMERA);
    }

    /**
     * The questions of T20 beside those of the tracker and the frame past perception: what has other sizes than 100 and 1,000 may grow
     * by the same power of the work.
     *
     * @param full whether the sizes are measured
     */
    static List<Case> further(boolean full) {
        return full
                ? List.of(
                        power(
                                "suppression of doubles, 1,000 over 300",
                                Measured.of(NmsBenchmark.class, "ours", "n", "1000"),
                                Measured.of(NmsBenchmark.class, "ours", "n", "300"),
                                1000 / 300.0),
                        power(
                                "assignment, 1,000 over 300",
                                Measured.of(AssignmentBenchmark.class, "ours", "n", "1000", "prices", "overlap"),
                                Measured.of(AssignmentBenchmark.class, "ours", "n", "300", "prices", "overlap"),
                                1000 / 300.0),
                        power("frame past perception, 100 zones over 10", zones("100"), zones("10"), 10))
                : List.of();
    }

    private static Measured zones(String zones) {
        return Measured.of(
                PastPerceptionBenchmark.class,
                "allEvents",
                "objects",
                "100",
                "zones",
                zones,
                "rules",
                "every",
                "crowd",
                "walks");
    }

    private static Case power(String label, Measured large, Measured small, double factor) {
        return Case.of(label, large, small, "ours at less", Math.pow(factor, MUST), Math.pow(factor, STRETCH));
    }
}
