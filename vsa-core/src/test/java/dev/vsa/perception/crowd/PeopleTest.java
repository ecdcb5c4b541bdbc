package dev.vsa.perception.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final People people = new People();

    private void add(double x, double feet, double height, double confidence) {
        float width = (float) (0.2 * height);
        people.add((float) x - width, (float) (feet - height), (float) x + width, (float) feet, (float) confidence);
    }

    @Test
    void oneWhoIsSeenTwiceIsOnePerson() {
        add(0.5, 0.8, 0.2, 0.4);
        add(0.505, 0.79, 0.19, 0.7);
        add(0.2, 0.8, 0.2, 0.3);

        people.mergeDoubles();

        assertThat(people.size()).isEqualTo(2);
        assertThat(people.x(0)).isCloseTo(0.505, within(1e-6));
    }

    @Test
    void halfAPersonWithinAWholeOneIsNobody() {
        add(0.5, 0.8, 0.3, 0.8);
        add(0.5, 0.65, 0.12, 0.5);

        people.mergeDoubles();

        assertThat(people.size()).isEqualTo(1);
    }

    @Test
    void conesAmongPersonsAreDroppedAndChildrenStay() {
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            double feet = 0.4 + 0.55 * random.nextDouble();
            add(random.nextDouble(), feet, 0.3 * feet * (0.9 + 0.2 * random.nextDouble()), 0.3);
        }
        add(0.3, 0.9, 0.3 * 0.9 * 0.7, 0.3);
        add(0.6, 0.9, 0.05, 0.3);
        Perspective perspective = new Perspective();
        perspective.fit(people);

        people.dropDwarfs(perspective, 0.6, 0.5);

        assertThat(people.size()).isEqualTo(21);
    }

    @Test
    void ofAHandfulNobodyIsDroppedForHisHeight() {
        add(0.3, 0.9, 0.3, 0.3);
        add(0.6, 0.9, 0.05, 0.3);
        Perspective perspective = new Perspective();
        perspective.fit(people);

        people.dropDwarfs(perspective, 0.6, 0.5);

        assertThat(people.size()).isEqualTo(2);
    }
}
