package dev.vsa.source;

import dev.vsa.frame.FrameSource;
import dev.vsa.frame.SourceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes sources of frames. Nothing is touched before the source is opened. Stateless and thread-safe. */
public final class Sources {

    private static final double DEFAULT_RATE = 25;
    private static final double HIGHEST_RATE = 1_000;
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

    /**
     * The pictures of a folder as a recording: its {@code .jpg}, {@code .jpeg} and {@code .png} files in the order of their
     * names, numbers in them by their value.
     *
     * @param folder the folder
     * @param fps pictures to a second of media time, more than 0, at most 1,000
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static FrameSource images(Path folder, double fps) {
        return images(folder, fps, RecordingOptions.DEFAULT);
    }

    /**
     * The pictures of a folder as a recording.
     *
     * @param folder the folder
     * @param fps pictures to a second of media time, more than 0, at most 1,000
     * @param options how it is read; one decoder thread is used whatever they say
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static FrameSource images(Path folder, double fps, RecordingOptions options) {
        if (!(fps > 0 && fps <= HIGHEST_RATE)) {
            throw new IllegalArgumentException(
                    fps + " pictures a second are not more than 0 and at most " + HIGHEST_RATE);
        }
        return new ImageSource(folder, fps, options);
    }

    /**
     * A live stream by RTSP, HTTP, RTMP, SRT, UDP or TCP, or a recording on an HTTP server. User and password stand in the
     * address, {@code rtsp://user:password@host/path}, and are shown nowhere.
     *
     * @param address the address
     * @param options how it is read
     * @throws IllegalArgumentException if the address does not begin with a scheme that is known, and {@code ://}
     */
    public static FrameSource url(String address, UrlOptions options) {
        return Streams.open(address, options, InetAddress::getAllByName);
    }

    /**
     * A source by what the text looks like: a folder that exists is an image sequence of {@value #DEFAULT_RATE} pictures a
     * second, what begins with a scheme is an address, and anything else is a file.
     *
     * @param text a path, a {@code file:} address, or another address
     * @throws IllegalArgumentException if it is neither an address that is known nor a path
     */
    public static FrameSource of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an empty text is no source; give a file, a folder or an address");
        }
        String scheme = Addresses.scheme(text);
        if (scheme.equals("file")) {
            return ofPath(Path.of(URI.create(text)));
        }
        return scheme.isEmpty() || Files.exists(Path.of(text)) ? ofPath(Path.of(text)) : url(text, UrlOptions.DEFAULT);
    }

    private static FrameSource ofPath(Path path) {
        return Files.isDirectory(path) ? images(path, DEFAULT_RATE) : file(path);
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
