package dev.vsa.testkit;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.PixelFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Simulated pictures of a fixed camera: acts painted one over another, with the grain of a sensor. The same seed gives the same
 * pictures. What is measured on them is a simulated figure and must be called so.
 *
 * <p>Acts paint in picture heights, so that the same play can be filmed at any size: y runs from 0 at the top to 1 at the bottom,
 * x from 0 at the left to {@link #aspect()} at the right.
 */
public final class Footage {

    private final int width;
    private final int height;
    private final double fps;
    private final double seconds;
    private final List<Act> acts = new ArrayList<>();
    private PixelFormat format = PixelFormat.I420;
    private double grain = 2;
    private long seed = 1;

    /** Something that is seen. */
    @FunctionalInterface
    public interface Act {

        /**
         * Paints what is seen at a moment.
         *
         * @param g where to, in picture heights; its transform and paint may be changed freely
         * @param seconds since the first frame
         */
        void paint(Graphics2D g, double seconds);

        /**
         * The same act during a stretch of time only.
         *
         * @param from its first second
         * @param to the first second after it
         */
        default Act between(double from, double to) {
            return (g, seconds) -> {
                if (seconds >= from && seconds < to) {
                    paint(g, seconds);
                }
            };
        }
    }

    private Footage(int width, int height, double fps, double seconds) {
        this.width = width;
        this.height = height;
        this.fps = fps;
        this.seconds = seconds;
    }

    /**
     * Begins a play before a mid-grey background.
     *
     * @param width pixels
     * @param height pixels
     * @param fps frames a second
     * @param seconds how long
     */
    public static Footage of(int width, int height, double fps, double seconds) {
        return new Footage(width, height, fps, seconds);
    }

    /** Adds an act, in front of those before it. */
    public Footage act(Act act) {
        acts.add(act);
        return this;
    }

    /** Chooses the format of the frames: I420 unless told otherwise; GRAY8 and BGR24 are the others. */
    public Footage format(PixelFormat value) {
        format = value;
        return this;
    }

    /** Chooses the standard deviation of the sensor's noise, in levels of 255; 2 unless told otherwise. */
    public Footage grain(double levels) {
        grain = levels;
        return this;
    }

    /** Chooses the noise. */
    public Footage seed(long value) {
        seed = value;
        return this;
    }

    /** Width over height. */
    public double aspect() {
        return (double) width / height;
    }

    /** Frames in all. */
    public int frames() {
        return (int) Math.floor(seconds * fps);
    }

    /**
     * Plays it. Each frame is valid during the call only.
     *
     * @param to receives the frames; the first has media time 0
     */
    public void play(Consumer<Frame> to) {
        Camera camera = new Camera();
        for (int i = 0; i < frames(); i++) {
            try (Frame frame = camera.shoot(i)) {
                to.accept(frame);
            }
        }
    }

    /** The picture at a moment, to be looked at. */
    public BufferedImage picture(double second) {
        Camera camera = new Camera();
        camera.paint(second);
        return camera.image;
    }

    /** It as a recording that a camera can be set to. */
    public FrameSource source() {
        return new Source();
    }

    private final class Camera {

        private final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        private final int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        private final Random random = new Random(seed);

        Frame shoot(int index) {
            paint(index / fps);
            for (int i = 0; i < pixels.length && grain > 0; i++) {
                int noise = (int) Math.round(random.nextGaussian() * grain);
                int rgb = pixels[i];
                pixels[i] = clip((rgb >> 16 & 0xff) + noise) << 16
                        | clip((rgb >> 8 & 0xff) + noise) << 8
                        | clip((rgb & 0xff) + noise);
            }
            Frame.Layout layout = Frame.Layout.packed(format, width, height);
            return Frame.wrap(layout, planes(), Math.round(index / fps * 1e9), 0, () -> {});
        }

        void paint(double second) {
            Graphics2D g = image.createGraphics();
            try {
                g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                g.setColor(new Color(110, 110, 110));
                g.fillRect(0, 0, width, height);
            } finally {
                g.dispose();
            }
            for (Act act : acts) {
                Graphics2D own = image.createGraphics();
                try {
                    own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                    own.scale(height, height);
                    act.paint(own, second);
                } finally {
                    own.dispose();
                }
            }
        }

        private List<ByteBuffer> planes() {
            return switch (format) {
                case GRAY8 -> List.of(luma(0, 1));
                case BGR24 -> List.of(bgr());
                case I420 ->
                    List.of(luma(16, 219 / 255.0), chroma(-0.148, -0.291, 0.439), chroma(0.439, -0.368, -0.071));
                default -> throw new IllegalArgumentException("footage cannot be filmed as " + format);
            };
        }

        /** BT.601. */
        private ByteBuffer luma(int black, double range) {
            ByteBuffer plane = ByteBuffer.allocateDirect(pixels.length);
            for (int i = 0; i < pixels.length; i++) {
                int rgb = pixels[i];
                double y = 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
                plane.put(i, (byte) clip((int) Math.round(black + y * range)));
            }
            return plane;
        }

        private ByteBuffer chroma(double red, double green, double blue) {
            int columns = (width + 1) / 2;
            int rows = (height + 1) / 2;
            ByteBuffer plane = ByteBuffer.allocateDirect(columns * rows);
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++) {
                    double sum = 0;
                    for (int k = 0; k < 4; k++) {
                        int column = Math.min(width - 1, 2 * x + k % 2);
                        int rgb = pixels[Math.min(height - 1, 2 * y + k / 2) * width + column];
                        sum += red * (rgb >> 16 & 0xff) + green * (rgb >> 8 & 0xff) + blue * (rgb & 0xff);
                    }
                    plane.put(y * columns + x, (byte) clip((int) Math.round(128 + sum / 4)));
                }
            }
            return plane;
        }

        private ByteBuffer bgr() {
            ByteBuffer plane = ByteBuffer.allocateDirect(3 * pixels.length);
            for (int i = 0; i < pixels.length; i++) {
                plane.put(3 * i, (byte) pixels[i]);
                plane.put(3 * i + 1, (byte) (pixels[i] >> 8));
                plane.put(3 * i + 2, (byte) (pixels[i] >> 16));
            }
            return plane;
        }

        private static int clip(int level) {
            return Math.max(0, Math.min(255, level));
        }
    }

    private final class Source implements FrameSource {

        private final Camera camera = new Camera();
        private int next;
        private volatile boolean interrupted;

        @Override
        public boolean live() {
            return false;
        }

        @Override
        public String name() {
            return "simulated footage";
        }

        @Override
        public void open() {}

        @Override
        public Outcome next() {
            if (interrupted) {
                return new Outcome.Lost("interrupted");
            }
            return next < frames() ? new Outcome.Delivered(camera.shoot(next++)) : new Outcome.End();
        }

        @Override
        public void interrupt() {
            interrupted = true;
        }

        @Override
        public void close() {}
    }
}
