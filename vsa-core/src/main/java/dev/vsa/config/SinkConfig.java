package dev.vsa.config;

import java.nio.file.Path;

/** Where alerts go. More kinds may come. */
public sealed interface SinkConfig {

    /**
     * A file of JSON Lines.
     *
     * @param file the file
     */
    record JsonLines(Path file) implements SinkConfig {}
}
