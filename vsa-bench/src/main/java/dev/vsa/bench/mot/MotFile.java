package dev.vsa.bench.mot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the comma-separated files of the MOTChallenge: frame, id, left, top, width, height, confidence, class, … */
public final class MotFile {

    private static final int PEDESTRIAN = 1;

    private MotFile() {}

    /**
     * All rows of a file.
     *
     * @param file a file of detections or of a tracker's output
     * @return its rows, in the file's order
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a row is malformed; the message names the line
     */
    public static List<MotBox> read(Path file) throws IOException {
        List<MotBox> boxes = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                boxes.add(parse(line, file + ":" + number));
            }
        }
        return List.copyOf(boxes);
    }

    /**
     * The rows of a truth file that count: those not marked 0 and, where classes are given, pedestrians.
     *
     * @param file a truth file
     * @return its rows, in the file's order
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a row is malformed; the message names the line
     */
    public static List<MotBox> readTruth(Path file) throws IOException {
        return read(file).stream()
                .filter(box -> box.confidence() != 0 && (box.kind() == PEDESTRIAN || box.kind() < 0))
                .toList();
    }

    private static MotBox parse(String line, String where) {
        String[] cells = line.split(",", -1);
        boolean classes = cells.length == 9;
        if (cells.length < 7) {
            throw new IllegalArgumentException(where + ": " + cells.length + " cells, at least 7 expected");
        }
        try {
            return new MotBox(
                    whole(cells[0]),
                    whole(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]),
                    Double.parseDouble(cells[6]),
                    classes ? whole(cells[7]) : -1,
                    classes ? Double.parseDouble(cells[8]) : 1);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private static int whole(String cell) {
        return (int) Double.parseDouble(cell);
    }
}
