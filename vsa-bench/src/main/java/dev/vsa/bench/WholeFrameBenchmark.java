package dev.vsa.bench;

import ai.onnxruntime.OrtException;
import dev.vsa.bench.peer.JavaCvPipeline;
import dev.vsa.bench.peer.NanoDet;
import dev.vsa.config.Analysis;
import dev.vsa.config.CameraConfig;
import dev.vsa.engine.Camera;
import dev.vsa.engine.Engine;
import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.SourceException;
import dev.vsa.geometry.Zone;
import dev.vsa.model.ModelFile;
import dev.vsa.perception.Detections;
import dev.vsa.perception.objects.ObjectDetector;
import dev.vsa.perception.objects.ObjectModel;
import dev.vsa.source.Sources;
import dev.vsa.spi.EventDetectorProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacv.FrameGrabber;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Recordings of four seconds at 25 frames a second, ten of them analysed, by as many cameras at once as the parameter says: from the file to
 * alerts. Seconds of video times cameras over the time taken is how many such cameras the machine carries when it is full.
 * Beside it: decoding and inference of the same pictures alone, one after the other; and a pipeline of well-known parts with the same
 * model. The recordings are simulated.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WholeFrameBenchmark {

    private static final int SECONDS = 4;
    private static final double ANALYSED = 10;
    private static final int WIDTH = 416;
    private static final int HEIGHT = 256;
    /** The model on every analysed frame, as what it is compared with. */
    private static final double EVERY_FRAME = 0;

    /** Size of the pictures. */
    @Param({"1280x720", "1920x1080"})
    public String size = "";

    /** Cameras at once. */
    @Param({"1", "2", "4", "8", "16", "32", "64"})
    public int cameras;

    private Path clip = Path.of("");
    private Engine engine;
    private ObjectModel model;
    private NanoDet peerModel;
    private @Nullable NanoDet peerFp32;
    private final List<JavaCvPipeline> peers = new ArrayList<>();
    private final List<JavaCvPipeline> fp32Peers = new ArrayList<>();

    /** Makes the recording and opens the models. */
    @Setup
    public void prepare() throws IOException, OrtException {
        clip = BenchClip.of(size, SECONDS);
        engine = Engine.create();
        model = ObjectModel.builtIn();
        peerModel = NanoDet.open(ModelFile.builtIn().read(), true, WIDTH, HEIGHT);
        for (int i = 0; i < cameras; i++) {
            peers.add(new JavaCvPipeline(peerModel, true));
        }
    }

    /** Closes them. */
    @TearDown
    public void close() throws OrtException {
        engine.close();
        model.close();
        for (JavaCvPipeline peer : peers) {
            peer.close();
        }
        peerModel.close();
        for (JavaCvPipeline peer : fp32Peers) {
            peer.close();
        }
        if (peerFp32 != null) {
            peerFp32.close();
        }
    }

    /** Ours, every detector that there is. */
    @Benchmark
    public long allEvents() throws InterruptedException {
        return run(AllEvents.detectors(), EVERY_FRAME);
    }

    /** Ours, every detector, as the library runs by default: while nothing changes, objects are taken over. */
    @Benchmark
    public long allEventsByDefault() throws InterruptedException {
        return run(AllEvents.detectors(), Analysis.DEFAULT.reuse());
    }

    /** Ours, the two detectors that judge by tracks and zones alone. */
    @Benchmark
    public long zoneAndDirection() throws InterruptedException {
        return run(
                AllEvents.detectors().stream()
                        .filter(detector ->
                                List.of("zone-intrusion", "wrong-way").contains(detector.id()))
                        .toList(),
                EVERY_FRAME);
    }

    private long run(List<EventDetectorProvider<?>> detectors, double reuse) throws InterruptedException {
        List<Camera> running = new ArrayList<>();
        for (int i = 0; i < cameras; i++) {
            CameraConfig.Builder config = CameraConfig.builder("camera-" + i, () -> Sources.file(clip))
                    .analysis(new Analysis(ANALYSED, Optional.empty(), WIDTH, HEIGHT, reuse));
            AllEvents.watch(config, detectors, List.of(Zone.frame()));
            running.add(engine.start(config.build()));
        }
        long frames = 0;
        for (Camera camera : running) {
            camera.await();
            frames += camera.report().framesAnalysed();
        }
        if (frames < cameras * SECONDS * (ANALYSED - 1)) {
            throw new IllegalStateException("only " + frames + " frames were analysed");
        }
        return frames;
    }

    /** Decoding and the object model alone, one camera after the other. */
    @Benchmark
    public long decodeAndObjectsAlone() throws SourceException {
        long found = 0;
        Detections detections = new Detections();
        for (int i = 0; i < cameras; i++) {
            double due = 0;
            try (FrameSource source = Sources.file(clip);
                    ObjectDetector detector = model.detector(WIDTH, HEIGHT)) {
                source.open();
                while (source.next() instanceof Outcome.Delivered delivered) {
                    try (Frame frame = delivered.frame()) {
                        if (frame.mediaNanos() >= due) {
                            due += 1e9 / ANALYSED;
                            detections.clear();
                            detector.detect(frame, detections);
                            found += detections.size();
                        }
                    }
                }
            }
        }
        return found;
    }

    /** A pipeline of well-known parts, a thread for each camera. */
    @Benchmark
    public long peerJavaCvPipeline() throws InterruptedException {
        return run(peers);
    }

    /** The same with the fp32 twin of the model, which is what there is where nobody has quantised it. */
    @Benchmark
    public long peerJavaCvPipelineFp32() throws InterruptedException, IOException, OrtException {
        if (peerFp32 == null) {
            peerFp32 = NanoDet.open(Files.readAllBytes(InferenceBenchmark.fp32()), false, WIDTH, HEIGHT);
            for (int i = 0; i < cameras; i++) {
                fp32Peers.add(new JavaCvPipeline(peerFp32, true));
            }
        }
        return run(fp32Peers);
    }

    private long run(List<JavaCvPipeline> peers) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (JavaCvPipeline peer : peers) {
            Thread thread = new Thread(() -> {
                try {
                    peer.run(clip, BenchClip.FPS / ANALYSED, JavaCvPipeline.Pace.NONE);
                } catch (FrameGrabber.Exception | OrtException | InterruptedException | RuntimeException e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.get(0));
        }
        return threads.size();
    }
}
