package dev.vsa.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.config.CameraConfig;
import dev.vsa.event.Blindness;
import dev.vsa.frame.FrameSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertLogTest {

    private static final ClipLabel LABEL = new Cases().lasting(30).run("clip").label();
    private static final LabelRules.Plan PLAN = new LabelRules.Plan(
            CameraConfig.builder("clip", AlertLogTest::noSource), Map.of("rule", "weapon"), List.of());

    private final AlertLog log = new AlertLog();

    private static FrameSource noSource() {
        throw new AssertionError("no source is needed");
    }

    @Test
    void everyValueOfAnAlertIsKept() {
        Cases cases = new Cases().alert("1", Cases.DOWN, "frame", 3).alert("2", Cases.DOWN, "frame", 4);
        cases.alerts().forEach(log::alert);

        assertThat(log.run("clip", LABEL, PLAN).alerts()).isEqualTo(cases.alerts());
    }

    @Test
    void aStretchOfBlindnessLastsFromItsBeginningToItsEnd() {
        blind("frame", 5, 5, false);
        blind("frame", 5, 12, true);

        assertThat(log.run("clip", LABEL, PLAN).blindS()).containsExactly(Map.entry("weapon", 7.0));
    }

    @Test
    void stretchesAtOnceAtTwoZonesCountOnce() {
        blind("a", 5, 12, true);
        blind("b", 8, 15, true);

        assertThat(log.run("clip", LABEL, PLAN).blindS()).containsExactly(Map.entry("weapon", 10.0));
    }

    @Test
    void aStretchWhoseEndWasNeverToldLastsToTheEndOfTheClip() {
        blind("frame", 25, 25, false);

        assertThat(log.run("clip", LABEL, PLAN).blindS()).containsExactly(Map.entry("weapon", 5.0));
    }

    private void blind(String place, double from, double to, boolean over) {
        log.blindness(new Blindness("clip", "rule", place, "dark", Cases.nanos(from), Cases.nanos(to), over));
    }
}
