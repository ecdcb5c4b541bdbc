package dev.vsa.bench.mot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how well the library's tracker does on sequences with truth, at their own and at lower frame rates.
 *
 * <p>{@code java -cp benchmarks.jar dev.vsa.bench.mot.TrackerReport [folder of sequences]}
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

    /**
     * Prints the report.
     *
     * @param args the folder of the sequences, or nothing
     * @throws IOException if a sequence cannot be read
     */
    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : MotData.folder();
        for (boolean real : new boolean[] {true, false}) {
            System.out.println(real ? "Real detections:" : "Simulated detections:");
            List<MotScore> scores = new ArrayList<>();
            for (Sequence sequence : SEQUENCES) {
                if (sequence.real() == real && Files.isDirectory(folder.resolve(sequence.name()))) {
                    for (double least : new double[] {25, 12, 5}) {
                        int step = Math.max(1, (int) Math.round(sequence.fps() / least));
                        MotScore score = score(folder, sequence, step);
                        scores.add(score);
                        System.out.printf("  %-15s %5.1f fps  %s%n", sequence.name(), sequence.fps() / step, score);
                    }
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

    /** How the tracker does on every step-th frame of a sequence. */
    static MotScore score(Path folder, Sequence sequence, int step) throws IOException {
        TrackerRun run = new TrackerRun(sequence.width(), sequence.height(), sequence.fps(), step);
        List<MotBox> truth = run.sample(sequence.truth(folder));
        List<MotBox> detections = sequence.real()
                ? run.sample(MotFile.read(folder.resolve(sequence.name()).resolve("det_sort_frrcnn.txt")))
                : run.sample(new SimulatedDetector(SEED).detect(truth));
        int last = truth.stream().mapToInt(MotBox::frame).max().orElse(0);
        return MotScore.of(truth, run.track(detections, last));
    }
}
