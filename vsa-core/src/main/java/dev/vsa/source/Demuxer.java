package dev.vsa.source;

import dev.vsa.ffmpeg.Ffmpeg;
import dev.vsa.frame.SourceException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Opens a container or stream and reads the packets of its video. Belongs to the owning thread. */
final class Demuxer implements AutoCloseable {

    private static final long NANOS = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int FULL_BITS = 63;
    /** Beyond thirty years a timestamp is damage. */
    private static final long LONGEST_SECONDS = 1_000_000_000L;

    private final AVFormatContext context;
    private final Deadline deadline;
    private final AVStream stream;
    private final boolean withoutTimestamps;
    private final int timeNumerator;
    private final int timeDenominator;
    private long packets;

    private Demuxer(AVFormatContext context, Deadline deadline, int video) {
        this.context = context;
        this.deadline = deadline;
        this.stream = context.streams(video);
        AVRational base = stream.time_base();
        this.withoutTimestamps = (context.iformat().flags() & avformat.AVFMT_NOTIMESTAMPS) != 0;
        this.timeNumerator = base.num();
        this.timeDenominator = base.den();
    }

    /**
     * Opens the input within its deadlines.
     *
     * @throws SourceException if it cannot be opened or holds no video
     */
    static Demuxer open(Input input, Deadline deadline) throws SourceException {
        AVFormatContext context = avformat.avformat_alloc_context();
        deadline.install(context.interrupt_callback());
        if (input.live()) {
            context.fps_probe_size(0); // the rate is seen soon enough; waiting for it costs pictures
        }
        context.correct_ts_overflow(0); // takes every leap back for a wrap of 26 hours; MediaClock looks closer
        AVDictionary options = Ffmpeg.dictionary(input.options());
        boolean done = false;
        try {
            deadline.start(input.timeouts().open());
            int result = avformat.avformat_open_input(context, Ffmpeg.utf8(input.address()), format(input), options);
            if (result < 0) {
                context.setNull(); // FFmpeg has freed it
                throw Failures.opening(input, result, deadline);
            }
            refuseLeftovers(input, options);
            deadline.start(input.timeouts().probe());
            result = avformat.avformat_find_stream_info(context, (AVDictionary) null);
            if (deadline.interrupted() || !(deadline.over() ? sizeIsKnown(context) : result >= 0)) {
                throw Failures.probing(input, result, deadline);
            }
            Demuxer demuxer = new Demuxer(context, deadline, chooseVideo(input, context));
            demuxer.resume();
            done = true;
            return demuxer;
        } finally {
            avutil.av_dict_free(options);
            if (!done) {
                free(context, deadline);
            }
        }
    }

    private static @Nullable AVInputFormat format(Input input) throws SourceException {
        if (input.format().isEmpty()) {
            return null;
        }
        AVInputFormat format = avformat.av_find_input_format(input.format());
        if (format == null) {
            throw new SourceException(input.name() + ": this build of FFmpeg has no format '" + input.format() + "'");
        }
        return format;
    }

    private static void refuseLeftovers(Input input, AVDictionary options) throws SourceException {
        String left = Ffmpeg.leftovers(options);
        if (!left.isEmpty()) {
            throw new SourceException(input.name() + ": neither format nor protocol knows the FFmpeg option " + left
                    + "; correct or remove it");
        }
    }

