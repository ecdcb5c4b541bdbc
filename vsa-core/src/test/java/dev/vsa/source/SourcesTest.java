package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vsa.frame.FrameSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "rtsp://u:p@cam/1,true",
        "http://cam/mjpg,true",
        "http://cam/live.m3u8,true",
        "https://server/a.MP4?x=1,false",
        "http://server/a.mkv,false",
        "srt://cam:9000,true",
        "nowhere.mp4,false"
    })
    void aTextIsTakenByItsLooks(String text, boolean live) {
        try (FrameSource source = Sources.of(text)) {
            assertThat(source.live()).isEqualTo(live);
            assertThat(source.name()).doesNotContain("u:p");
        }
    }

    @Test
    void aFolderIsAnImageSequence() throws IOException {
        Files.createDirectory(folder.resolve("pictures"));
        try (FrameSource source = Sources.of(folder.resolve("pictures").toString())) {
            assertThat(source).isInstanceOf(ImageSource.class);
        }
    }

    @Test
    void aFileWhoseNameLooksLikeAnAddressIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("rtsp:x"));
        try (FrameSource source = Sources.of(file.toString())) {
            assertThat(source.name()).isEqualTo(file.toString());
        }
    }

    @Test
    void aFileAddressIsAPath() {
        Path file = folder.resolve("a b.mp4");
        try (FrameSource source = Sources.of(file.toUri().toString())) {
            assertThat(source.name()).isEqualTo(file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "rtps://user:secret@cam/1", "rtsp:/user:secret@cam/1"})
    void whatIsNothingOfTheKindIsRefusedWithoutShowingSecrets(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.of(text))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
}
