package dev.vsa.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of one picture, leased.
 *
 * <p><b>Ownership.</b> A frame is born with one lease, held by whoever received it. {@link #retain()} adds a lease, {@link
 * #close()} gives one back; when the last is given back, the release action runs once (it returns the memory to its pool or
 * to the host) and the pixels must not be touched again. Whoever passes a frame on without giving up its own lease retains
 * it first.
 *
 * <p><b>Memory.</b> Planes are read-only buffers, direct wherever the frame comes from a decoder. Row {@code r} of plane
 * {@code p} starts at byte {@code r * stride(p)}.
 *
 * <p><b>Threads.</b> Leases may be taken and given back on any thread. Reading pixels is safe for any number of threads that
 * hold a lease; use absolute {@code get}, not the buffer's position.
 */
public final class Frame implements AutoCloseable {

    private static final int MAX_SIDE = 32_768;
    private static final String LEAK_REPORT = "dev.vsa.leakReport";

    private final Layout layout;
    private final List<ByteBuffer> planes;
    private final long mediaNanos;
    private final long wallNanos;
    private final Runnable release;
    private final AtomicInteger leases = new AtomicInteger(1);
    private final @Nullable List<Throwable> trail =
            Boolean.getBoolean(LEAK_REPORT) ? new CopyOnWriteArrayList<>() : null;

    private Frame(Layout layout, List<ByteBuffer> planes, long mediaNanos, long wallNanos, Runnable release) {
        this.layout = layout;
        this.planes = planes;
        this.mediaNanos = mediaNanos;
        this.wallNanos = wallNanos;
        this.release = release;
        remember("delivered");
    }

    /**
     * The shape of a picture in memory.
     *
     * @param format how the samples lie
     * @param width pixels, 1 to 32,768
     * @param height pixels, 1 to 32,768
     * @param strides bytes from one row to the next, one for each plane, at least the bytes that a row needs
     * @param pixelAspect width of one pixel over its height: 1 for square pixels
     */
    public record Layout(PixelFormat format, int width, int height, List<Integer> strides, double pixelAspect) {

        /**
         * Checks the shape.
         *
         * @throws IllegalArgumentException if a side, a stride or the pixel aspect is out of range
         */
        public Layout {
            strides = List.copyOf(strides);
            if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
                throw new IllegalArgumentException(
                        "a picture of " + width + "x" + height + " pixels; each side must be 1 to " + MAX_SIDE);
            }
            if (strides.size() != format.planes()) {
                throw new IllegalArgumentException(
                        format + " has " + format.planes() + " planes; got " + strides.size() + " strides");
            }
            for (int p = 0; p < strides.size(); p++) {
                if (strides.get(p) < format.rowBytes(p, width)) {
                    throw new IllegalArgumentException("plane " + p + ": stride " + strides.get(p)
                            + " is less than the " + format.rowBytes(p, width) + " bytes of a row");
                }
                if ((long) strides.get(p) * format.rows(p, height) > Integer.MAX_VALUE) {
                    throw new IllegalArgumentException("plane " + p + ": " + format.rows(p, height) + " rows of stride "
                            + strides.get(p) + " are more than a buffer can hold");
                }
            }
            if (!(pixelAspect > 0.05 && pixelAspect < 20)) {
                throw new IllegalArgumentException("pixel aspect " + pixelAspect + " is not between 0.05 and 20");
            }
        }

        /**
         * A shape with square pixels and no padding at the end of rows.
         *
         * @param format how the samples lie
         * @param width pixels
         * @param height pixels
         */
        public static Layout packed(PixelFormat format, int width, int height) {
            Integer[] strides = new Integer[format.planes()];
            for (int p = 0; p < strides.length; p++) {
                strides[p] = format.rowBytes(p, width);
            }
            return new Layout(format, width, height, List.of(strides), 1);
        }

        /** Width over height of the picture as it is meant to be seen. */
        public double aspect() {
            return width * pixelAspect / height;
        }