    private static int chooseVideo(Input input, AVFormatContext context) throws SourceException {
        int video = avformat.av_find_best_stream(
                context, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (org.bytedeco.javacpp.PointerPointer<?>) null, 0);
        if (video < 0 || (context.streams(video).disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0) {
            throw new SourceException(input.name() + " is not a video: it is taken for "
                    + context.iformat().name().getString() + " with " + kinds(context)
                    + "; give a recording or a stream with pictures");
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            context.streams(i).discard(i == video ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
        return video;
    }

    /** A camera that sends a picture a minute has shown what it sends long before FFmpeg is sure of its rate. */
    private static boolean sizeIsKnown(AVFormatContext context) {
        boolean known = false;
        for (int i = 0; i < context.nb_streams(); i++) {
            known |= context.streams(i).codecpar().width() > 0;
        }
        return known;
    }

    private static String kinds(AVFormatContext context) {
        StringBuilder kinds = new StringBuilder();
        for (int i = 0; i < context.nb_streams(); i++) {
            String kind = switch (context.streams(i).codecpar().codec_type()) {
                case avutil.AVMEDIA_TYPE_AUDIO -> "audio";
                case avutil.AVMEDIA_TYPE_SUBTITLE -> "subtitles";
                case avutil.AVMEDIA_TYPE_VIDEO -> "a cover picture";
                default -> "data";
            };
            kinds.append(i == 0 ? "only " : ", ").append(kind);
        }
        return kinds.length() == 0 ? "nothing at all" : kinds.toString();
    }

    AVStream stream() {
        return stream;
    }

    /** As announced, or 0. */
    double framesPerSecond() {
        double average = Ffmpeg.value(stream.avg_frame_rate());
        return average > 0 ? average : Ffmpeg.value(stream.r_frame_rate());
    }

    /** Whether the format has no timestamps, so that those of its packets are made up. */
    boolean withoutTimestamps() {
        return withoutTimestamps;
    }

    /** The length of the whole, or zero if unknown. */
    Duration duration() {
        long micros = context.duration();
        return micros <= 0 ? Duration.ZERO : Duration.ofNanos(micros * NANOS_PER_MICRO);
    }

    /** The container's first timestamp in nanoseconds, or {@link MediaClock#MISSING}. */
    long startNanos() {
        long micros = context.start_time();
        return micros == avutil.AV_NOPTS_VALUE ? MediaClock.MISSING : micros * NANOS_PER_MICRO;
    }

    /** After how long timestamps wrap round, nanoseconds; 0 for never. */
    long wrapNanos() {
        int bits = stream.pts_wrap_bits();
        return bits <= 0 || bits >= FULL_BITS ? 0 : Math.max(0, nanos(1L << bits));
    }

    /** The moment at which the recording says that it was made. */
    Optional<Instant> createdAt() {
        AVDictionaryEntry entry = avutil.av_dict_get(context.metadata(), "creation_time", null, 0);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(entry.value().getString()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A timestamp of the stream in nanoseconds, or {@link MediaClock#MISSING}. */
    long nanos(long timestamp) {
        if (timestamp == avutil.AV_NOPTS_VALUE || timeDenominator <= 0) {
            return MediaClock.MISSING;
        }
        long whole = timestamp / timeDenominator * timeNumerator;
        if (Math.abs(whole) > LONGEST_SECONDS) {
            return MediaClock.MISSING;
        }
        return whole * NANOS + timestamp % timeDenominator * timeNumerator * NANOS / timeDenominator;
    }

    /**
     * Reads the next packet of the video.
     *
     * @return 0 or FFmpeg's error; {@code AVERROR_EXIT} when the deadline is over
     */
    int read(AVPacket packet) {
        int result;
        while ((result = avformat.av_read_frame(context, packet)) >= 0 && packet.stream_index() != stream.index()) {
            avcodec.av_packet_unref(packet);
            if (deadline.over()) {
                return avutil.AVERROR_EXIT;
            }
        }
        if (result >= 0) {
            packets++;
            return 0;
        }
        return deadline.over() ? avutil.AVERROR_EXIT : result;
    }

    /** Lets reading go on after a deadline; FFmpeg takes an interrupted read for the end otherwise. */
    void resume() {
        AVIOContext io = context.pb();
        if (io != null) {
            io.eof_reached(0);
            io.error(0);
        }
    }

    /** How many pictures the container says that it holds; 0 where it does not, or counts other things than pictures. */
    long announcedPackets() {
        return context.iformat().name().getString().contains("mp4") ? stream.nb_frames() : 0;
    }

    /** How many packets of the video were read. */
    long packets() {
        return packets;
    }

    @Override
    public void close() {
        free(context, deadline);
    }

    private static void free(AVFormatContext context, Deadline deadline) {
        if (!context.isNull()) {
            avformat.avformat_close_input(context);
        }
        deadline.close();
    }
}
