package dev.vsa.source;

import dev.vsa.frame.Frame;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bounded number of pictures that can be leased at a time. A holder is taken, filled with a reference to the decoder's
 * picture, and leased as a {@link Frame}; the last lease given back empties it and puts it back here, or frees it when the
 * pool has been closed meanwhile. {@link #take} and {@link #close} belong to the owning thread; leases end on any.
 */
final class FramePool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FramePool.class);
    private static final long LOOK_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final String owner;
    private final int size;
    private final ArrayBlockingQueue<Holder> free;
    private final Map<Holder, Frame> leased = new ConcurrentHashMap<>();
    private final boolean traced = Boolean.getBoolean("dev.vsa.leakReport");
    private volatile boolean closed;

    FramePool(String owner, int size) {
        this.owner = owner;
        this.size = size;
        this.free = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            free.add(new Holder(avutil.av_frame_alloc()));
        }
    }

    /** A free holder, or null if there is none. */
    @Nullable Holder take() {
        return free.poll();
    }

    /** A free holder, or null if none became free in time. */
    @Nullable Holder take(Deadline deadline) {
        Holder holder = free.poll();
        try {
            while (holder == null && !deadline.over()) {
                holder = free.poll(Math.min(LOOK_UP_NANOS, Math.max(1, deadline.leftNanos())), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            deadline.interrupt();
        }
        return holder;
    }

    /** Tells that no holder is free and, where it was asked for, who has them. */
    void reportExhausted() {
        LOG.warn(
                "{}: all {} frames are leased; frames that are held on to must be given back{}",
                owner,
                size,
                traced ? "" : " (-Ddev.vsa.leakReport=true tells who has them)");
        reportLeases("none free");
    }

    private void reportLeases(String when) {
        leased.values().forEach(frame -> LOG.warn("{}: {}: still leased: {}", owner, when, frame.leaseTrail()));
    }

    @Override
    public void close() {
        closed = true;
        reportLeases("closed");
        freeAll();
    }

    private void giveBack(Holder holder) {
        leased.remove(holder);
        if (!holder.keepsMemory) {
            avutil.av_frame_unref(holder.picture);
        }
        free.add(holder);
        if (closed) {
            freeAll();
        }
    }

    private void freeAll() {
        Holder holder;
        while ((holder = free.poll()) != null) {
            avutil.av_frame_free(holder.picture);
        }
    }

    /** Holds a reference to a picture of the decoder, or a picture of its own for converted ones. */
    final class Holder {

        final AVFrame picture;
        private boolean keepsMemory;

        private Holder(AVFrame picture) {
            this.picture = picture;
        }

        /** Takes the reference over from another frame. */
        void moveFrom(AVFrame decoded) {
            avutil.av_frame_unref(picture);
            avutil.av_frame_move_ref(picture, decoded);
            keepsMemory = false;
        }

        /**
         * Memory for a picture of this shape, kept from lease to lease as long as the shape stays.
         *
         * @return 0, or FFmpeg's error
         */
        int allocate(int format, int width, int height) {
            if (keepsMemory && picture.format() == format && picture.width() == width && picture.height() == height) {
                return 0;
            }
            avutil.av_frame_unref(picture);
            picture.format(format).width(width).height(height);
            int result = avutil.av_frame_get_buffer(picture, 0);
            keepsMemory = result == 0;
            return result;
        }

        /** Leases what this holder holds. */
        Frame lease(Frame.Layout layout, long mediaNanos, long wallNanos) {
            List<ByteBuffer> planes = new ArrayList<>(layout.format().planes());
            for (int p = 0; p < layout.format().planes(); p++) {
                BytePointer samples = picture.data(p);
                planes.add(samples.capacity(layout.planeBytes(p)).asByteBuffer());
            }
            Frame frame = Frame.wrap(layout, planes, mediaNanos, wallNanos, () -> giveBack(this));
            if (traced) {
                leased.put(this, frame);
            }
            return frame;
        }

        /** Puts the holder back unused. */
        void giveBackUnused() {
            giveBack(this);
        }
    }
}
