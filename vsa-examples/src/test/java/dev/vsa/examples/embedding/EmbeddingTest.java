package dev.vsa.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vsa.event.Alert;
import dev.vsa.examples.cli.Clips;
import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.geometry.Zone;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {

    private static final Frame.Layout SHAPE = Frame.Layout.packed(PixelFormat.NV12, 64, 48);

    @TempDir
    Path folder;

    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private final AtomicInteger given = new AtomicInteger();

    @Test
    void watchesARecordingToItsEnd() throws IOException {
        Path clip = Clips.square(folder.resolve("clip.mp4"), 5);

        assertThatCode(() -> EmbeddingExample.main(clip.toString())).doesNotThrowAnyException();
    }

    @Test
    void givesThePushedBuffersBack() {
        try (PushExample host = new PushExample(Zone.of("all", 0, 0, 1, 0, 1, 1, 0, 1), alerts::add)) {
            for (int i = 0; i < 10; i++) {
                ByteBuffer y = ByteBuffer.allocateDirect(SHAPE.planeBytes(0));
                ByteBuffer uv = ByteBuffer.allocateDirect(SHAPE.planeBytes(1));
                host.picture(SHAPE, y, uv, i * 100_000_000L, given::incrementAndGet);
            }
        }

        assertThat(given).hasValue(10);
        assertThat(alerts).isEmpty();
    }
}
