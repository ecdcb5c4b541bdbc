package dev.vsa.source;

import dev.vsa.ffmpeg.ToI420;
import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Makes frames of decoded pictures: by reference where the format is one of ours, else converted to I420 by {@link ToI420}.
 * Belongs to the owning thread.
 */
final class Pictures implements AutoCloseable {

    private static final double LEAST_ASPECT = 0.06;
    private static final double MOST_ASPECT = 19;

    private final ToI420 converter = new ToI420();
    private Frame.@Nullable Layout layout;
    private boolean changed;

    /** Whether the last frame's width, height, pixel aspect or format was another one than that of the frame before. */
    boolean changed() {
        return changed;
    }

    /**
     * Moves a decoded picture into a holder and leases it.
     *
     * @return the frame, or null if the picture cannot be converted; the holder has then been given back
     */
    @Nullable Frame lease(AVFrame decoded, FramePool.Holder holder, long mediaNanos, long wallNanos) {
        PixelFormat format = wrappable(decoded);
        if (format != null) {
            holder.moveFrom(decoded);
        } else if (!convert(decoded, holder)) {
            holder.giveBackUnused();
            return null;
        }
        return holder.lease(
                layoutOf(holder.picture, format == null ? PixelFormat.I420 : format), mediaNanos, wallNanos);
    }

    private static @Nullable PixelFormat wrappable(AVFrame picture) {
        PixelFormat format = switch (picture.format()) {
            case avutil.AV_PIX_FMT_YUV420P, avutil.AV_PIX_FMT_YUVJ420P -> PixelFormat.I420;
            case avutil.AV_PIX_FMT_NV12 -> PixelFormat.NV12;
            case avutil.AV_PIX_FMT_GRAY8 -> PixelFormat.GRAY8;
            case avutil.AV_PIX_FMT_BGR24 -> PixelFormat.BGR24;
            default -> null;
        };
        for (int p = 0; format != null && p < format.planes(); p++) {
            if (picture.linesize(p) < format.rowBytes(p, picture.width())) {
                return null; // bottom-up
            }
        }
        return format;
    }

    private boolean convert(AVFrame decoded, FramePool.Holder holder) {
        if (holder.allocate(avutil.AV_PIX_FMT_YUV420P, decoded.width(), decoded.height()) < 0) {
            return false;
        }
        AVFrame target = holder.picture;
        if (!converter.convert(decoded, decoded.format(), target)) {
            return false;
        }
        AVRational aspect = decoded.sample_aspect_ratio();
        target.sample_aspect_ratio().num(aspect.num()).den(aspect.den());
        return true;
    }

    private Frame.Layout layoutOf(AVFrame picture, PixelFormat format) {
        double aspect = pixelAspect(picture.sample_aspect_ratio());
        Frame.Layout last = layout;
        if (last != null && sameShape(last, picture, format, aspect)) {
            changed = false;
            if (sameStrides(last, picture)) {
                return last;
            }
        } else {
            changed = last != null;
        }
        List<Integer> strides = new ArrayList<>();
        for (int p = 0; p < format.planes(); p++) {
            strides.add(picture.linesize(p));
        }
        layout = new Frame.Layout(format, picture.width(), picture.height(), strides, aspect);
        return layout;
    }

    private static boolean sameShape(Frame.Layout a, AVFrame b, PixelFormat format, double aspect) {
        return a.format() == format && a.width() == b.width() && a.height() == b.height() && a.pixelAspect() == aspect;
    }

    private static boolean sameStrides(Frame.Layout a, AVFrame b) {
        for (int p = 0; p < a.format().planes(); p++) {
            if (a.strides().get(p) != b.linesize(p)) {
                return false;
            }
        }
        return true;
    }

    private static double pixelAspect(AVRational aspect) {
        double value = aspect.den() == 0 ? 1 : (double) aspect.num() / aspect.den();
        return value > LEAST_ASPECT && value < MOST_ASPECT ? value : 1;
    }

    @Override
    public void close() {
        converter.close();
    }
}
