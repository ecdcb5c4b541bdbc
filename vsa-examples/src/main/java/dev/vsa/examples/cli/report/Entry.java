package dev.vsa.examples.cli.report;

import dev.vsa.event.Alert;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An alert as the report shows it.
 *
 * @param number from 1, in the order in which alerts were raised
 * @param alert its last word
 * @param snapshot the picture of the moment at which it was raised, if there is one
 */
public record Entry(int number, Alert alert, Optional<Snapshot> snapshot) {

    /**
     * A picture of the moment at which an alert was raised.
     *
     * @param file the whole picture with the subject boxed, a JPEG
     * @param width of the whole picture in pixels
     * @param height of the whole picture in pixels
     * @param closeUp the subject alone, as it was seen: a JPEG in Base64; "" where there is nothing to show
     * @param onTheRight whether the subject is in the right half of the picture
     */
    public record Snapshot(Path file, int width, int height, String closeUp, boolean onTheRight) {}
}
