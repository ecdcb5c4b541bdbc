package dev.vsa.bench;

import dev.vsa.bench.mot.MotBox;
import dev.vsa.bench.mot.TrackerRun;
import dev.vsa.bench.peer.MatrixTracker;
import dev.vsa.bench.peer.Supervision;
import dev.vsa.config.CameraConfig;
import dev.vsa.engine.Judge;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.Zone;
import dev.vsa.perception.Detections;
import dev.vsa.perception.tracking.Tracker;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A frame past perception: detections of a seeded crowd to tracks, and tracks to alerts by all eight detectors; against a plain tracker
 * and a point-in-polygon test for every object and zone, as a program of one's own would do it. Alerts are thrown away. The features of a
 * busy place are in every scene.
 *
 * <p>The rules are either as a camera has them, each zone watched for one event, in turn; or every detector over every zone, eighty rules
 * for ten zones. The crowd either walks in circles, so that alerts come and go in every other frame, more than anybody would bear; or
 * stands, so that what was signalled stays so.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class PastPerceptionBenchmark {

    private static final int FRAMES = 250;
    private static final long SEED = 20240726;
    private static final long FRAME_NANOS = Math.round(1e9 / Crowd.FPS);
    private static final double ASPECT = (double) Crowd.WIDTH / Crowd.HEIGHT;
    private static final int VERTICES = 8;

    /** Objects in the picture. */
    @Param({"1", "20", "50", "100", "1000"})
    public int objects;

    /** Zones. */
    @Param({"1", "10", "100"})
    public int zones;

    /** Whether every detector watches every zone, or they take turns; each detector has a rule at least. */
    @Param({"every", "turns"})
    public String rules = "every";

    /** What the crowd does. */
    @Param({"walks", "stands"})
    public String crowd = "walks";

    private final Tracker tracker = new Tracker();
    private final SceneBuilder scene = new SceneBuilder();
    private final BusyFeatures features = new BusyFeatures();
    private final MatrixTracker plain = new MatrixTracker();
    private final List<IndexedPointInAreaLocator> areas = new ArrayList<>();
    private Detections[] frames = {};
    private List<MotBox> boxes = List.of();
    private List<Zone> places = List.of();
    private @Nullable Supervision supervision;
    private Judge judge;
    private int frame;
    private long mediaNanos;

    /** Makes the crowd, the zones and the rules. */
    @Setup
    public void prepare() {
        Crowd people = crowd.equals("walks") ? new Crowd(objects, FRAMES, SEED) : Crowd.standing(objects, FRAMES, SEED);
        TrackerRun run = new TrackerRun(Crowd.WIDTH, Crowd.HEIGHT, Crowd.FPS, 1);
        List<MotBox> detections = run.sample(people.detections());
        frames = new Detections[FRAMES];
        for (int f = 0; f < FRAMES; f++) {
            frames[f] = new Detections();
        }
        boxes = detections;
        detections.forEach(box -> run.add(box, frames[box.frame() - 1]));
        places = places();
        CameraConfig.Builder camera = CameraConfig.builder("bench", () -> Sources.file(Path.of("none")));
        if (rules.equals("every")) {
            AllEvents.watch(camera, AllEvents.detectors(), places);
        } else {
            AllEvents.watchInTurn(camera, AllEvents.detectors(), places);
        }
        judge = new Judge(camera.build(), Judge.Origin.UNKNOWN, alert -> {});
    }

    private List<Zone> places() {
        Random random = new Random(SEED);
        List<Zone> made = new ArrayList<>();
        for (int i = 0; i < zones; i++) {
            double x = 0.15 + 0.7 * random.nextDouble();
            double y = 0.15 + 0.7 * random.nextDouble();
            List<Point> ring = new ArrayList<>();
            Coordinate[] closed = new Coordinate[VERTICES + 1];
            for (int v = 0; v < VERTICES; v++) {
                double angle = 2 * Math.PI * v / VERTICES;
                Point point = new Point(x + 0.14 * Math.cos(angle), y + 0.14 * Math.sin(angle));
                ring.add(point);
                closed[v] = new Coordinate(point.x(), point.y());
            }
            closed[VERTICES] = closed[0];
            made.add(new Zone("zone-" + i, new Polygon(ring)));
            areas.add(new IndexedPointInAreaLocator(new GeometryFactory().createPolygon(closed)));
        }
        return made;
    }

    /** Ends what is open. */
    @TearDown
    public void close() throws IOException {
        judge.close();
        if (supervision != null) {
            supervision.close();
        }
    }

    private Detections next() {
        frame = frame + 1 == FRAMES ? 0 : frame + 1;
        mediaNanos += FRAME_NANOS;
        return frames[frame];
    }

    /** Ours: tracker, scene, detectors, alert desk. */
    @Benchmark
    public void allEvents() {
        judge.observe(trackerAndScene());
    }

    /** Ours without rules: what is left of {@link #allEvents} are the detectors and the desk. */
    @Benchmark
    public Scene trackerAndScene() {
        Detections detections = next();
        tracker.update(mediaNanos, ASPECT, detections);
        scene.begin("bench", mediaNanos, mediaNanos, ASPECT, Crowd.HEIGHT);
        tracker.writeTo(scene);
        features.addTo(scene);
        return scene.lend();
    }

    /** The plain way: a tracker of objects with a full matrix, and a JTS locator for each zone. */
    @Benchmark
    public int peerTrackerAndZones() {
        int inside = 0;
        for (MatrixTracker.Tracked track : plain.update(next(), ASPECT)) {
            Coordinate foot = new Coordinate((track.left + track.right) / 2 / ASPECT, track.bottom);
            for (IndexedPointInAreaLocator area : areas) {
                inside += area.locate(foot) == Location.INTERIOR ? 1 : 0;
            }
        }
        return inside;
    }

    /** supervision's ByteTrack, PolygonZones and a LineZone in Python, over all frames at once, so that the pipe costs next to nothing. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long peerSupervision() throws IOException {
        if (supervision == null) {
            List<List<Point>> rings = new ArrayList<>();
            places.forEach(zone -> rings.add(zone.polygon().outer().stream()
                    .map(p -> new Point(p.x() * Crowd.WIDTH, p.y() * Crowd.HEIGHT))
                    .toList()));
            Point left = new Point(0, Crowd.HEIGHT / 2.0);
            Point right = new Point(Crowd.WIDTH, Crowd.HEIGHT / 2.0);
            supervision = Supervision.start(new Supervision.Task(true, boxes, FRAMES, Crowd.FPS, rings, left, right));
        }
        return supervision.run();
    }
}
