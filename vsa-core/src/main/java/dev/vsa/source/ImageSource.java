package dev.vsa.source;

import dev.vsa.ffmpeg.Ffmpeg;
import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.Outcome.Break;
import dev.vsa.frame.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.jspecify.annotations.Nullable;

/** The pictures of a folder as a recording. Which one it is at tells its media time; one that is damaged leaves a hole. */
final class ImageSource implements FrameSource {

    private static final double NANOS = 1e9;
    private static final long LARGEST_FILE = 256L << 20;
    private static final int FIRST_OF_JPEG = 0xFF;

    private final Path folder;
    private final double fps;
    private final RecordingOptions options;
    private final Deadline deadline = new Deadline();
    private final Owner owner;
    private List<Path> files = List.of();
    private @Nullable Tools tools;
    private @Nullable Outcome last;
    private int at;
    private int corrupt;
    private boolean opened;
    private volatile boolean closed;

    ImageSource(Path folder, double fps, RecordingOptions options) {
        this.folder = folder;
        this.fps = fps;
        this.options = options;
        this.owner = new Owner(folder.toString());
    }

    /** What is made by opening. */
    private record Tools(FramePool pool, Pictures pictures, Decoder jpeg, Decoder png, AVPacket packet) {

        static Tools make(Input input) throws SourceException {
            Decoder jpeg = Decoder.open(input, avcodec.AV_CODEC_ID_MJPEG);
            Decoder png = Decoder.open(input, avcodec.AV_CODEC_ID_PNG);
            FramePool pool = new FramePool(input.name(), input.decoding().frames());
            return new Tools(pool, new Pictures(), jpeg, png, avcodec.av_packet_alloc());
        }

        void close() {
            avcodec.av_packet_free(packet);
            jpeg.close();
            png.close();
            pictures.close();
            pool.close();
        }
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public void open() throws SourceException {
        owner.enter();
        if (opened || closed) {
            throw new IllegalStateException(folder + " was opened before; make a new source to open it again");
        }
        opened = true;
        if (deadline.interrupted()) {
            throw Failures.interrupted(name());
        }
        files = list();
        Ffmpeg.load();
        // One thread: with more, a decoder of pictures gives each out one picture late.
        Decoding single = new Decoding(1, options.decoding().frames());
        tools = Tools.make(
                new Input(name(), "", "", java.util.Map.of(), false, options.startsAt(), options.timeouts(), single));
    }

    private List<Path> list() throws SourceException {
        if (!Files.isDirectory(folder)) {
            throw new SourceException(folder + ": there is no such folder; check the path, which was taken from "
                    + Path.of("").toAbsolutePath());
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> pictures = all.filter(ImageSource::isPicture)
                    .sorted((a, b) -> NaturalOrder.compare(
                            a.getFileName().toString(), b.getFileName().toString()))
                    .toList();
            if (pictures.isEmpty()) {
                throw new SourceException(
                        folder + " holds no .jpg, .jpeg or .png file; give the folder of the pictures");
            }
            return pictures;
        } catch (IOException e) {
            throw new SourceException(folder + " cannot be read; check its permissions and the disk that it is on", e);
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png"));
    }

    @Override
    public Duration duration() {
        return Duration.ofNanos(mediaNanos(files.size()));
    }

    private long mediaNanos(int index) {
        return Math.round(index / fps * NANOS);
    }

    @Override
    public Outcome next() {
        owner.enter();
        Tools open = tools;
        if (open == null) {
            throw new IllegalStateException(folder + " is not open");
        }
        deadline.start(options.timeouts().read());
        while (last == null) {
            if (deadline.interrupted()) {
                last = new Outcome.Lost("interrupted");
            } else if (at == files.size()) {
                last = corrupt == at
                        ? new Outcome.Lost("not one of the " + at + " pictures could be decoded")
                        : new Outcome.End();
            } else {
                FramePool.Holder holder = open.pool.take(deadline);
                if (holder == null) {
                    open.pool.reportExhausted();
                    return new Outcome.Stalled(deadline.waited());
                }
                Frame frame = decode(open, holder, at++);
                if (frame != null) {
                    Outcome outcome = new Outcome.Delivered(
                            frame, corrupt, open.pictures.changed() ? Break.PICTURE_CHANGED : Break.NONE);
                    corrupt = 0;
                    return outcome;
                }
                corrupt++;
            }
        }
        return last;
    }

    private @Nullable Frame decode(Tools open, FramePool.Holder holder, int index) {
        byte[] bytes = read(files.get(index));
        boolean sent = false;
        Decoder decoder = bytes.length > 0 && (bytes[0] & 0xFF) == FIRST_OF_JPEG ? open.jpeg : open.png;
        if (bytes.length > 0 && avcodec.av_new_packet(open.packet, bytes.length) == 0) {
            open.packet.data().put(bytes, 0, bytes.length);
            open.packet.flags(avcodec.AV_PKT_FLAG_KEY); // else a PNG is taken for the difference to the last one
            sent = decoder.send(open.packet) == 0;
            avcodec.av_packet_unref(open.packet);
        }
        if (!sent || decoder.receive() != 0 || decoder.damaged()) {
            decoder.drop();
            holder.giveBackUnused();
            return null;
        }
        long media = mediaNanos(index);
        Instant start = options.startsAt().orElse(Instant.EPOCH);
        Frame frame = open.pictures.lease(decoder.picture(), holder, media, Wall.nanos(start) + media);
        decoder.drop();
        return frame;
    }

    /** Empty where it cannot be read: such a picture is like a damaged one. */
    private static byte[] read(Path file) {
        try {
            return Files.size(file) > LARGEST_FILE ? new byte[0] : Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Override
    public void interrupt() {
        deadline.interrupt();
    }

    @Override
    public void close() {
        if (closed) {
            return; // from any thread: there is nothing left to do
        }
        owner.enter();
        closed = true;
        Tools open = tools;
        tools = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
