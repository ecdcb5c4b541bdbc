package dev.vsa.bench.suite;

import dev.vsa.bench.BackgroundBenchmark;
import dev.vsa.bench.DecodeBenchmark;
import dev.vsa.bench.LineBenchmark;
import dev.vsa.bench.TrackerBenchmark;
import dev.vsa.bench.ZoneBenchmark;
import dev.vsa.bench.peer.ScipyAssignment;
import dev.vsa.perception.objects.NmsBenchmark;
import dev.vsa.perception.objects.OutputDecodeBenchmark;
import dev.vsa.perception.objects.PreprocessBenchmark;
import dev.vsa.perception.tracking.AssignmentBenchmark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is measured against what, and what is asked of it: the targets T1 to T20. */
final class Stages {

    private static final String OPENCV = "OpenCV 4.13 through JavaCV";

    private Stages() {}

    /**
     * All stages in the order of the hot path.
     *
     * @param full every size; else those that tell most
     */
    static List<Stage> all(boolean full) {
        List<Stage> stages = new ArrayList<>();
        decoding(stages, full);
        model(stages, full);
        tracking(stages, full);
        motion(stages);
        geometry(stages, full);
        whole(stages);
        return stages;
    }

    private static Stage stage(String id, String name, String remark, Case... cases) {
        return new Stage(id, name, List.of(cases), remark);
    }

    private static Stage unmeasured(String id, String name, String why) {
        return new Stage(id, name, List.of(), why);
    }

    private static Measured of(Class<?> type, String method, String... parameters) {
        return Measured.of(type, method, parameters);
    }

    private static void decoding(List<Stage> stages, boolean full) {
        List<Case> decode = new ArrayList<>();
        List<Case> luma = new ArrayList<>();
        for (String size : full ? List.of("1280x720", "1920x1080") : List.of("1280x720")) {
            Measured ours = of(DecodeBenchmark.class, "decode", "size", size);
            decode.add(Case.of(
                    size,
                    ours,
                    of(DecodeBenchmark.class, "peerFfmpeg", "size", size),
                    "the program ffmpeg 8.0.1",
                    1.10,
                    1.02));
            luma.add(Case.of(
                    size,
                    of(DecodeBenchmark.class, "decodeWithMotion", "size", size),
                    ours,
                    "our decoding alone",
                    1.10,
                    1.05));
        }
        stages.add(new Stage("T1", "decode", decode, ""));
        stages.add(new Stage("T2", "decode, luma and motion", luma, "no picture is converted to colour for it"));
        stages.add(stage("T3", "preprocess 1080p", "", preprocess("float416"), preprocess("float640")));
    }

    private static Case preprocess(String target) {
        String[] parameters = {"source", "1920x1080", "target", target};
        return Case.of(
                        target,
                        of(PreprocessBenchmark.class, "ours", parameters),
                        of(PreprocessBenchmark.class, "peerOpenCv", parameters),
                        OPENCV + ", whole picture to BGR first",
                        0.40,
                        0.31)
                .allocating(0);
    }

    private static void model(List<Stage> stages, boolean full) {
        stages.add(stage(
                "T7",
                "output decode",
                "ours reads the outputs where they lie and makes boxes; the peer has them on the heap and makes none",
                Case.of(
                        "",
                        of(OutputDecodeBenchmark.class, "nanodet"),
                        of(OutputDecodeBenchmark.class, "peerArgmaxOfHeapArray"),
                        "scalar argmax over every score",
                        0.40,
                        0.25)));
        List<Case> nms = new ArrayList<>();
        for (String n : full ? List.of("300", "1000") : List.of("300")) {
            nms.add(Case.of(
                            n + " boxes",
                            of(NmsBenchmark.class, "ours", "n", n),
                            of(NmsBenchmark.class, "peerOpenCv", "n", n),
                            "NMSBoxes of " + OPENCV,
                            0.40,
                            0.15)
                    .allocating(0));
        }
        stages.add(new Stage("T8", "suppression of doubles", nms, ""));
    }

