package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.Outcome.Break;
import dev.vsa.frame.SourceException;
import dev.vsa.testkit.FrameSourceContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSourceTest extends FrameSourceContract {

    @TempDir
    private Path folder;

    @Test
    void picturesComeInTheOrderOfTheirNumbers() throws IOException {
        jpeg("img1.jpg", 0);
        jpeg("img10.jpg", 2);
        png("img2.PNG", 1);
        jpeg("img011.jpeg", 3);
        Files.writeString(folder.resolve("readme.txt"), "not a picture");
        Reader reader = Reader.of(Sources.images(folder, 10));
        assertThat(reader.pictures()).containsExactly(0, 1, 2, 3);
        assertThat(reader.millis()).containsExactly(0L, 100L, 200L, 300L);
        assertThat(reader.last).isInstanceOf(Outcome.End.class);
    }

    @Test
    void whatAFileHoldsCountsAndNotItsName() throws IOException {
        png("1.jpg", 5);
        png("2.png", 7);
        jpeg("3.png", 9);
        assertThat(Reader.of(Sources.images(folder, 10)).pictures()).containsExactly(5, 7, 9);
    }

    @Test
    void aDamagedPictureLeavesAHoleAndIsCounted() throws IOException {
        jpeg("1.jpg", 0);
        Files.writeString(folder.resolve("2.jpg"), "no picture at all");
        Files.createFile(folder.resolve("3.jpg"));
        jpeg("4.jpg", 3);
        Reader reader = Reader.of(Sources.images(folder, 25));
        assertThat(reader.millis()).containsExactly(0L, 120L);
        assertThat(reader.frames.get(1).corrupt()).isEqualTo(2);
    }

    @Test
    void aPictureOfAnotherSizeIsTold() throws IOException {
        jpeg("1.jpg", 0);
        write("2.jpg", "mjpeg", avutil.AV_PIX_FMT_YUVJ420P, 32, 0);
        assertThat(Reader.of(Sources.images(folder, 25)).breaks()).containsExactly(Break.PICTURE_CHANGED);
    }

    @Test
    void onlyDamagedPicturesAreALoss() throws IOException {
        Files.writeString(folder.resolve("1.png"), "no");
        assertThat(Reader.of(Sources.images(folder, 25)).last)
                .isEqualTo(new Outcome.Lost("not one of the 1 pictures could be decoded"));
    }

    @Test
    void durationIsKnown() throws IOException {
        jpeg("1.jpg", 0);
        jpeg("2.jpg", 1);
        try (FrameSource source = Sources.images(folder, 4)) {
            source.open();
            assertThat(source.duration()).isEqualTo(Duration.ofMillis(500));
        }
    }

    @Test
    void aFolderWithoutPicturesIsRefused() {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Reader.of(Sources.images(folder, 25)))
                .withMessageContaining("holds no .jpg");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> Reader.of(Sources.images(folder.resolve("none"), 25)))
                .withMessageContaining("no such folder");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, 1001, Double.POSITIVE_INFINITY})
    void ratesThatMakeNoSenseAreRefused(double fps) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sources.images(folder, fps));
    }

    @ParameterizedTest
    @CsvSource({"a,b,-1", "a2,a10,-1", "a02,a2,-1", "a,a1,-1", "7,07,1", "x9y1,x9y2,-1", "00,0,1", "a,a,0"})
    void numbersInNamesCompareByValue(String a, String b, int order) {
        assertThat(Integer.signum(NaturalOrder.compare(a, b))).isEqualTo(order);
        assertThat(Integer.signum(NaturalOrder.compare(b, a))).isEqualTo(-order);
    }

    @Override
    protected FrameSource source() {
        try {
            for (int i = 0; i < 3; i++) {
                jpeg(i + ".jpg", i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sources.images(folder, 25);
    }

    private void jpeg(String name, int number) throws IOException {
        write(name, "mjpeg", avutil.AV_PIX_FMT_YUVJ420P, 64, number);
    }

    private void png(String name, int number) throws IOException {
        write(name, "png", avutil.AV_PIX_FMT_GRAY8, 64, number);
    }

    private void write(String name, String codec, int pixels, int width, int number) throws IOException {
        List<byte[]> packets = TestVideo.of(codec, width, 48)
                .pixels(pixels)
                .frames(1)
                .lumas(i -> TestVideo.luma(number))
                .packets();
        Files.write(folder.resolve(name), packets.get(0));
    }
}
