package dev.vsa.bench.peer;

import dev.vsa.bench.mot.MotBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** ByteTrack in C++, built by {@code peers/build.sh}, in a process of its own. */
public final class ByteTrackCpp implements AutoCloseable {

    private static final String PROGRAM = "bytetrack";
    private static final String NAME = "ByteTrack-cpp";

    private final LineProcess process;

    private ByteTrackCpp(LineProcess process) {
        this.process = process;
    }

    /** What is missing to run it, for people; "" if nothing. */
    public static String missing() {
        return Peers.missing(PROGRAM, NAME);
    }

    /**
     * Starts it on detections.
     *
     * @param detections boxes in pixels, frames from 1
     * @param frames how many
     * @param fps frames a second
     * @throws IOException if it is not there or does not start
     */
    public static ByteTrackCpp start(List<MotBox> detections, int frames, double fps) throws IOException {
        Path program = Peers.find(PROGRAM).orElseThrow(() -> new IOException(missing()));
        Path file = Files.createTempFile("detections", ".txt");
        try {
            Files.writeString(file, Peers.text(detections));
            List<String> command = List.of(
                    program.toString(), file.toString(), String.valueOf(frames), String.valueOf(Math.round(fps)));
            return new ByteTrackCpp(new LineProcess(NAME, command));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Follows all frames once; the next time it goes on where it ended.
     *
     * @return tracks, summed over the frames
     * @throws IOException if the process ended
     */
    public long run() throws IOException {
        return Long.parseLong(process.work());
    }

    @Override
    public void close() {
        process.close();
    }
}
