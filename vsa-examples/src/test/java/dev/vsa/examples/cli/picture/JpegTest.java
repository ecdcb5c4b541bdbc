package dev.vsa.examples.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.geometry.Box;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegTest {

    private static BufferedImage leftWhite(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width / 2; x++) {
                picture.setRGB(x, y, 0xffffff);
            }
        }
        return picture;
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    @Test
    void keepsThePicture() throws IOException {
        BufferedImage back = read(Jpeg.of(leftWhite(64, 32)));

        assertThat(back.getWidth()).isEqualTo(64);
        assertThat(back.getRGB(10, 10) & 0xff).isGreaterThan(240);
        assertThat(back.getRGB(54, 10) & 0xff).isLessThan(15);
    }

    @Test
    void narrowsAWidePictureInProportion() throws IOException {
        BufferedImage narrow = read(Jpeg.narrowed(Jpeg.of(leftWhite(400, 200)), 100));

        assertThat(narrow.getWidth()).isEqualTo(100);
        assertThat(narrow.getHeight()).isEqualTo(50);
    }

    @Test
    void leavesANarrowPictureAsItIs() throws IOException {
        byte[] jpeg = Jpeg.of(leftWhite(64, 32));

        assertThat(Jpeg.narrowed(jpeg, 100)).isSameAs(jpeg);
    }

    @Test
    void closesUpOnAPart() {
        BufferedImage close = Jpeg.closeUp(leftWhite(200, 200), new Box(0.6, 0.2, 0.8, 0.6), 130);

        assertThat(close.getHeight()).isEqualTo(130);
        assertThat(close.getRGB(close.getWidth() / 2, 65) & 0xff).isLessThan(15);
    }

    @Test
    void closesUpOnAPartThatReachesOutOfThePicture() {
        BufferedImage close = Jpeg.closeUp(leftWhite(200, 200), new Box(0.9, 0.9, 1.2, 1.3), 50);

        assertThat(close.getHeight()).isEqualTo(50);
    }
}
