package dev.vsa.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.engine.Observation;
import dev.vsa.event.Alert;
import dev.vsa.examples.cli.picture.Scenery;
import dev.vsa.examples.cli.report.Entry.Snapshot;
import dev.vsa.frame.Frame;
import dev.vsa.geometry.Box;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DrawingTest {

    private static final long TENTH = 100_000_000L;
    private static final Box BOX = new Box(0.2, 0.4, 0.3, 0.7);

    @TempDir
    Path folder;

    private final AlertBook book = new AlertBook(line -> {});
    private final AtomicInteger released = new AtomicInteger();
    private OutFolder out;

    @BeforeEach
    void makeFolder() {
        out = OutFolder.open(folder.resolve("out"));
    }

    private void show(Drawing drawing, int number, Alert... told) {
        try (Frame frame = Scenery.frame(100, number * TENTH, released::incrementAndGet)) {
            drawing.take(new Observation(frame, Scenery.person(7, BOX, number * TENTH), List.of(told), List.of(told)));
        }
    }

    private Drawing drawing(boolean live, boolean video) {
        return new Drawing(Scenery.camera(), live, video, book, out);
    }

    @Test
    void givesEveryFrameBack() {
        try (Drawing drawing = drawing(false, true)) {
            for (int i = 0; i < 20; i++) {
                show(drawing, i);
            }
        }

        assertThat(released).hasValue(20);
    }

    @Test
    void leavesOutNoFrameOfARecording() {
        Drawing drawing = drawing(false, true);
        for (int i = 0; i < 20; i++) {
            show(drawing, i);
        }
        drawing.close();

        assertThat(drawing.leftOut()).isZero();
        assertThat(out.video()).isNotEmptyFile();
    }

    @Test
    void takesASnapshotOfAnAlertThatIsRaised() throws IOException {
        Alert alert = Scenery.alert(1, 7, BOX, TENTH);
        Drawing drawing = drawing(false, false);
        show(drawing, 1, alert);
        drawing.close();

        Snapshot snapshot = drawing.snapshots().get(alert.id());
        assertThat(snapshot.file()).hasFileName("0001-wrong-way-left.jpg");
        assertThat(ImageIO.read(snapshot.file().toFile()).getWidth()).isEqualTo(Scenery.WIDTH);
    }

    @Test
    void closesUpOnTheSubject() throws IOException {
        Alert alert = Scenery.alert(1, 7, BOX, TENTH);
        Drawing drawing = drawing(false, false);
        show(drawing, 1, alert);
        drawing.close();

        byte[] closeUp =
                Base64.getDecoder().decode(drawing.snapshots().get(alert.id()).closeUp());
        assertThat(ImageIO.read(new ByteArrayInputStream(closeUp)).getHeight()).isEqualTo(300);
    }

    @Test
    void takesSnapshotsOfALiveCameraHoweverBusyItIs() {
        try (Drawing drawing = drawing(true, true)) {
            for (int i = 1; i <= 30; i++) {
                show(drawing, i, Scenery.alert(i, 7, BOX, i * TENTH));
            }
        }

        assertThat(out.snapshots()).isDirectoryContaining("glob:**0030-wrong-way-left.jpg");
    }

    @Test
    void goesOnWhenTheVideoCannotBeWritten() throws IOException {
        Files.createDirectory(out.video());
        Alert alert = Scenery.alert(1, 7, BOX, TENTH);
        Drawing drawing = drawing(false, true);
        show(drawing, 0);
        show(drawing, 1, alert);
        drawing.close();

        assertThat(drawing.trouble()).isPresent();
        assertThat(drawing.snapshots()).containsKey(alert.id());
        assertThat(released).hasValue(2);
    }
}
