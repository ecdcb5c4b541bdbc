package dev.vsa.bench.peer;

import dev.vsa.bench.mot.MotBox;
import dev.vsa.geometry.Point;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The Python library supervision: ByteTrack, zones and a line, in a process of its own. */
public final class Supervision implements AutoCloseable {

    private static final String FOLDER = "supervision";
    private static final String PYTHON = "supervision.python";

    private final LineProcess process;
    private final List<Path> files;

    private Supervision(LineProcess process, List<Path> files) {
        this.process = process;
        this.files = files;
    }

    /** What is missing to run it, for people; "" if nothing. */
    public static String missing() {
        return Peers.find(PYTHON).isEmpty()
                ? Peers.missing(PYTHON, FOLDER).replace(PYTHON, FOLDER)
                : Peers.missing(FOLDER, FOLDER);
    }

    /**
     * What it is asked.
     *
     * @param tracking whether it tracks the boxes and asks the zones; else every box has its track's number as confidence, and only the
     *     line is asked
     * @param boxes in pixels, frames from 1
     * @param frames how many
     * @param fps frames a second
     * @param zones rings in pixels
     * @param from one end of the line, in pixels
     * @param to the other end
     */
    public record Task(
            boolean tracking,
            List<MotBox> boxes,
            int frames,
            double fps,
            List<List<Point>> zones,
            Point from,
            Point to) {}

    /**
     * Starts it.
     *
     * @param task what it is asked each time
     * @throws IOException if it is not there or does not start
     */
    public static Supervision start(Task task) throws IOException {
        Path source = Peers.find(FOLDER).orElseThrow(() -> new IOException(missing()));
        Path python = Peers.find(PYTHON).orElseThrow(() -> new IOException(missing()));
        Path boxes = Files.createTempFile("boxes", ".txt");
        Path places = Files.createTempFile("places", ".txt");
        Files.writeString(boxes, Peers.text(task.boxes));
        Files.writeString(
                places,
                task.zones.stream().map(Supervision::line).collect(Collectors.joining())
                        + line(List.of(task.from, task.to)));
        List<String> command = List.of(
                "env",
                "PYTHONPATH=" + source,
                Files.readString(python).strip(),
                "-c",
                script(),
                task.tracking ? "frame" : "line",
                boxes.toString(),
                places.toString(),
                String.valueOf(task.frames),
                String.valueOf(Math.round(task.fps)));
        return new Supervision(new LineProcess(FOLDER, command), List.of(boxes, places));
    }

    private static String line(List<Point> points) {
        return points.stream()
                        .map(p -> String.format(Locale.ROOT, "%.2f %.2f", p.x(), p.y()))
                        .collect(Collectors.joining(" "))
                + "\n";
    }

    private static String script() throws IOException {
        try (InputStream in = Supervision.class.getResourceAsStream("supervision.py")) {
            if (in == null) {
                throw new IOException("supervision.py is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Takes in all frames once; the next time it goes on where it ended.
     *
     * @return objects in zones and crossings, summed over the frames
     * @throws IOException if the process ended
     */
    public long run() throws IOException {
        return Long.parseLong(process.work());
    }

    @Override
    public void close() throws IOException {
        process.close();
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
