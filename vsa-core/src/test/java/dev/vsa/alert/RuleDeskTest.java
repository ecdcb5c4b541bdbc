package dev.vsa.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.config.AlertPolicy;
import dev.vsa.event.Alert;
import dev.vsa.event.Alert.Phase;
import dev.vsa.event.Blindness;
import dev.vsa.event.EndCause;
import dev.vsa.event.EventType;
import dev.vsa.event.Explanation;
import dev.vsa.event.NearMiss;
import dev.vsa.event.Provenance;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.scene.Role;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.spi.AlertSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDeskTest {

    private static final String LAWN = "lawn";
    private static final AlertPolicy AT_ONCE =
            new AlertPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5));

    private final List<Alert> alerts = new ArrayList<>();
    private final List<Blindness> blindness = new ArrayList<>();
    private final List<NearMiss> nearMisses = new ArrayList<>();
    private final AlertSink sink = new AlertSink() {
        @Override
        public void alert(Alert alert) {
            alerts.add(alert);
        }

        @Override
        public void blindness(Blindness b) {
            blindness.add(b);
        }

        @Override
        public void nearMiss(NearMiss miss) {
            nearMisses.add(miss);
        }
    };
    private final SceneBuilder builder = new SceneBuilder();

    private RuleDesk desk(AlertPolicy policy) {
        Provenance provenance = new Provenance("d", "1", "", "", "test");
        return new RuleDesk(new RuleDesk.Identity("cam", "rule", EventType.ZONE_INTRUSION, provenance), policy, sink);
    }

    private void scene(RuleDesk desk, double seconds, Consumer<RuleDesk> detector) {
        desk.begin(builder.begin("cam", (long) (seconds * 1e9), 0, 1.5, 576).lend());
        detector.accept(desk);
        desk.finish();
    }

    private static Signal signal(long track, double x) {
        return signal(LAWN, track, x, 1);
    }

    private static Signal signal(String place, long track, double x, double margin) {
        Subject subject = new Subject(track, Role.PERSON, new Box(x, 0.4, x + 0.05, 0.6));
        return new Signal(place, track, 0, margin, List.of(subject), Explanation.of("somebody is there"));
    }

    private List<Phase> phases() {
        return alerts.stream().map(Alert::phase).toList();
    }

    @Test
    void signalIsRaisedAtOnceWithoutConfirmation() {
        scene(desk(AT_ONCE), 1, d -> d.signal(signal(7, 0.2)));

        assertThat(alerts).singleElement().satisfies(a -> {
            assertThat(a.phase()).isEqualTo(Phase.RAISED);
            assertThat(a.id()).isEqualTo("cam/rule/lawn/1");
            assertThat(a.raisedNanos()).isEqualTo(1_000_000_000L);
            assertThat(a.subjects()).extracting(Subject::trackId).containsExactly(7L);
        });
    }

    @Test
    void signalIsRaisedOnlyOnceWhileItHolds() {
        RuleDesk desk = desk(AT_ONCE);
        for (int i = 0; i < 100; i++) {
            scene(desk, i * 0.1, d -> d.signal(signal(7, 0.2)));
        }

        assertThat(phases()).containsExactly(Phase.RAISED);
    }

    @Test
    void confirmationWaitsUntilTheConditionHasHeldLongEnough() {
        RuleDesk desk =
                desk(new AlertPolicy(Duration.ofSeconds(2), Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5)));
        scene(desk, 1, d -> d.signal(signal(7, 0.2)));
        scene(desk, 2, d -> d.margin(LAWN, 7, 1.1));
        assertThat(alerts).isEmpty();

        scene(desk, 3, d -> d.margin(LAWN, 7, 1.1));

        assertThat(phases()).containsExactly(Phase.RAISED);
    }

    @Test
    void unconfirmedSignalThatLapsesIsNeverRaised() {
        RuleDesk desk =
                desk(new AlertPolicy(Duration.ofSeconds(2), Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1)));
        scene(desk, 1, d -> d.signal(signal(7, 0.2)));
        for (double t = 2; t < 10; t += 0.5) {
            scene(desk, t, d -> d.margin(LAWN, 7, 0.4));
        }

        assertThat(alerts).isEmpty();
    }

    @Test
    void alertEndsByRuleWhenTheDetectorEndsIt() {
        RuleDesk desk = desk(AT_ONCE);
        scene(desk, 1, d -> d.signal(signal(7, 0.2)));
        scene(desk, 2, d -> d.end(LAWN, 7, EndCause.RULE));

        assertThat(phases()).containsExactly(Phase.RAISED, Phase.ENDED);
        assertThat(alerts.get(1).endCause()).contains(EndCause.RULE);
    }

    @Test
    void alertEndsAsLostWhenNobodySpeaksOfIt() {
        RuleDesk desk = desk(AT_ONCE);
        scene(desk, 1, d -> d.signal(signal(7, 0.2)));
        scene(desk, 6, d -> {});
        assertThat(alerts).hasSize(1);

        scene(desk, 6.1, d -> {});

        assertThat(alerts.get(1).endCause()).contains(EndCause.LOSS);
    }

    @Test
    void marginBelowOneDoesNotKeepAnAlertOpen() {
        RuleDesk desk = desk(AT_ONCE);
        scene(desk, 1, d -> d.signal(signal(7, 0.2)));
        scene(desk, 4, d -> d.margin(LAWN, 7, 0.9));
        scene(desk, 6.5, d -> d.margin(LAWN, 7, 0.9));

        assertThat(phases()).containsExactly(Phase.RAISED, Phase.ENDED);
    }

    @Test
    void marginOfOneKeepsAnAlertOpen() {
        RuleDesk desk = desk(AT_ONCE);
        scene(desk, 1, d -> d.signal(signal(7, 0.2)));
        for (double t = 2; t < 100; t += 1) {
            scene(desk, t, d -> d.margin(LAWN, 7, 1));
        }

        assertThat(phases()).containsExactly(Phase.RAISED);
    }

    @Test
    void alertEndsAsBlindWhenTheRuleCannotJudgeMeanwhile() {
        RuleDesk desk = desk(AT_ONCE);
        scene(desk, 1, d -> d.signal(signal(7, 0.2)));
        for (double t = 2; t < 9; t += 1) {
            scene(desk, t, d -> d.cannotJudge("frame", "covered"));
        }

        assertThat(alerts.get(1).endCause()).contains(EndCause.BLINDNESS);
    }

    @Test
    void stopEndsEveryOpenAlert() {
        RuleDesk desk = desk(AT_ONCE);
        scene(desk, 1, d -> {
            d.signal(signal(7, 0.2));
            d.signal(signal(8, 0.8));
        });
        desk.stop(EndCause.STOPPED);

        assertThat(phases()).containsExactly(Phase.RAISED, Phase.RAISED, Phase.ENDED, Phase.ENDED);
    }

    @Test
    void neighboursThatBeginTogetherAreOneAlert() {
        RuleDesk desk =
                desk(new AlertPolicy(Duration.ZERO, Duration.ofSeconds(3), Duration.ZERO, Duration.ofSeconds(5)));
        scene(desk, 1, d -> d.signal(signal(7, 0.2)));
        scene(desk, 2, d -> d.signal(signal(8, 0.27)));

        assertThat(phases()).containsExactly(Phase.RAISED, Phase.UPDATED);
        assertThat(alerts.get(1).subjects()).extracting(Subject::trackId).containsExactly(7L, 8L);
    }

    @Test
    void personsFarApartAreTwoAlerts() {
        RuleDesk desk =
                desk(new AlertPolicy(Duration.ZERO, Duration.ofSeconds(3), Duration.ZERO, Duration.ofSeconds(5)));
        scene(desk, 1, d -> d.signal(signal(7, 0.1)));
        scene(desk, 2, d -> d.signal(signal(8, 0.9)));

        assertThat(phases()).containsExactly(Phase.RAISED, Phase.RAISED);
    }

    @Test
    void mergedAlertEndsWithTheLastOfItsOccurrences() {
        RuleDesk desk =
                desk(new AlertPolicy(Duration.ZERO, Duration.ofSeconds(3), Duration.ZERO, Duration.ofSeconds(5)));
        scene(desk, 1, d -> {
            d.signal(signal(7, 0.2));
            d.signal(signal(8, 0.25));
        });
        scene(desk, 2, d -> d.end(LAWN, 7, EndCause.RULE));
        assertThat(phases()).doesNotContain(Phase.ENDED);

        scene(desk, 3, d -> d.end(LAWN, 8, EndCause.RULE));

        assertThat(phases())
                .endsWith(Phase.ENDED)
                .filteredOn(p -> p == Phase.ENDED)
                .hasSize(1);
    }

    @Test
    void sameSubjectDoesNotRaiseAgainWhileCoolingDown() {
        RuleDesk desk =
                desk(new AlertPolicy(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(5)));
        scene(desk, 1, d -> d.signal(signal(7, 0.2)));
        scene(desk, 2, d -> d.end(LAWN, 7, EndCause.RULE));
        scene(desk, 4, d -> d.signal(signal(7, 0.2)));
        scene(desk, 5, d -> d.end(LAWN, 7, EndCause.RULE));

        assertThat(phases()).containsExactly(Phase.RAISED, Phase.ENDED);
    }

    @Test
    void subjectThatStaysBeyondTheCoolDownIsRaisedAgain() {
        RuleDesk desk =
                desk(new AlertPolicy(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(5)));
        scene(desk, 1, d -> d.signal(signal(7, 0.2)));
        scene(desk, 2, d -> d.end(LAWN, 7, EndCause.RULE));
        for (double t = 4; t < 14; t += 0.5) {
            scene(desk, t, d -> d.signal(signal(7, 0.2)));
        }

        assertThat(phases()).containsExactly(Phase.RAISED, Phase.ENDED, Phase.RAISED);
    }

    @Test
    void anotherPersonIsRaisedAtOnceDespiteTheCoolDown() {
        RuleDesk desk =
                desk(new AlertPolicy(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(5)));
        scene(desk, 1, d -> d.signal(signal(7, 0.2)));
        scene(desk, 2, d -> d.end(LAWN, 7, EndCause.RULE));
        scene(desk, 3, d -> d.signal(signal(8, 0.2)));

        assertThat(phases()).containsExactly(Phase.RAISED, Phase.ENDED, Phase.RAISED);
    }

    @Test
    void alertCarriesTheMarginFromBeforeItWasRaised() {
        RuleDesk desk = desk(AT_ONCE);
        scene(desk, 1, d -> d.margin(LAWN, 7, 0.4));
        scene(desk, 2, d -> d.margin(LAWN, 7, 0.8));
        scene(desk, 3, d -> d.signal(signal(7, 0.2)));

        assertThat(alerts.get(0).margin()).extracting("margin").containsExactly(0.4, 0.8, 1.0);
    }

    @Test
    void marginCurveStaysBoundedAndKeepsItsPeak() {
        RuleDesk desk = desk(AT_ONCE);
        for (int i = 0; i < 10_000; i++) {
            double margin = i == 7001 ? 9 : 1.5;
            double t = i * 0.1;
            scene(desk, t, d -> d.signal(signal(LAWN, 7, 0.2, margin)));
        }
        desk.stop(EndCause.STOPPED);

        Alert last = alerts.get(alerts.size() - 1);
        assertThat(last.margin()).hasSizeLessThanOrEqualTo(Alert.MAX_MARGIN_SAMPLES);
        assertThat(last.peakMargin()).isEqualTo(9);
        assertThat(last.margin()).isSortedAccordingTo((a, b) -> Long.compare(a.mediaNanos(), b.mediaNanos()));
    }

    @Test
    void candidateThatNearlyMadeItIsANearMiss() {
        RuleDesk desk = desk(AT_ONCE);
        scene(desk, 1, d -> d.margin(LAWN, 7, 0.9));
        scene(desk, 2, d -> d.margin(LAWN, 7, 0.3));
        scene(desk, 8, d -> {});

        assertThat(nearMisses).singleElement().satisfies(m -> {
            assertThat(m.peakMargin()).isEqualTo(0.9);
            assertThat(m.peakNanos()).isEqualTo(1_000_000_000L);
        });
    }

    @Test
    void hopelessCandidateIsNoNearMiss() {
        RuleDesk desk = desk(AT_ONCE);
        scene(desk, 1, d -> d.margin(LAWN, 7, 0.1));
        scene(desk, 8, d -> {});

        assertThat(nearMisses).isEmpty();
    }

    @Test
    void blindnessIsToldOnceWhenItBeginsAndOnceWhenItEnds() {
        RuleDesk desk = desk(AT_ONCE);
        for (int t = 1; t <= 5; t++) {
            scene(desk, t, d -> d.cannotJudge("frame", "covered"));
        }
        scene(desk, 6, d -> {});
        scene(desk, 7, d -> {});

        assertThat(blindness).extracting(Blindness::over).containsExactly(false, true);
        assertThat(desk.blindNanos()).isEqualTo(5_000_000_000L);
    }

    @Test
    void steadyMarginsAllocateNothing() {
        RuleDesk desk = desk(AT_ONCE);
        scene(desk, 0, d -> d.signal(signal(7, 0.2)));
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        var scene = builder.begin("cam", 1, 0, 1.5, 576).lend();
        long[] allocated = new long[2];
        for (int round = 0; round < 2; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                desk.begin(scene);
                for (int k = 0; k < 50; k++) {
                    desk.margin(LAWN, k, 0.3);
                }
                desk.margin(LAWN, 7, 1.2);
                desk.finish();
            }
            allocated[round] = threads.getCurrentThreadAllocatedBytes() - before;
        }

        assertThat(allocated[1]).isLessThan(10_000); // measuring itself takes a little; one byte a scene would show
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsSaidEveryRaisedAlertEndsExactlyOnce(long seed) {
        Random random = new Random(seed);
        RuleDesk desk = desk(new AlertPolicy(
                Duration.ofMillis(random.nextInt(1000)),
                Duration.ofMillis(random.nextInt(3000)),
                Duration.ofMillis(random.nextInt(5000)),
                Duration.ofMillis(1 + random.nextInt(3000))));
        for (int i = 0; i < 2000; i++) {
            scene(desk, i * 0.1, d -> babble(random, d));
        }
        desk.stop(EndCause.STOPPED);

        List<String> raised = ids(Phase.RAISED);
        assertThat(raised).doesNotHaveDuplicates().isNotEmpty();
        assertThat(ids(Phase.ENDED)).containsExactlyInAnyOrderElementsOf(raised);
        assertThat(alerts)
                .allMatch(a -> (a.phase() == Phase.ENDED) == a.endCause().isPresent());
    }

    private static void babble(Random random, RuleDesk d) {
        for (int n = random.nextInt(4); n > 0; n--) {
            long key = random.nextInt(6);
            String place = random.nextBoolean() ? LAWN : "gate";
            switch (random.nextInt(4)) {
                case 0 -> d.signal(signal(place, key, random.nextDouble() * 0.9, 1 + random.nextDouble()));
                case 1 -> d.margin(place, key, random.nextDouble() * 2);
                case 2 -> d.end(place, key, EndCause.RULE);
                default -> d.cannotJudge(place, "reason " + random.nextInt(2));
            }
        }
    }

    private List<String> ids(Phase phase) {
        return alerts.stream().filter(a -> a.phase() == phase).map(Alert::id).toList();
    }

    @Test
    void endOfSomethingUnknownIsIgnored() {
        scene(desk(AT_ONCE), 1, d -> d.end(LAWN, 99, EndCause.RULE));

        assertThat(alerts).isEmpty();
    }
}
