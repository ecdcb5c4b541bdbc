package dev.vsa.bench.streams;

import dev.vsa.bench.BenchClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How many cameras of 720p, 25 frames a second, ten of them analysed, this machine carries live: the recording comes at its own pace,
 * and what is not taken in time is lost. A number is carried if no frame is dropped and no delay grows once all are warm; what fails
 * narrowly is tried once more, for a machine may be disturbed.
 */
public final class Streams {

    static final double ANALYSED = 10;
    static final long WARM_NANOS = TimeUnit.SECONDS.toNanos(3);
    static final long HEAD_START_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String SIZE = "1280x720";
    private static final int SECONDS = 9;
    private static final int MOST_PER_PROCESSOR = 64;
    /** So much of the machine can be used before frames are late. */
    private static final double FULL = 0.9;

    private final Consumer<String> progress;

    /**
     * Prepares.
     *
     * @param progress told what is done, a line at a time
     */
    public Streams(Consumer<String> progress) {
        this.progress = progress;
    }

    /** How a camera's first picture lies between those of the others: cameras do not tick together. */
    static long offset(int camera, int cameras) {
        return Math.round(1e9 / ANALYSED * camera / cameras);
    }

    static void sleepUntil(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos - System.nanoTime()));
    }

    /**
     * Finds the numbers of the shipped model, of its twin in fp32 where a developer has it, and of others if asked.
     *
     * @param others whether other models that a developer has are run as well
     * @return ours and the peer's
     * @throws IOException if the recording or a description cannot be written
     * @throws InterruptedException if interrupted
     */
    public List<StreamResult> run(boolean others) throws IOException, InterruptedException {
        Path clip = BenchClip.of(SIZE, SECONDS);
        Path folder = Files.createTempDirectory("vsa-streams");
        try {
            return run(others, clip, folder);
        } finally {
            clear(folder);
        }
    }

    /** Only links and descriptions lie there. */
    private static void clear(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    private List<StreamResult> run(boolean others, Path clip, Path folder) throws IOException, InterruptedException {
        List<StreamModel> models = new ArrayList<>(List.of(StreamModel.shipped()));
        StreamModel.found(folder).stream()
                .filter(model -> others || model.peer())
                .forEach(models::add);
        List<StreamResult> results = new ArrayList<>();
        for (StreamModel model : models) {
            for (boolean all : new boolean[] {true, false}) {
                String work = all ? StreamResult.ALL : StreamResult.GEOMETRIC;
                add(results, model, work, StreamResult.OURS, new VsaPipeline(model, all), clip);
                if (model.peer()) {
                    add(results, model, work, StreamResult.PEER, new JavaCvStreams(model, all), clip);
                }
            }
        }
        return results;
    }

    private void add(
            List<StreamResult> results, StreamModel model, String work, String who, Pipeline pipeline, Path clip)
            throws InterruptedException {
        progress.accept("streams: " + model.name() + ", " + work + ", " + who + ": " + pipeline.setUp());
        List<Trial> trials = new ArrayList<>();
        try {
            // The first is spent on compiling: what it tells is too few, and good for a second look only.
            int few = guess(trial(pipeline, 1, clip, trials));
            int guess = guess(trial(pipeline, few, clip, trials));
            int most = Search.most(guess, MOST_PER_PROCESSOR * Processors.count(), cameras -> {
                Trial first = trial(pipeline, cameras, clip, trials);
                return first.carried()
                        || !first.hopeless()
                                && trial(pipeline, cameras, clip, trials).carried();
            });
            results.add(new StreamResult(model.name(), work, who, pipeline.setUp(), most, trials));
            progress.accept("streams: " + most + " cameras");
        } catch (Failed e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            progress.accept("streams: not measured: " + e.getCause());
        }
    }

    /** How many would fill the machine if each cost what those of a trial did. */
    private static int guess(Trial trial) {
        return (int) Math.max(1, trial.cameras() * FULL / Math.max(0.01, trial.busy()));
    }

    /** What a trial failed of. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(Throwable cause) {
            super(cause);
        }
    }

    private Trial trial(Pipeline pipeline, int cameras, Path clip, List<Trial> trials) {
        Delays delays = new Delays(WARM_NANOS, TimeUnit.SECONDS.toNanos(SECONDS));
        Processors before = Processors.now();
        try {
            pipeline.watch(cameras, clip, delays);
        } catch (Exception e) {
            throw new Failed(e);
        }
        Processors after = Processors.now();
        Trial trial = delays.trial(cameras, after.ownSince(before), after.othersSince(before));
        trials.add(trial);
        progress.accept("  " + trial.line());
        return trial;
    }
}