    private static void tracking(List<Stage> stages, boolean full) {
        List<Case> assignment = new ArrayList<>();
        for (String n : full ? List.of("300", "1000") : List.of("300")) {
            String[] parameters = {"n", n, "prices", "overlap"};
            assignment.add(Case.of(
                            n + " objects",
                            of(AssignmentBenchmark.class, "ours", parameters),
                            of(AssignmentBenchmark.class, "peerScipy", parameters),
                            "scipy.optimize.linear_sum_assignment",
                            0.8,
                            0.4)
                    .allocating(0)
                    .needing(ScipyAssignment::missing));
        }
        stages.add(
                new Stage("T10", "assignment", assignment, "ours takes the pairs that are possible, SciPy the matrix"));
        List<Case> tracker = new ArrayList<>();
        for (String objects : full ? List.of("20", "100", "500", "1000") : List.of("20", "100")) {
            tracker.add(Case.of(
                            objects + " objects",
                            of(TrackerBenchmark.class, "update", "objects", objects),
                            of(TrackerBenchmark.class, "matrix", "objects", objects),
                            "a plain tracker of objects, full matrix, Hungarian method, in Java",
                            0.1,
                            1 / 15.0)
                    .allocating(0));
        }
        stages.add(new Stage("T11", "tracker", tracker, ""));
    }

    private static void motion(List<Stage> stages) {
        Measured ours = of(BackgroundBenchmark.class, "motion");
        stages.add(stage(
                "T13",
                "background and motion 320x180",
                "",
                Case.of(
                                "",
                                ours,
                                of(BackgroundBenchmark.class, "peerOpenCvMog2"),
                                "MOG2 grey of " + OPENCV,
                                0.125,
                                0.094)
                        .allocating(0)));
    }

    private static void geometry(List<Stage> stages, boolean full) {
        List<Case> zone = new ArrayList<>();
        for (String n : full ? List.of("4", "16", "64", "1024") : List.of("4", "1024")) {
            zone.add(Case.of(
                            n + " vertices",
                            of(ZoneBenchmark.class, "locate", "vertices", n),
                            of(ZoneBenchmark.class, "locateByJts", "vertices", n),
                            "JTS IndexedPointInAreaLocator",
                            0.35,
                            0.15)
                    .allocating(0));
        }
        stages.add(new Stage("T15", "zone", zone, ""));
        stages.add(stage(
                "T16",
                "line with band",
                "",
                Case.of(
                                "",
                                of(LineBenchmark.class, "crossingWithBand", "vertices", "2"),
                                of(LineBenchmark.class, "locateInAZone", "vertices", "2"),
                                "our zone of 4 vertices",
                                3,
                                1.5)
                        .allocating(0)));
    }

    private static void whole(List<Stage> stages) {
        stages.add(stage(
                "T20",
                "growth: tracker at 1,000 objects over 100",
                "",
                Case.of(
                        "",
                        of(TrackerBenchmark.class, "update", "objects", "1000"),
                        of(TrackerBenchmark.class, "update", "objects", "100"),
                        "ours at 100",
                        20,
                        15)));
    }

    /** What is plotted over the amount of work. */
    static List<Growth> growths(boolean full) {
        int[] objects = full ? new int[] {20, 100, 500, 1000} : new int[] {20, 100, 1000};
        int[] vertices = full ? new int[] {4, 16, 64, 1024} : new int[] {4, 1024};
        return List.of(
                Growth.of("tracker, a frame", TrackerBenchmark.class, "update", "objects", objects),
                Growth.of("zone, a point", ZoneBenchmark.class, "locate", "vertices", vertices));
    }

    /** Versions of what is compared. */
    static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(
                "ffmpeg", org.bytedeco.ffmpeg.global.avutil.av_version_info().getString());
        versions.put("OpenCV", org.bytedeco.opencv.global.opencv_core.CV_VERSION);
        versions.put(
                "ONNX Runtime", ai.onnxruntime.OrtEnvironment.getEnvironment().getVersion());
        return versions;
    }
}
