package dev.vsa.examples.embedding;

import dev.vsa.config.CameraConfig;
import dev.vsa.detectors.zoneintrusion.ZoneIntrusionParameters;
import dev.vsa.detectors.zoneintrusion.ZoneIntrusionProvider;
import dev.vsa.engine.Camera;
import dev.vsa.engine.Engine;
import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.geometry.Zone;
import dev.vsa.source.PushSource;
import dev.vsa.spi.AlertSink;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * A video management system that decodes by itself and pushes its own frames. It has one of these for each camera.
 *
 * <p>Alerts come on a thread of the engine. {@link #picture} may be called on the decoder's thread: it never waits, and where
 * the analysis cannot keep up the newest frame wins.
 */
public final class PushExample implements AutoCloseable {

    private final PushSource source = PushSource.live("host's decoder");
    private final Engine engine = Engine.create();
    private final Camera camera;

    /**
     * Starts to watch.
     *
     * @param forbidden where nobody may be
     * @param sink receives the alerts
     */
    public PushExample(Zone forbidden, AlertSink sink) {
        CameraConfig config = CameraConfig.builder("pushed", () -> source)
                .zone(forbidden)
                .rule(new ZoneIntrusionProvider(), ZoneIntrusionParameters.in(forbidden))
                .build();
        camera = engine.start(config, sink);
    }

    /**
     * Takes a decoded picture without copying it.
     *
     * @param nv12 the picture's shape
     * @param y luma, one byte a pixel
     * @param uv chroma, U and V in turn at half the width and height
     * @param mediaNanos the picture's time on the stream's own clock
     * @param giveBack run once the library has no more use for the buffers, on any thread
     * @return whether it was taken
     * @throws IllegalArgumentException if the shape is not of NV12
     */
    public boolean picture(Frame.Layout nv12, ByteBuffer y, ByteBuffer uv, long mediaNanos, Runnable giveBack) {
        if (nv12.format() != PixelFormat.NV12) {
            throw new IllegalArgumentException("this decoder gives NV12, not " + nv12.format());
        }
        long now = System.currentTimeMillis() * 1_000_000;
        return source.offer(Frame.wrap(nv12, List.of(y, uv), mediaNanos, now, giveBack));
    }

    /** Lets what was pushed be judged, then stops and gives everything back. */
    @Override
    public void close() {
        source.end();
        try {
            camera.await(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            engine.close();
        }
    }
}
