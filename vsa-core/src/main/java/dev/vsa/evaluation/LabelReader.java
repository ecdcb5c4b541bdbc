package dev.vsa.evaluation;

import dev.vsa.config.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads labels of the format {@value ClipLabel#FORMAT}: JSON, as {@code docs/labels.md} and {@code
 * dev/vsa/evaluation/clip-label.schema.json} describe it. A label is taken whole or refused whole, with everything that is wrong
 * with it. Stateless and thread-safe.
 */
public final class LabelReader {

    private static final long LARGEST = 16L << 20;

    private LabelReader() {}

    /**
     * A label that was read.
     *
     * @param file where it was read from
     * @param label the label
     * @param doubts what is not wrong and looks as if it were not meant: a thing labelled twice, an event without a rule, a
     *     key that is almost a known one
     */
    public record Reading(Path file, ClipLabel label, List<Problem> doubts) {

        /** Copies the list. */
        public Reading {
            doubts = List.copyOf(doubts);
        }

        /** The clip that the label belongs to. */
        public Path clip() {
            return file.resolveSibling(label.clip());
        }
    }

    /**
     * Reads a label.
     *
     * @param file the label; its clip must be there as well
     * @throws IOException if the file cannot be read
     * @throws InvalidLabelException if the label is wrong
     */
    public static Reading read(Path file) throws IOException {
        LabelProblems problems = new LabelProblems(String.valueOf(file.getFileName()));
        if (Files.size(file) > LARGEST) {
            problems.fault(new Json.Place(1, 1), "", Files.size(file) + " bytes", "at most " + LARGEST);
            throw problems.exception();
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            problems.fault(new Json.Place(1, 1), "", "bytes that are no UTF-8", "JSON in UTF-8");
            throw problems.exception();
        }
        ClipLabel label = parse(text, name -> isFile(file, name), problems);
        return new Reading(file, label, problems.doubts());
    }

    private static boolean isFile(Path label, String name) {
        try {
            return Files.isRegularFile(label.resolveSibling(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The label that a text holds. */
    static ClipLabel parse(String text, Predicate<String> isFile, LabelProblems problems) {
        try {
            Json root = Json.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return new LabelParser(problems, isFile).label(root).orElseThrow(problems::exception);
        } catch (Json.Malformed e) {
            problems.fault(e.place, "", e.found, "valid JSON");
            throw problems.exception();
        }
    }
}
