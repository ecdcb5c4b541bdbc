package dev.vsa.bench.mot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints how well the library's tracker does on sequences with truth, at their own and at lower frame rates.
 *
 * <p>{@code java -cp benchmarks.jar dev.vsa.bench.mot.TrackerReport [folder of sequences [export FOLDER | score FOLDER]]}
 */
public final class TrackerReport {

    private static final long SEED = 7;

    private TrackerReport() {}

    /**
     * A sequence with truth.
     *
     * @param name its folder
     * @param width pixels
     * @param height pixels
     * @param fps frames a second
     * @param real whether detections of a real detector come with it
     */
    record Sequence(String name, int width, int height, double fps, boolean real) {

        List<MotBox> truth(Path folder) throws IOException {
            return MotFile.readTruth(folder.resolve(name).resolve("gt.txt"));
        }
    }

    /** The sequences with truth. */
    static final List<Sequence> SEQUENCES = List.of(
            new Sequence("TUD-Campus", 640, 480, 25, true),
            new Sequence("TUD-Stadtmitte", 640, 480, 25, true),
            new Sequence("MOT17-02-DPM", 1920, 1080, 30, false),
            new Sequence("MOT17-05-DPM", 640, 480, 14, false),
            new Sequence("MOT17-09-DPM", 1920, 1080, 30, false),
            new Sequence("MOT17-11-DPM", 1920, 1080, 30, false));

    /** The frame rates that each sequence is looked at, where it has as many. */
    private static final double[] RATES = {25, 12, 5};

    /** Where the tracks of a sequence's looked-at frames come from. */
    @FunctionalInterface
    private interface Tracks {
        List<MotBox> of(Sequence sequence, int step, List<MotBox> detections, int last) throws IOException;
    }

    /**
     * Prints the report.
     *
     * @param args the folder of the sequences, or nothing; then nothing, or {@code export} and a folder that gets the detections of
     *     each sequence and rate as {@code SEQUENCE-STEP.det.txt}, or {@code score} and a folder in which another tracker's output on
     *     them lies as {@code SEQUENCE-STEP.txt}, both in the MOTChallenge's format
     * @throws IOException if a sequence cannot be read, or a file cannot be written
     */
    public static void main(String... args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : MotData.folder();
        String task = args.length > 2 ? args[1] : "";
        if (task.equals("export")) {
            export(folder, Files.createDirectories(Path.of(args[2])));
        } else if (task.equals("score")) {
            Path others = Path.of(args[2]);
            print(
                    folder,
                    (sequence, step, detections, last) -> MotFile.read(others.resolve(name(sequence, step) + ".txt")));
        } else {
            print(folder, TrackerReport::track);
        }
    }

    private static String name(Sequence sequence, int step) {
        return sequence.name() + "-" + step;
    }

    private static void print(Path folder, Tracks tracks) throws IOException {
        for (boolean real : new boolean[] {true, false}) {
            System.out.println(real ? "Real detections:" : "Simulated detections:");
            List<MotScore> scores = new ArrayList<>();
            for (Sequence sequence : here(folder, real)) {
                for (int step : steps(sequence)) {
                    MotScore score = score(folder, sequence, step, tracks);
                    scores.add(score);
                    System.out.printf("  %-15s %5.1f fps  %s%n", sequence.name(), sequence.fps() / step, score);
                }
            }
            System.out.printf(
                    "  mean HOTA %.4f, IDF1 %.4f, MOTA %.4f; %d switches%n",
                    scores.stream().mapToDouble(s -> s.hota().hota()).average().orElse(0),
                    scores.stream()
                            .mapToDouble(s -> s.identity().f1())
                            .average()
                            .orElse(0),
                    scores.stream().mapToDouble(s -> s.clear().mota()).average().orElse(0),
                    scores.stream().mapToInt(s -> s.clear().switches()).sum());
        }
    }

    private static List<Sequence> here(Path folder, boolean real) {
        return SEQUENCES.stream()
                .filter(it -> it.real() == real && Files.isDirectory(folder.resolve(it.name())))
                .toList();
    }

    private static int[] steps(Sequence sequence) {
        return Arrays.stream(RATES)
                .mapToInt(rate -> Math.max(1, (int) Math.round(sequence.fps() / rate)))
                .distinct()
                .toArray();
    }

    /** Writes the detections that the tracker sees, so that others can be given the same. */
    private static void export(Path folder, Path to) throws IOException {
        for (Sequence sequence : SEQUENCES) {
            for (int step : steps(sequence)) {
                List<String> lines = new ArrayList<>();
                TrackerRun run = run(sequence, step);
                for (MotBox box : detections(folder, sequence, run, run.sample(sequence.truth(folder)))) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "%d,-1,%.3f,%.3f,%.3f,%.3f,%.4f",
                            box.frame(),
                            box.left(),
                            box.top(),
                            box.width(),
                            box.height(),
                            box.confidence()));
                }
                Files.write(to.resolve(name(sequence, step) + ".det.txt"), lines);
            }
        }
    }

    private static TrackerRun run(Sequence sequence, int step) {
        return new TrackerRun(sequence.width(), sequence.height(), sequence.fps(), step);
    }

    private static List<MotBox> detections(Path folder, Sequence sequence, TrackerRun run, List<MotBox> truth)
            throws IOException {
        return sequence.real()
                ? run.sample(MotFile.read(folder.resolve(sequence.name()).resolve("det_sort_frrcnn.txt")))
                : run.sample(new SimulatedDetector(SEED).detect(truth));
    }

    private static List<MotBox> track(Sequence sequence, int step, List<MotBox> detections, int last) {
        return run(sequence, step).track(detections, last);
    }

    /** How the library's tracker does on every step-th frame of a sequence. */
    static MotScore score(Path folder, Sequence sequence, int step) throws IOException {
        return score(folder, sequence, step, TrackerReport::track);
    }

    private static MotScore score(Path folder, Sequence sequence, int step, Tracks tracks) throws IOException {
        TrackerRun run = run(sequence, step);
        List<MotBox> truth = run.sample(sequence.truth(folder));
        List<MotBox> detections = detections(folder, sequence, run, truth);
        int last = truth.stream().mapToInt(MotBox::frame).max().orElse(0);
        return MotScore.of(truth, tracks.of(sequence, step, detections, last));
    }
}
