package dev.vsa.bench.suite;

import dev.vsa.bench.BackgroundBenchmark;
import dev.vsa.bench.DecodeBenchmark;
import dev.vsa.bench.FlowBenchmark;
import dev.vsa.bench.GateBenchmark;
import dev.vsa.bench.InferenceBenchmark;
import dev.vsa.bench.InferenceCallBenchmark;
import dev.vsa.bench.LineBenchmark;
import dev.vsa.bench.PastPerceptionBenchmark;
import dev.vsa.bench.TrackerBenchmark;
import dev.vsa.bench.WholeFrameBenchmark;
import dev.vsa.bench.ZoneBenchmark;
import dev.vsa.bench.peer.ByteTrackCpp;
import dev.vsa.bench.peer.OrtCInterface;
import dev.vsa.bench.peer.ScipyAssignment;
import dev.vsa.bench.peer.Supervision;
import dev.vsa.perception.objects.NmsBenchmark;
import dev.vsa.perception.objects.OutputDecodeBenchmark;
import dev.vsa.perception.objects.PreprocessBenchmark;
import dev.vsa.perception.tracking.AssignmentBenchmark;
import dev.vsa.perception.tracking.OverlapBenchmark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is measured against what, and what is asked of it: the targets T1 to T20. */
final class Stages {

    private static final String OPENCV = "OpenCV 4.13 through JavaCV";
    private static final String C_INTERFACE = "ONNX Runtime's C interface, tensors made once, a process of its own";
    private static final String SUPERVISION = "of supervision 0.27 in Python, a process of its own";

    private Stages() {}

    /**
     * All stages in the order of the hot path.
     *
     * @param full every size; else those that tell most
     */
    static List<Stage> all(boolean full) {
        List<Stage> stages = new ArrayList<>();
        decoding(stages, full);
        inference(stages);
        outputs(stages, full);
        tracking(stages, full);
        motion(stages);
        geometry(stages, full);
        pastPerception(stages, full);
        cameras(stages);
        growth(stages, full);
        return stages;
    }

