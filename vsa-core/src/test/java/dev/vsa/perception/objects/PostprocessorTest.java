package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.model.ModelFile;
import dev.vsa.perception.Detections;
import dev.vsa.scene.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostprocessorTest {

    private static final int PERSON = 0;
    private static final int CAR = 2;
    private static final int BUS = 5;
    private static final int TRUCK = 7;
    private static final int DOG = 16;
    private static final int BACKPACK = 24;
    private static final int SKATEBOARD = 36;

    private final Postprocessor postprocessor =
            new Postprocessor(ModelFile.builtIn().description());
    private final Candidates found = new Candidates();
    private final Detections out = new Detections();

    @Test
    void boxesBecomePartsOfThePicture() {
        found.add(10, 20, 30, 60, 0.7f, PERSON);
        run(100, 200);
        assertThat(List.of(out.left(0), out.top(0), out.right(0), out.bottom(0), out.confidence(0)))
                .containsExactly(0.1f, 0.1f, 0.3f, 0.3f, 0.7f);
    }

    @Test
    void boxesAreCutAtTheEdgesOfThePicture() {
        found.add(-5, -5, 120, 30, 0.7f, PERSON);
        run(100, 200);
        assertThat(List.of(out.left(0), out.top(0), out.right(0))).containsExactly(0f, 0f, 1f);
    }

    @Test
    void boxesOutsideThePictureAreNone() {
        found.add(110, 10, 120, 30, 0.7f, PERSON);
        found.add(10, 10, 10, 30, 0.7f, PERSON);
        run(100, 200);
        assertThat(out.size()).isZero();
    }

    @Test
    void oneVehicleIsThereOnceWhateverItIsCalled() {
        found.add(10, 10, 50, 50, 0.5f, CAR);
        found.add(11, 10, 50, 50, 0.7f, TRUCK);
        found.add(10, 11, 50, 50, 0.6f, BUS);
        run(100, 100);
        assertThat(labels()).containsExactly("truck");
    }

    @Test
    void thingsOfDifferentKindsMayBeInOnePlace() {
        found.add(10, 10, 50, 50, 0.5f, PERSON);
        found.add(10, 10, 50, 50, 0.7f, CAR);
        found.add(10, 10, 50, 50, 0.6f, BACKPACK);
        run(100, 100);
        assertThat(labels()).containsExactlyInAnyOrder("person", "car", "backpack");
    }

    @Test
    void anAnimalInThePlaceOfAPersonIsThatPerson() {
        found.add(10, 10, 50, 50, 0.63f, DOG);
        found.add(10, 12, 50, 50, 0.58f, PERSON);
        run(100, 100);
        assertThat(labels()).containsExactly("person");
    }

    @Test
    void anAnimalBesideItsMasterStays() {
        found.add(10, 10, 30, 80, 0.58f, PERSON);
        found.add(28, 60, 60, 80, 0.63f, DOG);
        run(100, 100);
        assertThat(labels()).containsExactlyInAnyOrder("person", "dog");
    }

    @Test
    void rolesAreThoseOfTheModelsClasses() {
        found.add(10, 10, 20, 20, 0.9f, SKATEBOARD);
        found.add(30, 10, 40, 20, 0.9f, BACKPACK);
        run(100, 100);
        assertThat(IntStream.range(0, out.size()).mapToObj(out::role)).containsExactlyInAnyOrder(Role.OTHER, Role.BAG);
    }

    private void run(int width, int height) {
        postprocessor.apply(found, width, height, out);
    }

    private List<String> labels() {
        return IntStream.range(0, out.size()).mapToObj(out::label).toList();
    }
}
