package dev.vsa.engine;

import dev.vsa.record.SceneLogHeader;
import dev.vsa.record.SceneWriter;
import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records what a camera perceives, so that it can be judged again by a {@link Judge} without the pictures. The host closes it
 * after the camera is over; what was recorded until then is safe even if it never does, but for the last seconds.
 *
 * <p>For one camera. Methods are called by the engine; {@link #close()} by the host.
 */
public final class SceneRecorder implements CameraObserver, AutoCloseable {

    private static final int MOST_EARLY = 1000;

    private final Path file;
    private @Nullable CameraFacts facts;
    private @Nullable SceneWriter writer;
    /** What came before the first scene, which tells the picture's shape. */
    private final List<Consumer<SceneWriter>> early = new ArrayList<>();

    /**
     * Creates a recorder.
     *
     * @param file the scene log to write, by convention with the ending {@code .scenes}; replaced at the first scene
     */
    public SceneRecorder(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void starting(CameraFacts camera) {
        facts = camera;
    }

    @Override
    public synchronized void analysed(Observation observation) {
        SceneWriter w = writer;
        if (w == null) {
            w = create(observation.scene());
            writer = w;
            for (Consumer<SceneWriter> item : early) {
                item.accept(w);
            }
            early.clear();
        }
        w.observe(observation.scene());
    }

    @Override
    public synchronized void discontinuity(Discontinuity discontinuity) {
        write(w -> w.discontinuity(discontinuity));
    }

    @Override
    public synchronized void unperceived(long mediaNanos, long wallNanos, String reason) {
        write(w -> w.cannotJudge(mediaNanos, wallNanos, reason));
    }

    private void write(Consumer<SceneWriter> item) {
        if (writer != null) {
            item.accept(writer);
        } else if (early.size() < MOST_EARLY) {
            early.add(item);
        }
    }

    private SceneWriter create(Scene first) {
        CameraFacts camera = facts;
        if (camera == null) {
            throw new IllegalStateException("a recorder is handed to Engine.start as the camera's observer");
        }
        SceneLogHeader header = new SceneLogHeader(
                camera.cameraId(),
                first.aspect(),
                camera.library(),
                camera.model(),
                camera.configuration(),
                camera.needs().tracks(),
                SceneLogHeader.storable(camera.needs().features()));
        try {
            return SceneWriter.create(file, header);
        } catch (IOException e) {
            throw new UncheckedIOException("the scenes cannot be written to " + file + ": " + e, e);
        }
    }

    /** Writes what is held and closes the file. Idempotent. */
    @Override
    public synchronized void close() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
