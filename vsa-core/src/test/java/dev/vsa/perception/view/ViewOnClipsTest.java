package dev.vsa.perception.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.CameraView;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Table;
import dev.vsa.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** On real clips, each of which a person can see well: nothing is said, night and infrared included. Skipped where there are none. */
class ViewOnClipsTest {

    /** Debian's opencv-doc, where it is installed. */
    private static final Path VTEST = Path.of("/usr/share/doc/opencv-doc/examples/data/vtest.avi");

    @Tag("shared")
    @TestFactory
    Stream<DynamicTest> sharedClipsAreSeenWell() throws IOException {
        Path clips = clips();
        assumeTrue(Files.isDirectory(clips), "no clips at " + clips);
        try (Stream<Path> files = Files.walk(clips)) {
            return files.filter(file -> file.toString().endsWith(".mp4")).sorted().toList().stream()
                    .map(clip -> DynamicTest.dynamicTest(
                            clip.getFileName().toString(),
                            () -> assertThat(said(clip)).isEmpty()));
        }
    }

    @Test
    void streetCornerIsSeenWell() {
        assumeTrue(Files.isRegularFile(VTEST), "no " + VTEST);
        assertThat(said(VTEST)).isEmpty();
    }

    /** At most every 75 ms, as a camera analyses. */
    private static List<String> said(Path clip) {
        Luma luma = new Luma();
        ViewExtractor view = new ViewExtractor(luma);
        SceneBuilder builder = new SceneBuilder();
        List<String> said = new ArrayList<>();
        long last = Long.MIN_VALUE / 2;
        try (FrameSource source = Sources.file(clip)) {
            source.open();
            while (source.next() instanceof Outcome.Delivered delivered) {
                try (Frame frame = delivered.frame()) {
                    if (frame.mediaNanos() - last >= 75_000_000L) {
                        last = frame.mediaNanos();
                        luma.load(frame);
                        Scene scene = builder.begin(
                                        "a", last, last, frame.layout().aspect(), frame.height())
                                .lend();
                        Table rows = view.extract(frame, scene);
                        for (int row = 0; rows != null && row < rows.rows(); row++) {
                            said.add(last * 1e-9 + " s: " + CameraView.condition(rows, row));
                        }
                    }
                }
            }
        }
        assertThat(last).as("the clip was read").isNotNegative();
        return said;
    }

    private static Path clips() {
        return Optional.ofNullable(System.getProperty("vsa.shared"))
                .or(() -> Optional.ofNullable(System.getenv("VSA_SHARED")))
                .map(Path::of)
                .orElseGet(ViewOnClipsTest::above)
                .resolve("clips");
    }

    private static Path above() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared"))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("shared") : folder.resolve("shared");
    }
}
