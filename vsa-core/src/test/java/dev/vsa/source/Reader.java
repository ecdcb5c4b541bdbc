package dev.vsa.source;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.Outcome.Break;
import java.util.ArrayList;
import java.util.List;

/** Reads a source to its end and remembers what came. */
final class Reader {

    record Seen(int width, int height, int luma, long millis, Break broken, int corrupt) {}

    final List<Seen> frames = new ArrayList<>();
    Outcome last;

    /** Opens, reads, closes. */
    static Reader of(FrameSource source) {
        Reader reader = new Reader();
        try (source) {
            source.open();
            reader.read(source, Integer.MAX_VALUE);
        }
        return reader;
    }

    /** Reads up to a number of frames; stops at what is not a frame. */
    void read(FrameSource source, int most) {
        for (int i = 0; i < most; i++) {
            last = source.next();
            if (!(last instanceof Outcome.Delivered delivered)) {
                return;
            }
            try (Frame frame = delivered.frame()) {
                int centre = frame.stride(0) * (frame.height() / 2) + frame.width() / 2;
                int luma = frame.plane(0).get(centre) & 0xFF;
                frames.add(new Seen(
                        frame.width(),
                        frame.height(),
                        luma,
                        Math.round(frame.mediaNanos() / 1e6),
                        delivered.breakBefore(),
                        delivered.corruptBefore()));
            }
        }
    }

    List<Long> millis() {
        return frames.stream().map(Seen::millis).toList();
    }

    List<Break> breaks() {
        return frames.stream().map(Seen::broken).filter(b -> b != Break.NONE).toList();
    }

    int corrupt() {
        return frames.stream().mapToInt(Seen::corrupt).sum();
    }

    /** The numbers of the pictures that came, by their luma. */
    List<Integer> pictures() {
        return frames.stream()
                .map(f -> Math.round((f.luma() - TestVideo.luma(0)) / 10f))
                .toList();
    }
}
