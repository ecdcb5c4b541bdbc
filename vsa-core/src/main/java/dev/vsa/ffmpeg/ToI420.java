package dev.vsa.ffmpeg;

import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * Converts pictures of any format to I420 of the same size, limited range, in the colours that a picture of that size has by
 * custom: BT.709 from 720 rows on, BT.601 below. Owns what it needs until it is closed. Not thread-safe.
 */
public final class ToI420 implements AutoCloseable {

    private static final int HD_ROWS = 720;
    private static final int ONE = 1 << 16;
    private static final Set<Integer> FULL_RANGE = Set.of(
            avutil.AV_PIX_FMT_YUVJ411P,
            avutil.AV_PIX_FMT_YUVJ420P,
            avutil.AV_PIX_FMT_YUVJ422P,
            avutil.AV_PIX_FMT_YUVJ440P,
            avutil.AV_PIX_FMT_YUVJ444P);

    private @Nullable SwsContext context;
    private int format = avutil.AV_PIX_FMT_NONE;
    private int width;
    private int height;
    private boolean full;

    /** Creates a converter that has nothing yet. */
    public ToI420() {}

    /**
     * Whether a picture that does not say so is in the colours of BT.709, and not of BT.601.
     *
     * @param rows its height in pixels
     */
    public static boolean bt709(int rows) {
        return rows >= HD_ROWS;
    }

    /**
     * Converts.
     *
     * @param source the picture; at least as large as the target, of which only as much is read
     * @param from FFmpeg's pixel format of the source
     * @param target an I420 picture with memory
     * @return whether it could be done
     */
    public boolean convert(AVFrame source, int from, AVFrame target) {
        boolean fullRange = source.color_range() == avutil.AVCOL_RANGE_JPEG;
        SwsContext converter = prepared(from, fullRange, target.width(), target.height());
        return converter != null
                && swscale.sws_scale(
                                converter,
                                source.data(),
                                source.linesize(),
                                0,
                                height,
                                target.data(),
                                target.linesize())
                        == height;
    }

    private @Nullable SwsContext prepared(int from, boolean fullRange, int columns, int rows) {
        if (context != null && format == from && full == fullRange && width == columns && height == rows) {
            return context;
        }
        close();
        format = from;
        full = fullRange;
        width = columns;
        height = rows;
        int to = avutil.AV_PIX_FMT_YUV420P;
        int how = swscale.SWS_BILINEAR;
        context = swscale.sws_getContext(columns, rows, from, columns, rows, to, how, null, null, (DoublePointer) null);
        if (context != null) {
            IntPointer colours =
                    swscale.sws_getCoefficients(bt709(rows) ? swscale.SWS_CS_ITU709 : swscale.SWS_CS_ITU601);
            int range = fullRange || FULL_RANGE.contains(from) ? 1 : 0;
            swscale.sws_setColorspaceDetails(context, colours, range, colours, 0, 0, ONE, ONE);
        }
        return context;
    }

    @Override
    public void close() {
        if (context != null) {
            swscale.sws_freeContext(context);
            context = null;
        }
    }
}
