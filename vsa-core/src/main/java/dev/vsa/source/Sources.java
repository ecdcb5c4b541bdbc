package dev.vsa.source;

import dev.vsa.frame.FrameSource;
import dev.vsa.frame.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes sources of frames. Nothing is touched before the source is opened. Stateless and thread-safe. */
public final class Sources {

    private static final Map<String, String> FILE_OPTIONS = Map.of("protocol_whitelist", "file");

    private Sources() {}

    /**
     * A recording in a file, of any kind that FFmpeg reads.
     *
     * @param file the file
     */
    public static FrameSource file(Path file) {
        return file(file, RecordingOptions.DEFAULT);
    }

    /**
     * A recording in a file.
     *
     * @param file the file
     * @param options how it is read
     */
    public static FrameSource file(Path file, RecordingOptions options) {
        Input input = new Input(
                file.toString(),
                "file:" + file.toAbsolutePath(),
                "",
                FILE_OPTIONS,
                false,
                options.startsAt(),
                options.timeouts(),
                options.decoding());
        return new FfmpegSource(input, deadline -> checkFile(file));
    }

    private static void checkFile(Path file) throws SourceException {
        if (!Files.exists(file)) {
            throw new SourceException(file + ": there is no such file; check the path, which was taken from "
                    + Path.of("").toAbsolutePath());
        }
        if (Files.isDirectory(file)) {
            throw new SourceException(file + " is a folder; give a file, or read its pictures as an image sequence");
        }
        if (!Files.isReadable(file)) {
            throw new SourceException(file + " may not be read by this process; change its permissions");
        }
        try {
            if (Files.size(file) == 0) {
                throw new SourceException(file + " is empty; copy or record it again");
            }
        } catch (IOException e) {
            throw new SourceException(file + " cannot be looked at; check the disk that it is on", e);
        }
    }
}
