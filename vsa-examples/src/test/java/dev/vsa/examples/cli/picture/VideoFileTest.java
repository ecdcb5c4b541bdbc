package dev.vsa.examples.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.source.Sources;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoFileTest {

    private static final long TENTH = 100_000_000L;

    @TempDir
    Path folder;

    private static BufferedImage picture(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private String sizeOfFirstFrame(Path file) throws Exception {
        try (FrameSource source = Sources.file(file)) {
            source.open();
            try (Frame frame = ((Outcome.Delivered) source.next()).frame()) {
                return frame.width() + "x" + frame.height();
            }
        }
    }

    @Test
    void isOfTheSizeOfItsFirstPicture() throws Exception {
        Path file = folder.resolve("a.mp4");
        try (VideoFile video = new VideoFile(file, 10)) {
            video.add(picture(320, 240), 0);
            video.add(picture(640, 240), TENTH);
        }

        assertThat(sizeOfFirstFrame(file)).isEqualTo("320x240");
    }

    @Test
    void isNoWiderThanAScreen() throws Exception {
        Path file = folder.resolve("a.mp4");
        try (VideoFile video = new VideoFile(file, 10)) {
            video.add(picture(3840, 2160), 0);
        }

        assertThat(sizeOfFirstFrame(file)).isEqualTo("1280x720");
    }

    @Test
    void makesNoFileWithoutAPicture() throws IOException {
        Path file = folder.resolve("a.mp4");
        new VideoFile(file, 10).close();

        assertThat(file).doesNotExist();
    }

    @Test
    void complainsOnceThatItCannotBeWritten() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.mp4"));
        try (VideoFile video = new VideoFile(file, 10)) {
            assertThatThrownBy(() -> video.add(picture(320, 240), 0)).isInstanceOf(IOException.class);
            assertThatCode(() -> video.add(picture(320, 240), TENTH)).doesNotThrowAnyException();
        }
    }
}
