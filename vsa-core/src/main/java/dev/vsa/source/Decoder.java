package dev.vsa.source;

import dev.vsa.frame.SourceException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Makes pictures of packets. Belongs to the owning thread. */
final class Decoder implements AutoCloseable {

    /** 8192 by 8192: room for 8K, and no room for a forged header that asks for gigabytes. */
    private static final long MOST_PIXELS = 8192L * 8192;

    private final AVCodecContext context;
    private final AVFrame picture = avutil.av_frame_alloc();

    private Decoder(AVCodecContext context) {
        this.context = context;
    }

    /** A decoder for what these parameters say. */
    static Decoder open(Input input, AVCodecParameters parameters, AVRational timeBase) throws SourceException {
        AVCodec codec = avcodec.avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            throw Failures.noDecoder(
                    input, avcodec.avcodec_get_name(parameters.codec_id()).getString());
        }
        Decoder decoder = new Decoder(avcodec.avcodec_alloc_context3(codec));
        int result = avcodec.avcodec_parameters_to_context(decoder.context, parameters);
        decoder.context.pkt_timebase(timeBase);
        return decoder.start(input, codec, result);
    }

    /** A decoder for a kind of picture of which nothing more is known. */
    static Decoder open(Input input, int codecId) throws SourceException {
        AVCodec codec = avcodec.avcodec_find_decoder(codecId);
        if (codec == null) {
            throw Failures.noDecoder(input, avcodec.avcodec_get_name(codecId).getString());
        }
        return new Decoder(avcodec.avcodec_alloc_context3(codec)).start(input, codec, 0);
    }

    private Decoder start(Input input, AVCodec codec, int before) throws SourceException {
        context.thread_count(input.decoding().threads());
        context.thread_type(
                input.live()
                        ? AVCodecContext.FF_THREAD_SLICE
                        : AVCodecContext.FF_THREAD_FRAME | AVCodecContext.FF_THREAD_SLICE);
        context.max_pixels(MOST_PIXELS);
        int result = before < 0 ? before : avcodec.avcodec_open2(context, codec, (AVDictionary) null);
        if (result < 0) {
            close();
            throw Failures.noDecoder(input, codec.name().getString());
        }
        return this;
    }

    /**
     * Hands over a packet, or null to have the last pictures out.
     *
     * @return 0 or FFmpeg's error
     */
    int send(@Nullable AVPacket packet) {
        return avcodec.avcodec_send_packet(context, packet);
    }

    /**
     * Takes the next picture.
     *
     * @return 0 or FFmpeg's error: {@code EAGAIN} if it wants packets first, {@code EOF} after the last
     */
    int receive() {
        return avcodec.avcodec_receive_frame(context, picture);
    }

    /** The picture that was received last; moved on from here, or dropped by {@link #drop}. */
    AVFrame picture() {
        return picture;
    }

    /** Whether parts of the picture are guessed. */
    boolean damaged() {
        return picture.decode_error_flags() != 0 || (picture.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
    }

    void drop() {
        avutil.av_frame_unref(picture);
    }

    /** Shows pictures from now on that lean on others that never came: some streams have no key frame. */
    void showIncomplete() {
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_OUTPUT_CORRUPT);
    }

    @Override
    public void close() {
        avutil.av_frame_free(picture);
        avcodec.avcodec_free_context(context);
    }
}
