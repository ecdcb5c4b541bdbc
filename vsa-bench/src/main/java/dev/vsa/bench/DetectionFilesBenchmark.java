package dev.vsa.bench;

import dev.vsa.bench.mot.MotBox;
import dev.vsa.bench.mot.MotData;
import dev.vsa.bench.mot.MotFile;
import dev.vsa.bench.mot.TrackerRun;
import dev.vsa.bench.peer.MatrixTracker;
import dev.vsa.perception.Detections;
import dev.vsa.perception.tracking.Tracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The tracker, per frame of real detections: the files {@code det_sort_frrcnn.txt} of sequences in the MOTChallenge format,
 * where they are present (see {@link MotData}).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class DetectionFilesBenchmark {

    private static final long FRAME_NANOS = 40_000_000;
    private static final double ASPECT = 4.0 / 3;

    private final Tracker tracker = new Tracker();
    private final MatrixTracker plain = new MatrixTracker();
    private final List<Detections> frames = new ArrayList<>();
    private int frame;
    private long mediaNanos;

    /**
     * Reads all sequences, one after the other.
     *
     * @throws IOException if one cannot be read
     */
    @Setup
    public void read() throws IOException {
        Path folder = MotData.folder();
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(folder + " is not here: nothing to measure");
        }
        try (Stream<Path> sequences = Files.list(folder)) {
            for (Path sequence : sequences.sorted().toList()) {
                Path file = sequence.resolve("det_sort_frrcnn.txt");
                if (Files.exists(file)) {
                    append(MotFile.read(file));
                }
            }
        }
        System.out.println(frames.size() + " frames");
    }

    private void append(List<MotBox> boxes) {
        double right =
                boxes.stream().mapToDouble(b -> b.left() + b.width()).max().orElse(1);
        double bottom =
                boxes.stream().mapToDouble(b -> b.top() + b.height()).max().orElse(1);
        TrackerRun run = new TrackerRun((int) Math.ceil(right), (int) Math.ceil(bottom), 25, 1);
        int first = frames.size() - 1;
        for (MotBox box : boxes) {
            while (frames.size() <= first + box.frame()) {
                frames.add(new Detections());
            }
            run.add(box, frames.get(first + box.frame()));
        }
    }

    private Detections next() {
        frame = frame + 1 == frames.size() ? 0 : frame + 1;
        mediaNanos += FRAME_NANOS;
        return frames.get(frame);
    }

    /** Ours. */
    @Benchmark
    public void update() {
        tracker.update(mediaNanos, ASPECT, next());
    }

    /** The plain peer. */
    @Benchmark
    public Object matrix() {
        return plain.update(next(), ASPECT);
    }
}
