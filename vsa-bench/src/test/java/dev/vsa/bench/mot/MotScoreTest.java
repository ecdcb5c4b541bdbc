package dev.vsa.bench.mot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MotScoreTest {

    private static final Offset<Double> ROUNDED = within(0.0005);

    @Test
    void aPerfectTrackerScoresOne() {
        List<MotBox> truth = walk(1, 1, 10);

        MotScore score = MotScore.of(truth, truth);

        assertThat(score.clear().mota()).isEqualTo(1);
        assertThat(score.identity().f1()).isEqualTo(1);
        assertThat(score.hota().hota()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aNumberThatChangesHalfWayIsOneSwitchAndHalfAnIdentity() {
        List<MotBox> found = new ArrayList<>(walk(7, 1, 5));
        found.addAll(walk(8, 6, 10));

        MotScore score = MotScore.of(walk(1, 1, 10), found);

        assertThat(score.clear().switches()).isEqualTo(1);
        assertThat(score.clear().mota()).isCloseTo(0.9, within(1e-9));
        assertThat(score.identity().f1()).isCloseTo(0.5, within(1e-9));
        // Each match shares 5 of the 10 boxes of the object and of the 5 of the number: association 5 / 10.
        assertThat(score.hota().association()).isCloseTo(0.5, within(1e-9));
        assertThat(score.hota().hota()).isCloseTo(Math.sqrt(0.5), within(1e-9));
    }

    @Test
    void anObjectLostAndFoundUnderItsNumberIsAFragmentAndNoSwitch() {
        List<MotBox> found = new ArrayList<>(walk(7, 1, 4));
        found.addAll(walk(7, 7, 10));

        ClearMot clear = MotScore.of(walk(1, 1, 10), found).clear();

        assertThat(clear.switches()).isZero();
        assertThat(clear.fragments()).isEqualTo(1);
        assertThat(clear.misses()).isEqualTo(2);
    }

    @Test
    void aBoxWhereNothingIsCountsAgainstPrecisionOnly() {
        List<MotBox> found = new ArrayList<>(walk(7, 1, 10));
        found.add(box(3, 9, 500));

        ClearMot clear = MotScore.of(walk(1, 1, 10), found).clear();

        assertThat(clear.falsePositives()).isEqualTo(1);
        assertThat(clear.recall()).isEqualTo(1);
        assertThat(clear.mota()).isCloseTo(0.9, within(1e-9));
    }

    /** The figures of py-motmetrics for this file, from its own test data; HOTA by the reference implementation. */
    @Test
    @Tag("shared")
    void agreesWithTheFieldOnTudCampus() throws IOException {
        MotScore score = shared("TUD-Campus");

        assertThat(score.identity().f1()).isCloseTo(0.558, ROUNDED);
        assertThat(score.identity().precision()).isCloseTo(0.730, ROUNDED);
        assertThat(score.identity().recall()).isCloseTo(0.451, ROUNDED);
        assertThat(score.clear().recall()).isCloseTo(0.582, ROUNDED);
        assertThat(score.clear().precision()).isCloseTo(0.941, ROUNDED);
        assertThat(score.clear().mota()).isCloseTo(0.526, ROUNDED);
        assertThat(score.clear().motp()).isCloseTo(0.277, ROUNDED);
        assertThat(score.clear())
                .extracting(
                        ClearMot::objects,
                        ClearMot::mostlyTracked,
                        ClearMot::partlyTracked,
                        ClearMot::mostlyLost,
                        ClearMot::falsePositives,
                        ClearMot::misses,
                        ClearMot::switches,
                        ClearMot::fragments)
                .containsExactly(8, 1, 6, 1, 13, 150, 7, 7);
        assertThat(score.hota().hota()).isCloseTo(0.3914, ROUNDED);
        assertThat(score.hota().detection()).isCloseTo(0.4180, ROUNDED);
        assertThat(score.hota().association()).isCloseTo(0.3691, ROUNDED);
        assertThat(score.hota().localisation()).isCloseTo(0.7701, ROUNDED);
    }

    @Test
    @Tag("shared")
    void agreesWithTheFieldOnTudStadtmitte() throws IOException {
        MotScore score = shared("TUD-Stadtmitte");

        assertThat(score.identity().f1()).isCloseTo(0.645, ROUNDED);
        assertThat(score.identity().precision()).isCloseTo(0.820, ROUNDED);
        assertThat(score.identity().recall()).isCloseTo(0.531, ROUNDED);
        assertThat(score.clear().recall()).isCloseTo(0.609, ROUNDED);
        assertThat(score.clear().precision()).isCloseTo(0.940, ROUNDED);
        assertThat(score.clear().mota()).isCloseTo(0.564, ROUNDED);
        assertThat(score.clear().motp()).isCloseTo(0.346, ROUNDED);
        assertThat(score.clear())
                .extracting(
                        ClearMot::objects,
                        ClearMot::mostlyTracked,
                        ClearMot::partlyTracked,
                        ClearMot::mostlyLost,
                        ClearMot::falsePositives,
                        ClearMot::misses,
                        ClearMot::switches,
                        ClearMot::fragments)
                .containsExactly(10, 5, 4, 1, 45, 452, 7, 6);
        assertThat(score.hota().hota()).isCloseTo(0.3978, ROUNDED);
        assertThat(score.hota().detection()).isCloseTo(0.3923, ROUNDED);
        assertThat(score.hota().association()).isCloseTo(0.4088, ROUNDED);
        assertThat(score.hota().localisation()).isCloseTo(0.7375, ROUNDED);
    }

    private static MotScore shared(String sequence) throws IOException {
        Path folder = MotData.folder().resolve(sequence);
        assumeTrue(Files.isDirectory(folder), folder + " is not here");
        return MotScore.of(MotFile.readTruth(folder.resolve("gt.txt")), MotFile.read(folder.resolve("test.txt")));
    }

    private static List<MotBox> walk(int id, int firstFrame, int lastFrame) {
        List<MotBox> boxes = new ArrayList<>();
        for (int frame = firstFrame; frame <= lastFrame; frame++) {
            boxes.add(box(frame, id, 10 * frame));
        }
        return boxes;
    }

    private static MotBox box(int frame, int id, double left) {
        return new MotBox(frame, id, left, 50, 40, 100, 1, -1, 1);
    }
}
