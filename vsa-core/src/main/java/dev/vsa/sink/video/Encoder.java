package dev.vsa.sink.video;

import dev.vsa.ffmpeg.Ffmpeg;
import dev.vsa.ffmpeg.ToI420;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** FFmpeg's side of a {@link VideoWriter}: colours, codec, container. Not thread-safe. */
final class Encoder {

    static final int LONGEST_SIDE = 8_192;
    static final double HIGHEST_RATE = 1_000;

    private static final String H264 = "libopenh264";
    private static final List<String> BY_PREFERENCE = List.of(H264, "mpeg4");
    /** Of H.264; this encoder takes less and fails at the first picture. */
    private static final int SHORTEST_SIDE = 16;
    /** Ticks of a second: a multiple of the usual frame rates, and not more than MPEG-4 can write. */
    private static final int TICKS = 60_000;

    private static final int RATE_PRECISION = 1_000;
    private static final long NANOS = 1_000_000_000L;
    private static final double BITS_PER_PIXEL = 0.12;
    private static final long LEAST_BITS = 200_000;
    private static final long MOST_BITS = 20_000_000;
    private static final int KEY_FRAME_SECONDS = 2;
    private static final int MOST_PLANES = 3;

    private final Path file;
    private final AVFormatContext container = new AVFormatContext(null);
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame picture = avutil.av_frame_alloc();
    /** Only points to the caller's samples. */
    private final AVFrame source = avutil.av_frame_alloc();

    private final ToI420 converter = new ToI420();
    private final ByteBuffer[] held = new ByteBuffer[MOST_PLANES];
    private final int width;
    private final int height;
    private AVCodecContext codec = new AVCodecContext((Pointer) null);
    private boolean headed;
    private long firstNanos;
    private long lastTick = -1;

    private Encoder(Path file, int width, int height) {
        this.file = file;
        this.width = width & ~1;
        this.height = height & ~1;
    }

    static Encoder open(Path file, int width, int height, double fps) throws IOException {
        Encoder encoder = new Encoder(file, width, height);
        boolean done = false;
        try {
            encoder.openCodec(fps);
            encoder.openContainer();
            encoder.picture
                    .format(avutil.AV_PIX_FMT_YUV420P)
                    .width(encoder.width)
                    .height(encoder.height);
            encoder.check(avutil.av_frame_get_buffer(encoder.picture, 0));
            done = true;
            return encoder;
        } finally {
            if (!done) {
                encoder.free();
            }
        }
    }

    private void openCodec(double fps) throws IOException {
        String refusal = "none of " + BY_PREFERENCE + " is part of this build of FFmpeg";
        for (String name : BY_PREFERENCE) {
            AVCodec candidate = avcodec.avcodec_find_encoder_by_name(name);
            if (candidate == null || name.equals(H264) && Math.min(width, height) < SHORTEST_SIDE) {
                continue;
            }
            codec = configured(avcodec.avcodec_alloc_context3(candidate), fps);
            int result = avcodec.avcodec_open2(codec, candidate, (AVDictionary) null);
            if (result >= 0) {
                return;
            }
            avcodec.avcodec_free_context(codec);
            refusal = name + " refuses " + width + "x" + height + " pixels: " + Ffmpeg.message(result);
        }
        throw new IOException(file + " cannot be encoded: " + refusal);
    }

    private AVCodecContext configured(AVCodecContext context, double fps) {
        long bits = (long) (BITS_PER_PIXEL * width * height * fps);
        context.width(width).height(height).pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        context.time_base().num(1).den(TICKS);
        context.framerate()
                .num((int) Math.max(1, Math.round(fps * RATE_PRECISION)))
                .den(RATE_PRECISION);
        context.bit_rate(Math.min(MOST_BITS, Math.max(LEAST_BITS, bits)));
        context.gop_size((int) Math.max(1, Math.ceil(KEY_FRAME_SECONDS * fps)));
        context.max_b_frames(0);
        context.thread_count(1);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        boolean hd = ToI420.bt709(height);
        context.color_range(avutil.AVCOL_RANGE_MPEG);
        context.colorspace(hd ? avutil.AVCOL_SPC_BT709 : avutil.AVCOL_SPC_SMPTE170M);
        context.color_primaries(hd ? avutil.AVCOL_PRI_BT709 : avutil.AVCOL_PRI_SMPTE170M);
        context.color_trc(hd ? avutil.AVCOL_TRC_BT709 : avutil.AVCOL_TRC_SMPTE170M);
        return context;
    }

