package dev.vsa.bench;

import dev.vsa.bench.mot.MotBox;
import dev.vsa.bench.mot.MotScore;
import dev.vsa.bench.mot.TrackerRun;
import dev.vsa.bench.peer.ByteTrackCpp;
import dev.vsa.bench.peer.MatrixTracker;
import dev.vsa.perception.Detections;
import dev.vsa.perception.tracking.Tracker;
import dev.vsa.scene.SceneBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * The tracker, per frame of a seeded crowd, against a plain one (objects, a full matrix of overlaps, the Hungarian method) and ByteTrack in C++ where it was built. The
 * quality of both on the same detections is printed once for up to 100 objects, for speed bought with numbers is no gain.
 *
 * <p>{@code java -jar benchmarks.jar Tracker -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class TrackerBenchmark {

    private static final int FRAMES = 250;
    private static final long SEED = 20240726;
    /** Scoring takes minutes beyond. */
    private static final int MOST_SCORED = 100;

    private static final long FRAME_NANOS = Math.round(1e9 / Crowd.FPS);
    private static final double ASPECT = (double) Crowd.WIDTH / Crowd.HEIGHT;

    /** Objects in the picture. */
    @Param({"1", "20", "100", "500", "1000"})
    public int objects;

    private final Tracker tracker = new Tracker();
    private final SceneBuilder scene = new SceneBuilder();
    private final MatrixTracker plain = new MatrixTracker();
    private Detections[] frames = {};
    private List<MotBox> boxes = List.of();
    private @Nullable ByteTrackCpp byteTrack;
    private int frame;
    private long mediaNanos;

    /** Makes the crowd. */
    @Setup
    public void prepare() {
        Crowd crowd = new Crowd(objects, FRAMES, SEED);
        TrackerRun run = new TrackerRun(Crowd.WIDTH, Crowd.HEIGHT, Crowd.FPS, 1);
        List<MotBox> truth = run.sample(crowd.truth());
        List<MotBox> detections = run.sample(crowd.detections());
        boxes = detections;
        frames = new Detections[FRAMES];
        for (int f = 0; f < FRAMES; f++) {
            frames[f] = new Detections();
        }
        detections.forEach(box -> run.add(box, frames[box.frame() - 1]));
        if (objects <= MOST_SCORED) {
            System.out.println("ours:   " + MotScore.of(truth, run.track(detections, FRAMES)));
            System.out.println(
                    "matrix: " + MotScore.of(truth, matrixTracks(truth.get(0).frame())));
        }
    }

    private List<MotBox> matrixTracks(int firstFrame) {
        MatrixTracker peer = new MatrixTracker();
        List<MotBox> tracks = new ArrayList<>();
        for (int f = firstFrame; f <= FRAMES; f++) {
            int number = f;
            peer.update(frames[f - 1], ASPECT)
                    .forEach(t -> tracks.add(new MotBox(
                            number,
                            t.id,
                            t.left / ASPECT * Crowd.WIDTH,
                            t.top * Crowd.HEIGHT,
                            (t.right - t.left) / ASPECT * Crowd.WIDTH,
                            (t.bottom - t.top) * Crowd.HEIGHT,
                            1,
                            -1,
                            1)));
        }
        return tracks;
    }

    private Detections next() {
        frame = frame + 1 == FRAMES ? 0 : frame + 1;
        mediaNanos += FRAME_NANOS;
        return frames[frame];
    }

    /** Association alone. */
    @Benchmark
    public void update() {
        tracker.update(mediaNanos, ASPECT, next());
    }

    /** Association and a scene, untracked detections included: the latter allocate. */
    @Benchmark
    public SceneBuilder updateAndWrite() {
        Detections detections = next();
        tracker.update(mediaNanos, ASPECT, detections);
        scene.begin("bench", mediaNanos, mediaNanos, ASPECT, Crowd.HEIGHT);
        tracker.writeTo(scene);
        return scene;
    }

    /** ByteTrack in C++, over all frames at once, so that the pipe to its process costs next to nothing. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long byteTrackCpp() throws IOException {
        if (byteTrack == null) {
            byteTrack = ByteTrackCpp.start(boxes, FRAMES, Crowd.FPS);
        }
        return byteTrack.run();
    }

    /** Ends the other process. */
    @TearDown
    public void close() {
        if (byteTrack != null) {
            byteTrack.close();
        }
    }

    /** The plain peer. */
    @Benchmark
    public Object matrix() {
        return plain.update(next(), ASPECT);
    }
}