    private static Stage stage(String id, String name, String remark, Case... cases) {
        return new Stage(id, name, List.of(cases), remark);
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
                    of(DecodeBenchmark.class, "decodeWithGate", "size", size),
                    ours,
                    "our decoding alone",
                    1.10,
                    1.05));
        }
        stages.add(new Stage("T1", "decode", decode, ""));
        stages.add(new Stage("T2", "decode, luma and gate", luma, "no picture is converted to colour for it"));
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

    private static void inference(List<Stage> stages) {
        Measured call = of(InferenceCallBenchmark.class, "pinned");
        stages.add(stage(
                "T4",
                "inference call",
                "",
                Case.of("", call, of(InferenceCallBenchmark.class, "peerCInterface"), C_INTERFACE, 4, 2.5)
                        .allocating(400)
                        .needing(OrtCInterface::missing),
                Case.of(
                                "as most call it",
                                call,
                                of(InferenceCallBenchmark.class, "peerHeapBuffer"),
                                "ONNX Runtime for Java, heap buffer and getValue()",
                                0.6,
                                0.42)
                        .allocating(400)));
        Measured model = of(InferenceBenchmark.class, "int8");
        stages.add(stage(
                "T5",
                "inference, shipped model",
                "",
                Case.of("", model, of(InferenceBenchmark.class, "peerCInterface"), C_INTERFACE, 1.05, 1.02)
                        .allocating(1500)
                        .needing(OrtCInterface::missing),
                Case.of(
                                "as most call it",
                                model,
                                of(InferenceBenchmark.class, "peerNewTensors"),
                                "ONNX Runtime for Java, new tensors and getValue()",
                                1.05,
                                1.02)
                        .allocating(1500)));
        stages.add(stage(
                "T6",
                "int8 over fp32",
                "accuracy of both: on 139 frames of 22 clips int8 keeps 1,147 of the 1,154 objects that fp32 finds, loses 7 and finds 5 "
                        + "more; boxes overlap by 0.96 (a study of the model's quantisation, not measured by this run)",
                Case.of(
                                "",
                                of(InferenceBenchmark.class, "int8"),
                                of(InferenceBenchmark.class, "fp32Pinned"),
                                "the same model in fp32",
                                0.45,
                                0.33)
                        .needing(InferenceBenchmark::missingFp32)));
    }

    private static void outputs(List<Stage> stages, boolean full) {
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
        List<Case> overlaps = new ArrayList<>();
        for (String n : full ? List.of("300", "1000") : List.of("300")) {
            Measured peer = of(OverlapBenchmark.class, "peerMatrix", "n", n);
            overlaps.add(Case.of(
                            n + " objects",
                            of(OverlapBenchmark.class, "sweep", "n", n),
                            peer,
                            "the matrix of all pairs of plain objects",
                            1,
                            0.25)
                    .allocating(0));
        }
        stages.add(new Stage("T9", "overlaps in the tracker", overlaps, "ours finds the pairs that overlap"));
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
                            of(TrackerBenchmark.class, "byteTrackCpp", "objects", objects),
                            "ByteTrack-cpp, g++ -O3 -march=native, a process of its own",
                            0.1,
                            1 / 15.0)
                    .allocating(0)
                    .needing(ByteTrackCpp::missing));
        }
        stages.add(new Stage("T11", "tracker", tracker, ""));
    }

    private static void motion(List<Stage> stages) {
        stages.add(stage(
                "T12",
                "motion gate",
                "with luma: reading the brightness of the camera's picture, which others use as well, counts as the gate's; the peer reduces "
                        + "a larger picture to the same size itself",
                gate("gate", "320x180", "peerOpenCv", ""),
                gate("lumaAndGate", "320x180", "peerOpenCv", " with luma"),
                gate("lumaAndGate", "1920x1080", "peerOpenCvOfMeans", " with luma, of means"),
                gate("lumaAndGate", "1920x1080", "peerOpenCvOfPoints", " with luma, of points")));
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
        List<Case> flow = new ArrayList<>();
        for (String walkers : List.of("5", "50")) {
            flow.add(Case.of(
                            walkers + " walkers",
                            of(FlowBenchmark.class, "flow", "walkers", walkers),
                            of(FlowBenchmark.class, "peerDis", "walkers", walkers),
                            "DIS ultrafast of " + OPENCV + " after the same reduction",
                            1.25,
                            1.10)
                    .allocating(200));
        }
        stages.add(
                new Stage("T14", "optical flow 320x180", flow, "the frame that the benchmark wraps allocates 200 B"));
    }

    private static Case gate(String method, String size, String peer, String what) {
        String reduced = switch (peer) {
            case "peerOpenCvOfMeans" -> "resize INTER_AREA, ";
            case "peerOpenCvOfPoints" -> "resize INTER_LINEAR, ";
            default -> "";
        };
        return Case.of(
                        size + what,
                        of(GateBenchmark.class, method, "size", size),
                        of(GateBenchmark.class, peer, "size", size),
                        reduced + "absdiff, threshold and countNonZero of " + OPENCV,
                        0.4,
                        0.2)
                .allocating(0);
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
        Measured line = of(LineBenchmark.class, "crossingWithBand", "vertices", "2");
        stages.add(stage(
                "T16",
                "line with band",
                "LineZone believes at once what ours believes beyond a band",
                Case.of(
                                "",
                                line,
                                of(LineBenchmark.class, "locateInAZone", "vertices", "2"),
                                "our zone of 4 vertices",
                                3,
                                1.5)
                        .allocating(0),
                Case.of(
                                "100 objects",
                                line,
                                of(LineBenchmark.class, "peerLineZone", "vertices", "2"),
                                "LineZone " + SUPERVISION,
                                0.02,
                                0.01)
                        .needing(Supervision::missing)));
    }

    private static void pastPerception(List<Stage> stages, boolean full) {
        List<Case> frame = new ArrayList<>();
        for (String objects : full ? List.of("20", "100", "1000") : List.of("100")) {
            frame.add(pastPerception(objects, "turns", "stands").allocating(0));
            frame.add(pastPerception(objects, "turns", "walks"));
            frame.add(pastPerception(objects, "every", "walks"));
        }
        for (String rules : List.of("turns", "every")) {
            frame.add(Case.of(
                            past("100", rules) + ", supervision",
                            of(PastPerceptionBenchmark.class, "allEvents", past("100", rules, "walks")),
                            of(PastPerceptionBenchmark.class, "peerSupervision", past("100", "turns", "walks")),
                            "ByteTrack, 10 PolygonZones and a LineZone " + SUPERVISION + ", without any event",
                            0.02,
                            1 / 150.0)
                    .needing(Supervision::missing));
        }
        frame.add(Case.of(
                past("20", "turns") + ", of inference",
                of(PastPerceptionBenchmark.class, "allEvents", past("20", "turns", "walks")),
                of(InferenceBenchmark.class, "int8"),
                "one run of the shipped model",
                0.02,
                0.01));
        stages.add(new Stage("T17", "frame past perception, all events", frame, ""));
    }

    private static Case pastPerception(String objects, String rules, String crowd) {
        return Case.of(
                past(objects, rules) + ", the crowd " + crowd,
                of(PastPerceptionBenchmark.class, "allEvents", past(objects, rules, crowd)),
                of(PastPerceptionBenchmark.class, "peerTrackerAndZones", past(objects, "turns", crowd)),
                "a plain tracker and JTS locators in Java, without any event",
                1,
                0.5);
    }

    private static String past(String objects, String rules) {
        return objects + " objects, 10 zones, " + (rules.equals("turns") ? 10 : 80) + " rules";
    }

    private static String[] past(String objects, String rules, String crowd) {
        return new String[] {"objects", objects, "zones", "10", "rules", rules, "crowd", crowd};
    }

    private static void cameras(List<Stage> stages) {
        String[] one = {"size", "1280x720", "cameras", "1"};
        String[] two = {"size", "1280x720", "cameras", "2"};
        stages.add(stage(
                "T18",
                "whole frame, all events, 720p",
                "decoding has a thread of its own beside the analysis: on a free second core this counts in our favour",
                Case.of(
                        "",
                        of(WholeFrameBenchmark.class, "allEvents", one),
                        of(WholeFrameBenchmark.class, "decodeAndObjectsAlone", one),
                        "decoding and objects alone, in turn",
                        1.30,
                        1.15)));
        stages.add(stage(
                "T19",
                "cameras on all cores, 720p, 10 analysed frames a second",
                "the inverse ratio is how many times the cameras; the peer judges no event; the street is never still, so the gate saves "
                        + "nothing here: what int8 with the gate gains is int8's",
                Case.of(
                        "all events",
                        of(WholeFrameBenchmark.class, "allEvents", two),
                        of(WholeFrameBenchmark.class, "peerJavaCvPipeline", two),
                        "JavaCV grabber, OpenCV, ONNX Runtime with the same model, plain tracker",
                        0.952,
                        0.33),
                Case.of(
                        "zone and direction",
                        of(WholeFrameBenchmark.class, "zoneAndDirection", two),
                        of(WholeFrameBenchmark.class, "peerJavaCvPipeline", two),
                        "JavaCV grabber, OpenCV, ONNX Runtime with the same model, plain tracker",
                        0.952,
                        0.33),
                Case.of(
                                "all events, int8 and gate as by default, of the careful peer with fp32",
                                of(WholeFrameBenchmark.class, "allEventsByDefault", two),
                                of(WholeFrameBenchmark.class, "peerJavaCvPipelineFp32", two),
                                "the same pipeline with the fp32 model on every analysed frame",
                                0.5,
                                0.33)
                        .needing(InferenceBenchmark::missingFp32)));
    }

    private static void growth(List<Stage> stages, boolean full) {
        List<Case> cases = new ArrayList<>(List.of(
                Case.of(
                        "tracker",
                        of(TrackerBenchmark.class, "update", "objects", "1000"),
                        of(TrackerBenchmark.class, "update", "objects", "100"),
                        "ours at 100",
                        20,
                        15),
                Case.of(
                        "frame past perception",
                        of(PastPerceptionBenchmark.class, "allEvents", past("1000", "every", "walks")),
                        of(PastPerceptionBenchmark.class, "allEvents", past("100", "every", "walks")),
                        "ours at 100",
                        20,
                        15)));
        cases.addAll(Growths.further(full));
        stages.add(new Stage("T20", "growth, 1,000 objects over 100", cases, ""));
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
