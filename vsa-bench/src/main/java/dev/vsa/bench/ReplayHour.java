package dev.vsa.bench;

import dev.vsa.bench.mot.MotBox;
import dev.vsa.bench.mot.TrackerRun;
import dev.vsa.config.CameraConfig;
import dev.vsa.config.ParameterInfo;
import dev.vsa.config.Parameters;
import dev.vsa.config.SiteReader;
import dev.vsa.engine.Judge;
import dev.vsa.event.Alert;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Zone;
import dev.vsa.perception.Detections;
import dev.vsa.perception.tracking.Tracker;
import dev.vsa.record.SceneLogHeader;
import dev.vsa.record.SceneReader;
import dev.vsa.record.SceneWriter;
import dev.vsa.scene.Role;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.source.Sources;
import dev.vsa.spi.AlertSink;
import dev.vsa.spi.EventDetectorProvider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records an hour of simulated scenes and judges it again on one thread, by every detector that needs nothing but tracks: how large
 * the recording is, and how many times faster than the camera it is judged. The people are simulated; their tracks are those of the
 * library's tracker on noisy detections.
 *
 * <p>{@code java -cp benchmarks.jar dev.vsa.bench.ReplayHour [OBJECTS] [SECONDS]}
 */
public final class ReplayHour {

    private static final int DEFAULT_OBJECTS = 10;
    private static final int DEFAULT_SECONDS = 3600;
    private static final int ROUNDS = 5;
    private static final int LOOP_FRAMES = 1500;
    private static final double ASPECT = (double) Crowd.WIDTH / Crowd.HEIGHT;

    /** Processor time of the judging thread: a busy machine does not make it longer. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private ReplayHour() {}

    /**
     * The program.
     *
     * @param arguments how many objects, and for how long
     * @throws IOException if there is no room for the recording
     */
    public static void main(String... arguments) throws IOException {
        int objects = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_OBJECTS;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_SECONDS;
        Path file = Files.createTempFile("vsa", ".scenes");
        try {
            double tracks = record(file, objects, seconds);
            CameraConfig camera = camera();
            System.out.printf(
                    Locale.ROOT,
                    "simulated: %d s of %.1f tracks at %.1f scenes/s, %.2f MB an hour; judged by %s%n",
                    seconds,
                    tracks,
                    Crowd.FPS,
                    Files.size(file) / 1e6 * 3600 / seconds,
                    camera.rules().stream().map(rule -> rule.name()).collect(Collectors.joining(", ")));
            for (int round = 1; round <= ROUNDS; round++) {
                replay(file, camera, round, seconds);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Writes a recording; returns how many tracks a scene has, on average. */
    private static double record(Path file, int objects, int seconds) throws IOException {
        Crowd crowd = new Crowd(objects, LOOP_FRAMES, 1);
        TrackerRun boxes = new TrackerRun(Crowd.WIDTH, Crowd.HEIGHT, Crowd.FPS, 1);
        Map<Integer, List<MotBox>> byFrame = crowd.detections().stream().collect(Collectors.groupingBy(MotBox::frame));
        Tracker tracker = new Tracker();
        SceneBuilder builder = new SceneBuilder();
        Detections detections = new Detections();
        long tracks = 0;
        int scenes = (int) (seconds * Crowd.FPS);
        SceneLogHeader header = new SceneLogHeader("bench", ASPECT, "", "", "", Set.of(Role.values()), Set.of());
        try (SceneWriter writer = SceneWriter.create(file, header)) {
            for (int i = 0; i < scenes; i++) {
                detections.clear();
                byFrame.getOrDefault(1 + i % LOOP_FRAMES, List.of()).forEach(box -> boxes.add(box, detections));
                long nanos = Math.round(i * 1e9 / Crowd.FPS);
                tracker.update(nanos, ASPECT, detections);
                tracker.writeTo(builder.begin("bench", nanos, nanos, ASPECT, Crowd.HEIGHT));
                tracks += builder.lend().tracks().size();
                writer.observe(builder.lend());
            }
        }
        return (double) tracks / scenes;
    }

    /** Every detector that judges by tracks alone, by its defaults, at the lower half of the picture. */
    private static CameraConfig camera() {
        Zone zone = Zone.of("half", 0, 0.5, 1, 0.5, 1, 1, 0, 1);
        CameraConfig.Builder camera =
                CameraConfig.builder("bench", () -> Sources.of("nothing")).zone(zone);
        SiteReader.detectors().forEach(provider -> addIfByTracks(camera, provider, zone));
        return camera.build();
    }

    private static <P extends Record> void addIfByTracks(
            CameraConfig.Builder camera, EventDetectorProvider<P> provider, Zone zone) {
        Map<String, Object> values = new HashMap<>(
                Map.of("zone", zone, "zones", List.of(zone), "permitted-heading", new Heading(1, 0), "max-people", 5));
        List<String> keys =
                Parameters.describe(provider).stream().map(ParameterInfo::key).toList();
        values.keySet().retainAll(keys);
        P parameters = Parameters.of(provider, values);
        if (provider.needs(parameters).features().isEmpty()) {
            camera.rule(provider, parameters);
        }
    }

    private static void replay(Path file, CameraConfig camera, int round, int seconds) throws IOException {
        List<String> raised = new ArrayList<>();
        AlertSink sink = alert -> {
            if (alert.phase() == Alert.Phase.RAISED) {
                raised.add(alert.id());
            }
        };
        long start = CPU.getCurrentThreadCpuTime();
        try (SceneReader reader = SceneReader.open(file);
                Judge judge = new Judge(camera, Judge.Origin.UNKNOWN, sink)) {
            reader.play(judge);
        }
        double elapsed = (CPU.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "round %d: %.3f s of one core, %.0f times real time, %d alerts%n",
                round,
                elapsed,
                seconds / elapsed,
                raised.size());
    }
}
