package dev.vsa.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.vsa.detectors.wrongway.WrongWayParameters;
import dev.vsa.detectors.wrongway.WrongWayProvider;
import dev.vsa.detectors.zoneintrusion.ZoneIntrusionParameters;
import dev.vsa.detectors.zoneintrusion.ZoneIntrusionProvider;
import dev.vsa.event.EndCause;
import dev.vsa.event.Signal;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Scene;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Signals;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Findings.Occurrence;
import dev.vsa.testkit.Scenario;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many at a time, seen as badly as a busy tracker sees: every intruder once, nobody else. The seed is the test's name. */
class CrowdTest {

    private static final Zone MIDDLE = Zone.of("middle", 0.4, 0.1, 0.6, 0.1, 0.6, 0.95, 0.4, 0.95);

    static Stream<Long> seeds() {
        return IntStream.rangeClosed(1, 25).mapToObj(Long::valueOf);
    }

    /** Rows of people, one above the other: some walk through the zone, others turn back before it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyIntruderIsOneAlertAndNobodyElseIs(long seed) {
        Random random = new Random(seed);
        List<Actor> actors = new ArrayList<>();
        int intruders = 0;
        for (int row = 0; row < 6; row++) {
            double y = 0.25 + 0.13 * row;
            double start = random.nextDouble() * 4;
            Actor actor = Actor.person(100 * (row + 1)).sized(0.04, 0.1).at(start, 0.15, y);
            if (random.nextBoolean()) {
                intruders++;
                actor = actor.at(start + 6, 0.5, y)
                        .stays(start + 6 + random.nextDouble() * 5)
                        .at(start + 17, 0.85, y);
            } else {
                actor = actor.at(start + 5, 0.36, y)
                        .stays(start + 5 + random.nextDouble() * 5)
                        .at(start + 17, 0.1, y);
            }
            actors.add(badlySeen(actor, row, start, random));
        }
        Findings findings = DetectorHarness.of(new ZoneIntrusionProvider(), ZoneIntrusionParameters.in(MIDDLE))
                .show(film(actors, seed))
                .findings();
        assertThat(findings.occurrences()).hasSize(intruders).noneMatch(Occurrence::open);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWrongWalkerIsOneAlertAndNobodyElseIs(long seed) {
        Random random = new Random(seed);
        List<Actor> actors = new ArrayList<>();
        int wrong = 0;
        for (int row = 0; row < 6; row++) {
            double y = 0.25 + 0.13 * row;
            double start = random.nextDouble() * 4;
            boolean against = random.nextBoolean();
            wrong += against ? 1 : 0;
            double from = against ? 0.2 : 0.8;
            double slope = 0.04 * (random.nextDouble() - 0.5);
            Actor actor = Actor.person(100 * (row + 1))
                    .sized(0.04, 0.1)
                    .at(start, from, y)
                    .at(start + 8 + 6 * random.nextDouble(), 1 - from, y + slope);
            actors.add(badlySeen(actor, row, start, random));
        }
        WrongWayParameters leftwards = WrongWayParameters.of(Zone.frame(), new Heading(-1, 0));
        Findings findings = DetectorHarness.of(new WrongWayProvider(), leftwards)
                .show(film(actors, seed))
                .findings();
        assertThat(findings.occurrences()).hasSize(wrong).noneMatch(Occurrence::open);
    }

    @Test
    void scenesInWhichNothingBeginsCostNoMemory() {
        Random random = new Random(1);
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Actor actor = Actor.person(i).at(0, random.nextDouble(), random.nextDouble());
            actors.add(actor.at(120, random.nextDouble(), random.nextDouble())
                    .jitter(0.02)
                    .missed(0.1));
        }
        List<Scene> scenes =
                Scenario.lasting(120).with(actors.toArray(Actor[]::new)).filmedAt(12.5);
        var context = DetectorHarness.context(Optional.empty());
        ZoneIntrusionProvider zones = new ZoneIntrusionProvider();
        Line wire = Line.of("wire", 0.5, 0.1, 0.5, 0.9);
        for (EventDetector detector : List.of(
                zones.create(ZoneIntrusionParameters.in(MIDDLE), context),
                zones.create(ZoneIntrusionParameters.across(wire), context),
                new WrongWayProvider().create(WrongWayParameters.of(MIDDLE, new Heading(-1, 0)), context))) {
            assertThat(bytesInQuietScenes(detector, scenes))
                    .as(detector.toString())
                    .isZero();
        }
    }

    /**
     * Scenes in which a signal is given may allocate; the first half is for growing and for the compiler.
     * A scene on average, in whole bytes: what the machine does once for itself, while it compiles, is no cost of a scene.
     */
    private static long bytesInQuietScenes(EventDetector detector, List<Scene> scenes) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        boolean[] signalled = new boolean[1];
        Signals deaf = new Signals() {
            @Override
            public void margin(String place, long key, double margin) {}

            @Override
            public void signal(Signal signal) {
                signalled[0] = true;
            }

            @Override
            public void end(String place, long key, EndCause cause) {}

            @Override
            public void cannotJudge(String place, String reason) {}
        };
        long bytes = 0;
        int quiet = 0;
        for (int i = 0; i < scenes.size(); i++) {
            signalled[0] = false;
            long before = threads.getCurrentThreadAllocatedBytes();
            detector.observe(scenes.get(i), deaf);
            long cost = threads.getCurrentThreadAllocatedBytes() - before;
            if (i > scenes.size() / 2 && !signalled[0]) {
                bytes += cost;
                quiet++;
            }
        }
        return bytes / quiet;
    }

    /** Trembles, is missed, is hidden for a while, and gets new numbers. */
    private static Actor badlySeen(Actor actor, int row, double start, Random random) {
        double hidden = start + 2 + random.nextDouble() * 8;
        Actor seen = actor.jitter(0.02).missed(0.15).hidden(hidden, hidden + 0.3 + random.nextDouble());
        double second = start;
        for (int i = 1; i <= 3; i++) {
            second += 1.5 + random.nextDouble() * 3;
            seen = seen.renumbered(second, 100L * (row + 1) + i);
        }
        return seen;
    }

    private static List<Scene> film(List<Actor> actors, long seed) {
        return Scenario.lasting(35)
                .seed(seed)
                .with(actors.toArray(Actor[]::new))
                .filmedAt(12.5);
    }
}
