package dev.vsa.bench.mot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Truth and hypothesis side by side, frame by frame, with dense object numbers and the overlaps of all pairs. */
final class MotFrames {

    /** One frame: dense numbers of the objects that are there and of those reported, and their overlaps [truth][found]. */
    static final class Pair {

        private final int[] truth;
        private final int[] found;
        private final double[][] overlap;

        Pair(int[] truth, int[] found, double[][] overlap) {
            this.truth = truth;
            this.found = found;
            this.overlap = overlap;
        }

        int[] truth() {
            return truth;
        }

        int[] found() {
            return found;
        }

        double[][] overlap() {
            return overlap;
        }
    }

    private final List<Pair> frames = new ArrayList<>();
    private final Map<Integer, Integer> truthNumbers = new HashMap<>();
    private final Map<Integer, Integer> foundNumbers = new HashMap<>();

    MotFrames(List<MotBox> truth, List<MotBox> found) {
        Map<Integer, List<MotBox>> truthByFrame = byFrame(truth);
        Map<Integer, List<MotBox>> foundByFrame = byFrame(found);
        Map<Integer, Boolean> all = new TreeMap<>();
        truthByFrame.keySet().forEach(frame -> all.put(frame, true));
        foundByFrame.keySet().forEach(frame -> all.put(frame, true));
        for (int frame : all.keySet()) {
            frames.add(pair(truthByFrame.getOrDefault(frame, List.of()), foundByFrame.getOrDefault(frame, List.of())));
        }
    }

    private static Map<Integer, List<MotBox>> byFrame(List<MotBox> boxes) {
        Map<Integer, List<MotBox>> map = new HashMap<>();
        boxes.forEach(
                box -> map.computeIfAbsent(box.frame(), f -> new ArrayList<>()).add(box));
        return map;
    }

    private Pair pair(List<MotBox> truth, List<MotBox> found) {
        double[][] overlap = new double[truth.size()][found.size()];
        for (int t = 0; t < truth.size(); t++) {
            for (int f = 0; f < found.size(); f++) {
                overlap[t][f] = truth.get(t).iou(found.get(f));
            }
        }
        return new Pair(numbers(truth, truthNumbers), numbers(found, foundNumbers), overlap);
    }

    private static int[] numbers(List<MotBox> boxes, Map<Integer, Integer> known) {
        return boxes.stream()
                .mapToInt(box -> known.computeIfAbsent(box.id(), id -> known.size()))
                .toArray();
    }

    List<Pair> frames() {
        return frames;
    }

    int truthObjects() {
        return truthNumbers.size();
    }

    int foundObjects() {
        return foundNumbers.size();
    }

    int truthBoxes() {
        return frames.stream().mapToInt(frame -> frame.truth().length).sum();
    }

    int foundBoxes() {
        return frames.stream().mapToInt(frame -> frame.found().length).sum();
    }
}