    private void openContainer() throws IOException {
        BytePointer address = Ffmpeg.utf8("file:" + file.toAbsolutePath());
        check(avformat.avformat_alloc_output_context2(container, null, Ffmpeg.utf8("mp4"), address));
        AVStream stream = avformat.avformat_new_stream(container, null);
        check(avcodec.avcodec_parameters_from_context(stream.codecpar(), codec));
        stream.time_base().num(1).den(TICKS);
        stream.avg_frame_rate(codec.framerate());
        AVIOContext io = new AVIOContext(null);
        check(avformat.avio_open2(io, address, avformat.AVIO_FLAG_WRITE, null, (AVDictionary) null));
        container.pb(io);
        AVDictionary options = Ffmpeg.dictionary(Map.of("movflags", "+faststart"));
        try {
            check(avformat.avformat_write_header(container, options));
            headed = true;
        } finally {
            avutil.av_dict_free(options);
        }
    }

    /** Points to the samples of a plane of the next picture; they must stay until it is written. */
    void source(int plane, ByteBuffer samples, int stride) {
        held[plane] = samples;
        source.data(plane, new BytePointer(samples.duplicate().clear()));
        source.linesize(plane, stride);
    }

    /** Converts, encodes and writes the picture that the source points to. */
    void write(int format, long mediaNanos) throws IOException {
        if (lastTick < 0) {
            firstNanos = mediaNanos;
        }
        long nanos = mediaNanos - firstNanos;
        long tick = nanos / NANOS * TICKS + nanos % NANOS * TICKS / NANOS;
        if (tick <= lastTick) {
            throw new IllegalArgumentException(
                    "a picture at " + mediaNanos + " ns is not later than the one before it in " + file);
        }
        lastTick = tick;
        check(avutil.av_frame_make_writable(picture));
        if (!converter.convert(source, format, picture)) {
            throw new IOException(file + ": pictures of FFmpeg's format " + format + " cannot be converted");
        }
        picture.pts(tick);
        encode(picture);
    }

    private void encode(@Nullable AVFrame next) throws IOException {
        check(avcodec.avcodec_send_frame(codec, next));
        while (avcodec.avcodec_receive_packet(codec, packet) >= 0) {
            avcodec.av_packet_rescale_ts(
                    packet, codec.time_base(), container.streams(0).time_base());
            packet.stream_index(0);
            check(avformat.av_interleaved_write_frame(container, packet));
        }
    }

    void close() throws IOException {
        try {
            encode(null);
            headed = false;
            check(avformat.av_write_trailer(container));
        } finally {
            free();
        }
    }

    private void check(int result) throws IOException {
        if (result < 0) {
            throw new IOException(file + " cannot be written: " + Ffmpeg.message(result)
                    + "; check that the folder may be written to and that there is room on the disk");
        }
    }

    private void free() {
        avutil.av_frame_free(picture);
        for (int p = 0; p < MOST_PLANES; p++) {
            source.data(p, null);
        }
        avutil.av_frame_free(source);
        avcodec.av_packet_free(packet);
        if (!codec.isNull()) {
            avcodec.avcodec_free_context(codec);
        }
        converter.close();
        if (!container.isNull()) {
            AVIOContext io = container.pb();
            if (headed) {
                avformat.av_write_trailer(container); // frees what the header took
            }
            if (io != null && !io.isNull()) {
                avformat.avio_closep(io);
            }
            avformat.avformat_free_context(container);
        }
    }
}
