package dev.vsa.examples.cli.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The recording that is built in: a street corner with a lawn and a walkway, 52.5 s, with its site file. FFmpeg reads files, so
 * the recording is unpacked into a temporary one.
 */
public final class StreetCorner implements AutoCloseable {

    /** What it is called. */
    public static final String NAME = "street-corner.mp4";

    /** What its site file is called. */
    public static final String SITE_NAME = "street-corner.yaml";

    private static final String FOLDER = "/dev/vsa/examples/sample/";

    private final Path folder;

    private StreetCorner(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the recording.
     *
     * @throws IOException if there is no room for it
     */
    public static StreetCorner unpack() throws IOException {
        StreetCorner sample = new StreetCorner(Files.createTempDirectory("vsa-sample"));
        try {
            copyTo(sample.video());
            return sample;
        } catch (IOException e) {
            sample.close();
            throw e;
        }
    }

    /**
     * Writes the recording to a file.
     *
     * @param file the file; one that is there is replaced
     * @throws IOException if it cannot be written
     */
    public static void copyTo(Path file) throws IOException {
        try (InputStream in = open(NAME)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The text of its site file, which names no source. */
    public static String site() throws IOException {
        try (InputStream in = open(SITE_NAME)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = StreetCorner.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IOException(name + " is missing from this program");
        }
        return in;
    }

    /** The unpacked recording. */
    public Path video() {
        return folder.resolve(NAME);
    }

    /** Deletes what was unpacked. Idempotent. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(video());
        Files.deleteIfExists(folder);
    }
}
