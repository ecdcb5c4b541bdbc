package dev.vsa.perception.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.objects.ObjectModel;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.simulation.Crowds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadCounterTest {

    @Test
    void withoutAModelNothingIsCounted() {
        try (HeadCounter counter = new HeadCounter(null)) {
            Footage.of(64, 48, 2, 1)
                    .play(frame ->
                            assertThat(counter.extract(frame, scene(frame))).isNull());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"I420", "BGR24", "GRAY8"})
    void whereNobodyIsNobodyIsCounted(PixelFormat format) {
        List<Double> counts = new ArrayList<>();
        try (ObjectModel model = ObjectModel.builtIn();
                HeadCounter counter = new HeadCounter(model)) {
            Footage.of(321, 241, 2, 6).format(format).play(frame -> {
                Grid grid = counter.extract(frame, scene(frame));
                counts.add(grid == null ? -1 : sum(grid));
            });
        }
        assertThat(counts).hasSize(12).containsOnly(0.0);
    }

    /** Simulated pictures; 640 by 360, as small cameras have it. */
    @ParameterizedTest
    @ValueSource(strings = {"stripes", "foliage", "birds", "seats", "fence", "cars"})
    void whatIsManyAndSmallAndNobodyIsNoCrowd(String what) {
        Footage.Act act = switch (what) {
            case "stripes" -> Crowds.stripes();
            case "foliage" -> Crowds.foliage(3);
            case "birds" -> Crowds.birds(80, 3);
            case "seats" -> Crowds.seats();
            case "fence" -> Crowds.fence();
            default -> Crowds.cars(3);
        };
        List<Double> counts = new ArrayList<>();
        try (ObjectModel model = ObjectModel.builtIn();
                HeadCounter counter = new HeadCounter(model)) {
            Footage.of(640, 360, 0.5, 8).act(act).play(frame -> {
                Grid grid = counter.extract(frame, scene(frame));
                counts.add(grid == null ? -1 : sum(grid));
            });
        }
        assertThat(counts).hasSize(4).allMatch(count -> count >= 0 && count <= 3);
    }

    private static double sum(Grid grid) {
        double sum = 0;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                sum += grid.at(column, row);
            }
        }
        return sum;
    }

    private static Scene scene(Frame frame) {
        return new SceneBuilder()
                .begin("c", frame.mediaNanos(), 0, frame.layout().aspect(), frame.height())
                .build();
    }
}
