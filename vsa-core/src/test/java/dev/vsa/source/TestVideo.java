package dev.vsa.source;

import dev.vsa.ffmpeg.Ffmpeg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
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

/**
 * Makes videos of plain pictures for tests, of any codec, pixel format and timing. Picture {@code i} has luma {@link #luma}, so
 * that a test knows it again.
 */
final class TestVideo {

    private static final int TICKS = 1_000;
    private static final int LAST = 40;

    private final String codec;
    private final Random random = new Random(7);
    private final int width;
    private final int height;
    private int pixels = avutil.AV_PIX_FMT_YUV420P;
    private int frames = 10;
    private int group = 5;
    private IntUnaryOperator stamps = i -> i * 40;
    private IntUnaryOperator lumas = TestVideo::luma;
    private boolean noisy;
    private boolean fastStart;

    private TestVideo(String codec, int width, int height) {
        this.codec = codec;
        this.width = width;
        this.height = height;
    }

    static TestVideo of(String codec, int width, int height) {
        Ffmpeg.load();
        return new TestVideo(codec, width, height);
    }

    /** The luma of picture {@code i}; the steps are larger than what encoders blur. */
    static int luma(int i) {
        return 40 + i % 18 * 10;
    }

    TestVideo pixels(int format) {
        pixels = format;
        return this;
    }

    TestVideo frames(int count) {
        frames = count;
        return this;
    }

    TestVideo group(int size) {
        group = size;
        return this;
    }

    /** The time of each picture in milliseconds. */
    TestVideo stamps(IntUnaryOperator millis) {
        stamps = millis;
        return this;
    }

    TestVideo lumas(IntUnaryOperator ofPicture) {
        lumas = ofPicture;
        return this;
    }

    /** Every picture different everywhere, so that packets are large; lumas do not hold then. */
    TestVideo noisy() {
        noisy = true;
        return this;
    }

    /** What the encoder makes of each picture, with parameter sets before each key frame. */
    List<byte[]> packets() {
        List<byte[]> packets = new ArrayList<>();
        AVCodecContext context = encoder(false);
        encode(context, packet -> {
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            packets.add(bytes);
        });
        avcodec.avcodec_free_context(context);
        return packets;
    }

    /** Writes the video in the format that the name's ending says. */
    Path write(Path file) {
        AVFormatContext container = new AVFormatContext(null);
        BytePointer name = Ffmpeg.utf8(file.toString());
        check(avformat.avformat_alloc_output_context2(container, null, null, name));
        AVCodecContext context = encoder((container.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0);
        AVStream stream = avformat.avformat_new_stream(container, null);
        check(avcodec.avcodec_parameters_from_context(stream.codecpar(), context));
        stream.time_base().num(1).den(TICKS);
        AVIOContext io = new AVIOContext(null);
        check(avformat.avio_open2(io, name, avformat.AVIO_FLAG_WRITE, null, (AVDictionary) null));
        container.pb(io);
        AVDictionary options = Ffmpeg.dictionary(fastStart ? Map.of("movflags", "+faststart") : Map.of());
        check(avformat.avformat_write_header(container, options));
        avutil.av_dict_free(options);
        encode(context, packet -> {
            packet.duration(LAST);
            avcodec.av_packet_rescale_ts(packet, context.time_base(), stream.time_base());
            check(avformat.av_interleaved_write_frame(container, packet));
        });
        check(avformat.av_write_trailer(container));
        avcodec.avcodec_free_context(context);
        avformat.avio_closep(io);
        avformat.avformat_free_context(container);
        return file;
    }

    /** Writes an MP4 with its index at the front. */
    Path writeFastStart(Path file) {
        fastStart = true;
        return write(file);
    }

    /** Puts files of a format that allows it behind one another. */
    static Path joined(Path target, Path... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path part : parts) {
            all.write(Files.readAllBytes(part));
        }
        return Files.write(target, all.toByteArray());
    }

    private AVCodecContext encoder(boolean globalHeader) {
        AVCodec encoder = avcodec.avcodec_find_encoder_by_name(codec);
        AVCodecContext context = avcodec.avcodec_alloc_context3(encoder);
        context.width(width).height(height).pix_fmt(pixels);
        context.time_base().num(1).den(TICKS);
        context.framerate().num(25).den(1);
        context.gop_size(group);
        context.max_b_frames(0);
        context.bit_rate(1_000_000);
        context.thread_count(1);
        context.strict_std_compliance(avcodec.FF_COMPLIANCE_UNOFFICIAL);
        if (globalHeader) {
            context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        check(avcodec.avcodec_open2(context, encoder, (AVDictionary) null));
        return context;
    }

    private void encode(AVCodecContext context, java.util.function.Consumer<AVPacket> out) {
        AVFrame picture = avutil.av_frame_alloc();
        AVPacket packet = avcodec.av_packet_alloc();
        for (int i = 0; i <= frames; i++) {
            if (i < frames) {
                fill(picture, lumas.applyAsInt(i));
                picture.pts(stamps.applyAsInt(i));
            }
            check(avcodec.avcodec_send_frame(context, i < frames ? picture : null));
            while (avcodec.avcodec_receive_packet(context, packet) >= 0) {
                out.accept(packet);
                avcodec.av_packet_unref(packet);
            }
        }
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(picture);
    }

    private void fill(AVFrame picture, int luma) {
        avutil.av_frame_unref(picture);
        picture.format(pixels).width(width).height(height);
        check(avutil.av_frame_get_buffer(picture, 0));
        int chromaShift = avutil.av_pix_fmt_desc_get(pixels).log2_chroma_h();
        boolean rgb = pixels == avutil.AV_PIX_FMT_RGB24 || pixels == avutil.AV_PIX_FMT_BGR24;
        for (int p = 0; p < 3 && picture.data(p) != null; p++) {
            int rows = p == 0 || rgb ? height : -(-height >> chromaShift);
            Pointer.memset(picture.data(p), p > 0 && !rgb ? 128 : luma, (long) picture.linesize(p) * rows);
        }
        if (noisy) {
            byte[] noise = new byte[picture.linesize(0) * height];
            random.nextBytes(noise);
            picture.data(0).put(noise);
        }
    }

    private static void check(int result) {
        if (result < 0) {
            throw new IllegalStateException(Ffmpeg.message(result));
        }
    }
}
