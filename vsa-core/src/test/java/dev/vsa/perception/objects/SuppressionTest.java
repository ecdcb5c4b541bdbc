package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the definition: take the surest, strike out all of its group that overlap it too much, repeat. */
class SuppressionTest {

    private static final double LIMIT = 0.5;

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,1,2", "2,1,3", "40,3,4", "300,1,5", "300,4,6", "1000,1,7", "1000,9,8", "2048,2,9"})
    void keepsWhatTheDefinitionKeeps(int n, int groups, long seed) {
        Candidates boxes = random(n, groups, new Random(seed));
        assertThat(run(boxes, groups)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(definition(boxes));
    }

    @Test
    void groupsComeOneAfterTheOtherTheSurestFirst() {
        Candidates boxes = random(500, 5, new Random(11));
        List<Integer> kept = run(boxes, 5);
        assertThat(kept)
                .isSortedAccordingTo(Comparator.<Integer>comparingInt(i -> boxes.kind[i])
                        .thenComparing(i -> boxes.score[i], Comparator.reverseOrder()));
    }

    @Test
    void ofTooManyTheSurestAreLookedAt() {
        Candidates boxes = new Candidates();
        for (int i = 0; i < 3 * Suppression.MOST; i++) {
            // Far apart, ever surer.
            boxes.add(10 * i, 0, 10 * i + 1, 1, (i + 1f) / (3 * Suppression.MOST), i % 2);
        }
        assertThat(run(boxes, 2))
                .hasSize(Suppression.MOST)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(2 * Suppression.MOST, 3 * Suppression.MOST)
                        .boxed()
                        .toList());
    }

    @Test
    void equallySureBoxesAreTakenAsTheyCame() {
        Candidates boxes = new Candidates();
        boxes.add(0, 0, 10, 10, 0.5f, 0);
        boxes.add(0, 0, 10, 9, 0.5f, 0);
        assertThat(run(boxes, 1)).containsExactly(0);
    }

    @Test
    void boxesThatJustTouchBothStay() {
        Candidates boxes = new Candidates();
        boxes.add(0, 0, 10, 10, 0.9f, 0);
        boxes.add(10, 0, 20, 10, 0.8f, 0);
        assertThat(run(boxes, 1)).containsExactly(0, 1);
    }

    @Test
    void anOverlapOfExactlyTheLimitIsNotTooMuch() {
        Candidates boxes = new Candidates();
        boxes.add(0, 0, 10, 10, 0.9f, 0);
        boxes.add(0, 0, 10, 5, 0.8f, 0);
        assertThat(run(boxes, 1)).containsExactly(0, 1);
    }

    @Test
    void confidencesAboveOneAreTakenForOne() {
        Candidates boxes = new Candidates();
        boxes.add(0, 0, 10, 10, 1.5f, 0);
        boxes.add(0, 0, 10, 9, 0.4f, 0);
        boxes.add(0, 0, 10, 10, 0.3f, 1);
        assertThat(run(boxes, 2)).containsExactly(0, 2);
    }

    private static Candidates random(int n, int groups, Random random) {
        Candidates boxes = new Candidates();
        List<float[]> places = new ArrayList<>();
        for (int i = 0; i <= n / 6; i++) {
            places.add(new float[] {400 * random.nextFloat(), 300 * random.nextFloat(), 10 + 60 * random.nextFloat()});
        }
        for (int i = 0; i < n; i++) {
            float[] p = places.get(random.nextInt(places.size()));
            float x = p[0] + 8 * (float) random.nextGaussian();
            float y = p[1] + 8 * (float) random.nextGaussian();
            float score = 0.25f + 0.75f * random.nextFloat();
            boxes.add(x, y, x + p[2], y + 2 * p[2], score, random.nextInt(groups));
        }
        return boxes;
    }

    private static List<Integer> run(Candidates boxes, int groups) {
        Suppression suppression =
                new Suppression((float) LIMIT, IntStream.range(0, groups).toArray());
        int kept = suppression.run(boxes);
        return IntStream.range(0, kept).mapToObj(suppression::kept).toList();
    }

    private static List<Integer> definition(Candidates boxes) {
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, boxes.size()).boxed().toList());
        left.sort(Comparator.comparing((Integer i) -> boxes.score[i]).reversed());
        List<Integer> kept = new ArrayList<>();
        while (!left.isEmpty()) {
            int surest = left.remove(0);
            kept.add(surest);
            left.removeIf(i -> boxes.kind[i] == boxes.kind[surest] && boxes.overlap(i, surest) > LIMIT);
        }
        return kept;
    }
}
