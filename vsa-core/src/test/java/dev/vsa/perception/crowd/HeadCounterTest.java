package dev.vsa.perception.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.geometry.Box;
import dev.vsa.perception.Detections;
import dev.vsa.perception.objects.ObjectDetector;
import dev.vsa.perception.objects.ObjectModel;
import dev.vsa.scene.Detection;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
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
                            assertThat(counter.extract(frame, empty(frame))).isNull());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"I420", "BGR24", "GRAY8"})
    void whereNobodyIsNobodyIsCounted(PixelFormat format) {
        List<Double> counts = new ArrayList<>();
        try (ObjectModel model = ObjectModel.builtIn();
                ObjectDetector eyes = model.detector();
                HeadCounter counter = new HeadCounter(model)) {
            Footage.of(321, 241, 2, 6).format(format).play(frame -> {
                Grid grid = counter.extract(frame, seen(frame, eyes));
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
                ObjectDetector eyes = model.detector();
                HeadCounter counter = new HeadCounter(model)) {
            Footage.of(640, 360, 0.5, 8).act(act).play(frame -> {
                Grid grid = counter.extract(frame, seen(frame, eyes));
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

    @Test
    void whoIsGuessedToBeThereIsNotCountedAndWhoIsSeenIs() {
        List<Double> counts = new ArrayList<>();
        try (ObjectModel model = ObjectModel.builtIn();
                HeadCounter counter = new HeadCounter(model)) {
            Footage.of(640, 480, 1, 1).play(frame -> {
                SceneBuilder scene = new SceneBuilder()
                        .begin("c", frame.mediaNanos(), 0, 4.0 / 3, 480)
                        .track(1, Role.PERSON, "person", 0.8, Sighting.MATCHED)
                        .place(0.1, 0.1, 0.2, 0.5)
                        .track(2, Role.PERSON, "person", 0.8, Sighting.HELD)
                        .place(0.4, 0.1, 0.5, 0.5)
                        .track(3, Role.PERSON, "person", 0.8, Sighting.COASTED)
                        .place(0.6, 0.1, 0.7, 0.5)
                        .detection(new Detection(Role.PERSON, "person", 0.4, new Box(0.8, 0.1, 0.9, 0.5)))
                        .detection(new Detection(Role.PERSON, "person", 0.2, new Box(0.3, 0.1, 0.35, 0.5)))
                        .detection(new Detection(Role.VEHICLE, "car", 0.9, new Box(0.1, 0.6, 0.4, 0.9)));
                Grid grid = counter.extract(frame, scene.build());
                counts.add(grid == null ? -1 : sum(grid));
            });
        }
        assertThat(counts).containsExactly(3.0);
    }

    private static Scene empty(Frame frame) {
        return new SceneBuilder()
                .begin("c", frame.mediaNanos(), 0, frame.layout().aspect(), frame.height())
                .build();
    }

    /** A scene with what the model finds in the whole picture. */
    private static Scene seen(Frame frame, ObjectDetector eyes) {
        Detections found = new Detections();
        eyes.detect(frame, found);
        SceneBuilder scene = new SceneBuilder()
                .begin("c", frame.mediaNanos(), 0, frame.layout().aspect(), frame.height());
        for (int i = 0; i < found.size(); i++) {
            Box box = new Box(found.left(i), found.top(i), found.right(i), found.bottom(i));
            scene.detection(new Detection(found.role(i), found.label(i), found.confidence(i), box));
        }
        return scene.build();
    }
}
