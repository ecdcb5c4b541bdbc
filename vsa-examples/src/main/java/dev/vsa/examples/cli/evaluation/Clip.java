package dev.vsa.examples.cli.evaluation;

import dev.vsa.evaluation.InvalidLabelException;
import dev.vsa.evaluation.LabelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A clip with its label.
 *
 * @param name the label file's path below the folder it was found in, without its ending
 * @param reading what the label says
 */
public record Clip(String name, LabelReader.Reading reading) {

    private static final String ENDING = ".label.json";

    /**
     * What was found in some folders.
     *
     * @param clips the clips whose labels can be read, by name
     * @param problems everything that is wrong with the others, each on a line
     */
    public record Found(List<Clip> clips, List<String> problems) {}

    /**
     * Finds every label in some folders and below, and reads them all, however many are wrong.
     *
     * @param folders where to look
     * @throws IOException if a folder cannot be read
     */
    public static Found in(List<Path> folders) throws IOException {
        List<Clip> clips = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path folder : folders) {
            for (Path label : labels(folder)) {
                try {
                    clips.add(new Clip(name(folder, label), LabelReader.read(label)));
                } catch (InvalidLabelException e) {
                    e.problems().forEach(problem -> problems.add(problem.toString()));
                }
            }
        }
        return new Found(List.copyOf(clips), List.copyOf(problems));
    }

    private static List<Path> labels(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder, Path label) {
        String path = folder.relativize(label).toString().replace('\\', '/');
        String whole = path.isEmpty() ? String.valueOf(label.getFileName()) : path;
        return whole.substring(0, whole.length() - ENDING.length());
    }
}
