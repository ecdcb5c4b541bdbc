package dev.vsa.perception.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.Allocation;
import dev.vsa.perception.objects.Pictures;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CropTest {

    private static final int SIDE = 48;

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void coloursComeOutAsTheyWerePainted(PixelFormat format) {
        Crop crop = new Crop(SIDE);
        read(crop, format, g -> {
            g.setColor(new Color(200, 120, 40));
            g.fillRect(0, 0, 1000, 1000);
        });
        boolean grey = format == PixelFormat.GRAY8;
        int luma = (int) Math.round(0.299 * 200 + 0.587 * 120 + 0.114 * 40);
        int middle = SIDE * SIDE / 2 + SIDE / 2;
        assertThat(crop.red()[middle]).isCloseTo(grey ? luma : 200, within(6));
        assertThat(crop.green()[middle]).isCloseTo(grey ? luma : 120, within(6));
        assertThat(crop.blue()[middle]).isCloseTo(grey ? luma : 40, within(6));
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void aRampIsARampStretchedAndShrunk(PixelFormat format) {
        Crop crop = new Crop(SIDE);
        for (double width : new double[] {0.1, 0.4, 0.9}) {
            read(crop, format, 0.05, width, g -> {
                g.setPaint(new GradientPaint(0, 0, Color.BLACK, 320, 0, Color.WHITE));
                g.fillRect(0, 0, 320, 240);
            });
            for (int x = 0; x < SIDE; x++) {
                double expected = 255 * (0.05 + width * (x + 0.5) / SIDE);
                assertThat(crop.green()[10 * SIDE + x]).as("column " + x).isCloseTo((int) expected, within(6));
            }
        }
    }

    @Test
    void outsideThePictureIsBlack() {
        Crop crop = new Crop(SIDE);
        read(crop, PixelFormat.I420, -0.5, 1, g -> {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, 1000, 1000);
        });
        assertThat(crop.red()[SIDE * 10 + SIDE / 2 - 2]).isZero();
        assertThat(crop.red()[SIDE * 10 + SIDE / 2 + 2]).isGreaterThan(250);
        read(crop, PixelFormat.I420, 2, 1, g -> {});
        assertThat(crop.green()).containsOnly(0);
    }

    @Test
    void allocatesNothing() {
        Frame frame = frame(PixelFormat.I420, g -> {});
        Crop crop = new Crop(SIDE);
        assertThat(Allocation.leastOf(i -> crop.read(frame, 0.1, 0.1, 0.5, 0.5), 200, 100))
                .isZero();
        frame.close();
    }

    private static void read(Crop crop, PixelFormat format, Consumer<Graphics2D> paint) {
        read(crop, format, 0.2, 0.5, paint);
    }

    private static void read(Crop crop, PixelFormat format, double left, double width, Consumer<Graphics2D> paint) {
        Arrays.fill(crop.red(), -1);
        try (Frame frame = frame(format, paint)) {
            crop.read(frame, left, 0.1, width, 0.7);
        }
    }

    private static Frame frame(PixelFormat format, Consumer<Graphics2D> paint) {
        BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);
        paint.accept(picture.createGraphics());
        return Pictures.frame(picture, format);
    }
}
