package dev.vsa.bench;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.SourceException;
import dev.vsa.perception.luma.Luma;
import dev.vsa.perception.motion.Gate;
import dev.vsa.perception.motion.MotionDetector;
import dev.vsa.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole recording from the first picture to the last, opening and closing included, by one decoder thread: ours against ffmpeg's
 * own program of the same version, which throws the pictures away, and against JavaCV's grabber. The program's start (some tens
 * of milliseconds) is part of its time; the recording is long enough that this is a few hundredths.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecodeBenchmark {

    private static final int SECONDS = 8;

    /** Size of the pictures. */
    @Param({"640x360", "1280x720", "1920x1080", "3840x2160"})
    public String size = "";

    private Path clip = Path.of("");
    private String ffmpeg = "";

    /** Makes the recording, once for all runs. */
    @Setup
    public void prepare() throws IOException {
        clip = BenchClip.of(size, SECONDS);
        ffmpeg = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
    }

    private interface Watcher {
        void see(Frame frame);
    }

    private long read(Watcher watcher) throws SourceException {
        long frames = 0;
        try (FrameSource source = Sources.file(clip)) {
            source.open();
            while (source.next() instanceof Outcome.Delivered delivered) {
                try (Frame frame = delivered.frame()) {
                    watcher.see(frame);
                }
                frames++;
            }
        }
        if (frames < SECONDS * BenchClip.FPS - 2) {
            throw new IllegalStateException("only " + frames + " frames came");
        }
        return frames;
    }

    /** Ours: every picture decoded and leased, none converted. */
    @Benchmark
    public long decode() throws SourceException {
        return read(frame -> {});
    }

    /** Ours, the brightness of each picture at analysis resolution, and whether anything has changed since the first. */
    @Benchmark
    public long decodeWithGate() throws SourceException {
        Luma luma = new Luma();
        Gate gate = new Gate(2 * SECONDS);
        return read(frame -> {
            luma.load(frame);
            if (gate.open(luma, frame.mediaNanos())) {
                gate.looked(luma, frame.mediaNanos());
            }
        });
    }

    /** Ours, and all that is made of motion in every picture. */
    @Benchmark
    public long decodeWithMotion() throws SourceException {
        MotionDetector motion = new MotionDetector();
        return read(motion::update);
    }

    /** The program. */
    @Benchmark
    public int peerFfmpeg() throws IOException, InterruptedException {
        List<String> command =
                List.of(ffmpeg, "-nostdin", "-v", "error", "-threads", "1", "-i", clip.toString(), "-f", "null", "-");
        Process process = new ProcessBuilder(command).inheritIO().start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException("ffmpeg ended with status " + status);
        }
        return status;
    }

    /** JavaCV's grabber as most use it: every picture converted to BGR. */
    @Benchmark
    public long peerJavaCvGrabber() throws FrameGrabber.Exception {
        long frames = 0;
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(clip.toFile())) {
            grabber.setVideoOption("threads", "1");
            grabber.start();
            while (grabber.grabImage() != null) {
                frames++;
            }
        }
        return frames;
    }
}