        /**
         * The bytes that a plane takes; the last row need not be padded.
         *
         * @param plane its index
         */
        public int planeBytes(int plane) {
            return strides.get(plane) * (format.rows(plane, height) - 1) + format.rowBytes(plane, width);
        }
    }

    /**
     * Wraps memory as a frame, without a copy.
     *
     * @param layout the shape
     * @param planes one buffer a plane, from its first sample (index 0), at least {@link Layout#planeBytes} long; they must
     *     not change until {@code release} has run
     * @param mediaNanos the frame's time on the stream's own clock, nanoseconds
     * @param wallNanos the moment at which it was seen, nanoseconds since 1970-01-01T00:00Z
     * @param release run once, on any thread, when the last lease is given back; must not throw
     * @throws IllegalArgumentException if a plane is missing or too short
     */
    public static Frame wrap(
            Layout layout, List<ByteBuffer> planes, long mediaNanos, long wallNanos, Runnable release) {
        if (planes.size() != layout.format().planes()) {
            throw new IllegalArgumentException(
                    layout.format() + " has " + layout.format().planes() + " planes; got " + planes.size());
        }
        ByteBuffer[] views = new ByteBuffer[planes.size()];
        for (int p = 0; p < views.length; p++) {
            if (planes.get(p).capacity() < layout.planeBytes(p)) {
                throw new IllegalArgumentException("plane " + p + " holds "
                        + planes.get(p).capacity() + " bytes; the layout needs " + layout.planeBytes(p));
            }
            // From the first byte to the last, wherever the host's own position and limit stand.
            views[p] = planes.get(p).asReadOnlyBuffer().clear();
        }
        return new Frame(layout, List.of(views), mediaNanos, wallNanos, release);
    }

    /** The shape of the picture. */
    public Layout layout() {
        return layout;
    }

    /** How the samples lie. */
    public PixelFormat format() {
        return layout.format();
    }

    /** Pixels in a row. */
    public int width() {
        return layout.width();
    }

    /** Rows. */
    public int height() {
        return layout.height();
    }

    /**
     * Bytes from one row of a plane to the next.
     *
     * @param plane its index
     */
    public int stride(int plane) {
        return layout.strides().get(plane);
    }

    /**
     * The samples of a plane, read-only. Use absolute reads.
     *
     * @param plane its index
     * @throws IllegalStateException if the last lease has been given back
     */
    public ByteBuffer plane(int plane) {
        if (leases.get() <= 0) {
            throw new IllegalStateException("the frame at " + mediaNanos + " ns was given back");
        }
        return planes.get(plane);
    }

    /** The time of the frame on the stream's own clock, nanoseconds from an arbitrary start; never the wall clock. */
    public long mediaNanos() {
        return mediaNanos;
    }

    /** The moment at which the frame was seen, nanoseconds since 1970-01-01T00:00Z. */
    public long wallNanos() {
        return wallNanos;
    }

    /**
     * Adds a lease.
     *
     * @return this frame
     * @throws IllegalStateException if the last lease has been given back
     */
    public Frame retain() {
        int before;
        do {
            before = leases.get();
            if (before <= 0) {
                throw new IllegalStateException("the frame at " + mediaNanos + " ns was given back");
            }
        } while (!leases.compareAndSet(before, before + 1));
        remember("retained");
        return this;
    }

    /**
     * Gives one lease back. The last one runs the release action.
     *
     * @throws IllegalStateException if there is no lease to give back: somebody closed twice
     */
    @Override
    public void close() {
        remember("given back");
        int left = leases.decrementAndGet();
        if (left == 0) {
            release.run();
        } else if (left < 0) {
            leases.incrementAndGet();
            throw new IllegalStateException("the frame at " + mediaNanos + " ns was given back more often than leased");
        }
    }

    /**
     * Where leases of this frame were taken and given back, in that order, with stack traces; empty unless the process runs
     * with {@code -Ddev.vsa.leakReport=true}.
     */
    public String leaseTrail() {
        if (trail == null) {
            return "";
        }
        return trail.stream()
                .map(t -> t.getMessage()
                        + Arrays.stream(t.getStackTrace())
                                .filter(e -> !e.getClassName().equals(Frame.class.getName()))
                                .map(e -> System.lineSeparator() + "    at " + e)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private void remember(String what) {
        if (trail != null) {
            trail.add(
                    new Throwable(what + " by thread " + Thread.currentThread().getName()));
        }
    }
}
