package dev.vsa.examples.cli.evaluation;

import dev.vsa.config.Problem;
import dev.vsa.evaluation.InvalidLabelException;
import dev.vsa.evaluation.LabelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A clip with its label.
 *
 * @param name the label file's path below the folder it was found in, without its ending; below the folder's own name where two
 *     folders hold the same
 * @param reading what the label says
 */
public record Clip(String name, LabelReader.Reading reading) {

    private static final String ENDING = ".label.json";

    /**
     * What was found in some folders.
     *
     * @param clips the clips whose labels can be read, by name
     * @param faults everything that is wrong with the others, each on a line, with file, line and column
     * @param doubts what looks as if it were not meant, in the same form
     */
    public record Found(List<Clip> clips, List<String> faults, List<String> doubts) {}

    /** A label file and the folder that it was found in. */
    private record Place(Path folder, Path label) {

        String name() {
            String path = folder.relativize(label).toString().replace('\\', '/');
            String whole = path.isEmpty() ? String.valueOf(label.getFileName()) : path;
            return whole.substring(0, whole.length() - ENDING.length());
        }

        String longName() {
            Path own = folder.toAbsolutePath().normalize().getFileName();
            return own == null ? name() : own + "/" + name();
        }
    }

    /** How far the clip lasts, by its label, in seconds. */
    public double seconds() {
        return reading.label().image().durationS();
    }

    /**
     * Finds every label in some folders and below, and reads them all, however many are wrong. One that lies below two of the
     * folders counts once.
     *
     * @param folders where to look
     * @throws IOException if a folder cannot be read
     */
    public static Found in(List<Path> folders) throws IOException {
        List<Clip> clips = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        Map<String, Path> names = new LinkedHashMap<>();
        for (Map.Entry<Place, String> entry : named(places(folders)).entrySet()) {
            Path label = entry.getKey().label();
            Path other = names.putIfAbsent(entry.getValue(), label);
            if (other != null) {
                faults.add(label + ":1:1: found a clip that has the same name as " + other
                        + ", expected folders of different names");
            }
            try {
                LabelReader.Reading reading = LabelReader.read(label);
                clips.add(new Clip(entry.getValue(), reading));
                doubts.addAll(lines(label, reading.doubts()));
            } catch (InvalidLabelException e) {
                faults.addAll(lines(label, e.problems()));
            }
        }
        return new Found(List.copyOf(clips), List.copyOf(faults), List.copyOf(doubts));
    }

    /** Problems with the whole path of their file: labels of one name may lie in many folders. */
    private static List<String> lines(Path label, List<Problem> problems) {
        return problems.stream()
                .map(p -> label + ":" + p.line() + ":" + p.column() + ": " + p.message())
                .toList();
    }

    private static Collection<Place> places(List<Path> folders) throws IOException {
        Set<Path> seen = new HashSet<>();
        List<Place> places = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path label : files.filter(file -> file.toString().endsWith(ENDING))
                        .sorted()
                        .toList()) {
                    if (seen.add(label.toRealPath())) {
                        places.add(new Place(folder, label));
                    }
                }
            }
        }
        return places;
    }

    /** A recording is named after its clip: two clips of one name would share it. */
    private static Map<Place, String> named(Collection<Place> places) {
        Set<String> once = new HashSet<>();
        boolean clash = !places.stream().allMatch(place -> once.add(place.name()));
        Map<Place, String> names = new LinkedHashMap<>();
        places.forEach(place -> names.put(place, clash ? place.longName() : place.name()));
        return names;
    }
}
