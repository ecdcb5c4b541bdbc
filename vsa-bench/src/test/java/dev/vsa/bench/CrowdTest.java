package dev.vsa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.bench.mot.MotBox;
import dev.vsa.bench.mot.MotScore;
import dev.vsa.bench.mot.TrackerRun;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tracker in seeded crowds: far from what it reaches, near enough to notice when it breaks. */
class CrowdTest {

    @ParameterizedTest
    @CsvSource({"20, 1, 3", "20, 2, 6", "100, 1, 10"})
    void numbersStayWithPeopleAtAnyFrameRate(int people, int step, int mostSwitches) {
        Crowd crowd = new Crowd(people, 250, 11);
        TrackerRun run = new TrackerRun(Crowd.WIDTH, Crowd.HEIGHT, Crowd.FPS, step);
        List<MotBox> truth = run.sample(crowd.truth());

        MotScore score = MotScore.of(truth, run.track(run.sample(crowd.detections()), crowd.frames()));

        assertThat(score.clear().switches()).as(score.toString()).isLessThanOrEqualTo(mostSwitches);
        assertThat(score.clear().recall()).as(score.toString()).isGreaterThan(0.9);
        assertThat(score.hota().hota()).as(score.toString()).isGreaterThan(0.8);
    }
}
