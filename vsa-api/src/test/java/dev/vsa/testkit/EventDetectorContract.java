package dev.vsa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vsa.event.EventType;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.StateReader.UnreadableStateException;
import dev.vsa.spi.StateWriter;
import dev.vsa.testkit.Findings.Occurrence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * What every event detector owes its host. Extend it and say which detector, with which parameters, and in which scenario it
 * must signal:
 *
 * <pre>{@code
 * class LoiteringContractTest extends EventDetectorContract<LoiteringParameters> {
 *     protected EventDetectorProvider<LoiteringParameters> provider() { return new LoiteringProvider(); }
 *     protected LoiteringParameters parameters() { return new LoiteringParameters(square, Duration.ofSeconds(3)); }
 *     protected Scenario mustSignal() { return Scenario.lasting(12).with(Actor.person(1).at(0, .1, .5).at(2, .5, .5).stays(10)); }
 * }
 * }</pre>
 *
 * <p>The scenario should begin and end with nobody in the place, and leave some room at the picture's borders, since it is
 * also filmed shifted and smaller.
 *
 * @param <P> the detector's parameters
 */
public abstract class EventDetectorContract<P extends Record> {

    private static final double FPS = 12.5;
    private static final long SECOND = 1_000_000_000L;

    /** Called by a subclass. */
    protected EventDetectorContract() {}

    /** The detector under test. */
    protected abstract EventDetectorProvider<P> provider();

    /** Parameters that fit {@link #mustSignal()}. */
    protected abstract P parameters();

    /** A scenario in which the detector must signal at least once. */
    protected abstract Scenario mustSignal();

    /** The camera; an uncalibrated one unless overridden. */
    protected DetectorContext context() {
        return DetectorHarness.context(Optional.empty());
    }

    /** By how many seconds alerts of the same scenario at 5, 12.5 and 25 scenes a second may differ; 0.4 unless overridden. */
    protected double toleranceSeconds() {
        return 0.4;
    }

    /** Views in which the detector must come to the same alerts; none for a detector that does not judge by geometry. */
    protected List<View> views() {
        View v = mustSignal().view();
        return List.of(
                v.mirror(),
                v.scaled(0.8),
                v.scaled(0.9).shifted(0.03, -0.04),
                v.inAspect(v.fromAspect() * 1.4),
                v.mirror().scaled(0.75).inAspect(1));
    }

    /** Bytes that it may allocate in a scene in which nothing begins; 0 unless overridden. */
    protected long bytesPerQuietScene() {
        return 0;
    }

    /** It is found by ServiceLoader, is named as documented, and signals an event that is declared. */
    @Test
    @SuppressWarnings("rawtypes") // that is how ServiceLoader knows a generic service
    public final void providerIsFoundByServiceLoader() {
        assertThat(ServiceLoader.load(EventDetectorProvider.class).stream().map(ServiceLoader.Provider::type))
                .as("registered in META-INF/services/" + EventDetectorProvider.class.getName())
                .anyMatch(type -> type == provider().getClass());
        EventType type = provider().signals();
        assertThat(new EventType(provider().id(), "", "").id())
                .isEqualTo(provider().id());
        assertThat(type.inDecree() || type.id().contains(":"))
                .as("'" + type.id() + "' is one of the eight events or has a namespace")
                .isTrue();
        assertThat(provider().version()).isNotBlank();
    }

    /** Each parameter is explained, has a unit that is no count of frames or pixels, and a default within its bounds. */
    @Test
    public final void everyParameterIsDocumentedWithDefaultWithinBounds() {
        assertThat(Parameters.faults(provider().parameters())).isEmpty();
        assertThat(provider().needs(parameters())).isNotNull();
    }

    /** It signals in the scenario in which it must; where and about whom is told. */
    @Test
    public final void signalsWhereItMust() {
        assertThat(run(mustSignal().filmedAt(FPS)).occurrences()).isNotEmpty();
    }

    /** The same scenes give the same words, whatever other instances see meanwhile. */
    @Test
    public final void sameScenesGiveSameFindings() {
        List<Scene> scenes = mustSignal().filmedAt(FPS);
        DetectorHarness one = harness();
        DetectorHarness other = harness();
        List<Scene> noise = Scenes.crowd(scenes, new Random(7), 30);
        for (int i = 0; i < scenes.size(); i++) {
            one.show(scenes.get(i));
            other.show(noise.get(i));
        }
        assertThat(one.findings()).isEqualTo(run(scenes));
    }

    /** A snapshot after every scene, restored in a new instance, changes nothing. */
    @Test
    public final void snapshotAfterEverySceneChangesNothing() {
        List<Scene> scenes = mustSignal().filmedAt(FPS);
        DetectorHarness harness = harness();
        for (Scene scene : scenes) {
            byte[] state = harness.snapshot();
            assertThat(harness.restore(state).snapshot())
                    .as("the snapshot of a restored state, before " + scene.mediaSeconds() + " s")
                    .isEqualTo(state);
            harness.show(scene);
        }
        assertThat(harness.findings()).isEqualTo(run(scenes));
    }

    /** A state that was cut short or written by another version is refused, not half read. */
    @Test
    public final void unreadableStateIsRefused() {
        List<Scene> scenes = mustSignal().filmedAt(FPS);
        DetectorHarness harness = harness().show(scenes.subList(0, scenes.size() / 2));
        byte[] state = harness.snapshot();
        for (int length = 0; length < state.length; length += Math.max(1, state.length / 50)) {
            byte[] cut = Arrays.copyOf(state, length);
            assertThatThrownBy(() -> harness.restore(cut))
                    .as(length + " of " + state.length + " bytes")
                    .isInstanceOf(UnreadableStateException.class);
        }
        StateWriter future = new StateWriter();
        future.version(Integer.MAX_VALUE);
        System.arraycopy(future.toBytes(), 0, state, 0, Integer.BYTES);
        assertThatThrownBy(() -> harness.restore(state))
                .as("a version that does not exist yet")
                .isInstanceOf(UnreadableStateException.class);
    }

    /** The order in which the objects are listed carries no meaning. */
    @Test
    public final void orderOfObjectsDoesNotMatter() {
        List<Scene> scenes = Scenes.crowd(mustSignal().filmedAt(FPS), new Random(3), 6);
        Random random = new Random(11);
        List<Scene> shuffled = scenes.stream()
                .map(scene -> Scenario.rebuilt(scene, scene.mediaNanos(), builder -> {
                    List<Track> tracks = new ArrayList<>(scene.tracks());
                    Collections.shuffle(tracks, random);
                    tracks.forEach(track -> Scenes.add(builder, track, track.sighting()));
                }))
                .toList();
        assertSame(run(shuffled).occurrences(), run(scenes).occurrences(), 1e-9);
    }

    /** Alerts do not depend on the frame rate, even or uneven. */
    @Test
    public final void frameRateDoesNotMatter() {
        List<Occurrence> expected = run(mustSignal().filmedAt(FPS)).occurrences();
        assertSame(run(mustSignal().filmedAt(5)).occurrences(), expected, toleranceSeconds());
        assertSame(run(mustSignal().filmedAt(25)).occurrences(), expected, toleranceSeconds());
        assertSame(
                run(mustSignal().filmedAtMoments(unevenTimes(new Random(5)))).occurrences(),
                expected,
                toleranceSeconds());
    }

    /** Alerts do not depend on where in the picture it happens, how large, mirrored or not, nor on the picture's shape. */
    @Test
    public final void viewDoesNotMatter() {
        List<Occurrence> expected = run(mustSignal().filmedAt(FPS)).occurrences();
        for (View view : views()) {
            Findings seen = DetectorHarness.of(provider(), view.parameters(parameters()), context())
                    .show(mustSignal().filmedAt(FPS, view))
                    .findings();
            assertThat(seen.occurrences()).as(view.toString()).hasSameSizeAs(expected);
            assertSame(seen.occurrences(), expected, 1.5 / FPS);
        }
    }

    /** Lent scenes, whose memory is used again for the next one, are enough. */
    @Test
    public final void lentScenesAreEnough() {
        List<Scene> scenes = mustSignal().filmedAt(FPS);
        DetectorHarness harness = harness();
        SceneBuilder memory = new SceneBuilder();
        for (Scene scene : scenes) {
            Scenario.begin(memory, scene, scene.mediaNanos());
            scene.tracks().forEach(track -> Scenes.add(memory, track, track.sighting()));
            harness.show(memory.lend());
            memory.begin("", 0, 0, 1, 1).track(-7, Role.OTHER, "gone", 0, Sighting.COASTED);
        }
        assertThat(harness.findings()).isEqualTo(run(scenes));
    }

    /** What was never seen, only expected, alerts nobody. */
    @Test
    public final void coastedBoxesAloneNeverSignal() {
        assumeTrue(provider().needs(parameters()).features().isEmpty(), "judges by features too");
        List<Scene> scenes = mustSignal().filmedAt(FPS).stream()
                .map(scene -> Scenario.rebuilt(
                        scene,
                        scene.mediaNanos(),
                        builder -> scene.tracks().forEach(track -> Scenes.add(builder, track, Sighting.COASTED))))
                .toList();
        assertThat(run(scenes).signals()).isEmpty();
    }

    /** How near the rule a candidate is, is told before the first signal as well as while it lasts. */
    @Test
    public final void marginsAreReported() {
        Findings findings = run(mustSignal().filmedAt(FPS));
        Occurrence first = findings.occurrences().get(0);
        List<Findings.Margin> margins = findings.margins(first.place(), first.key());
        assertThat(margins.stream().filter(m -> m.second() < first.raised()))
                .as("margins before the first signal")
                .isNotEmpty()
                .allMatch(m -> m.value() < 1);
        assertThat(margins.stream().filter(m -> m.second() >= first.raised()))
                .as("margins from the first signal on")
                .anyMatch(m -> m.value() >= 1);
    }

    /** Once everybody has gone, nothing stays open; the detector says so itself before a host loses patience. */
    @Test
    public final void everyOccurrenceEnds() {
        List<Scene> scenes = mustSignal().filmedAt(FPS);
        Findings findings =
                harness().show(scenes).show(Scenes.empty(scenes, 120)).findings();
        assertThat(findings.open()).isEmpty();
    }

    /** A break in the flow of scenes, at any moment and of any kind, neither throws nor leaves anything open. */
    @Test
    public final void everyOccurrenceEndsAfterABreak() {
        List<Scene> scenes = mustSignal().filmedAt(FPS);
        for (Discontinuity.Kind kind : Discontinuity.Kind.values()) {
            for (int at = 1; at < scenes.size(); at += Math.max(1, scenes.size() / 12)) {
                DetectorHarness harness = harness().show(scenes.subList(0, at));
                long last = scenes.get(at - 1).mediaNanos();
                harness.breakFlow(new Discontinuity(kind, last, last + 3 * SECOND, "test"));
                scenes.subList(at, scenes.size()).forEach(scene -> harness.show(Scenes.later(scene, 3 * SECOND)));
                Findings findings = harness.show(Scenes.empty(
                                List.of(Scenes.later(scenes.get(scenes.size() - 1), 3 * SECOND)), 120))
                        .findings();
                assertThat(findings.open()).as(kind + " before scene " + at).isEmpty();
            }
        }
    }

    /** An empty picture, for an hour at one scene a second and for half a minute at 120, then a jump of a day: no alert. */
    @Test
    public final void nothingComesOutOfNothing() {
        for (double fps : new double[] {1, 120}) {
            DetectorHarness harness =
                    harness().show(Scenario.lasting(3600 / fps).filmedAt(fps));
            harness.show(Scenario.lasting(0).filmedAtMoments(86_400 * SECOND));
            harness.show(Scenario.lasting(0).filmedAtMoments(86_400 * SECOND));
            assertThat(harness.findings().signals()).isEmpty();
        }
    }

    /** A thousand objects, boxes without size, far outside or larger than the picture, gaps, standing time: no exception. */
    @Test
    public final void oddScenesThrowNothing() {
        DetectorHarness harness = harness();
        Random random = new Random(42);
        long nanos = 0;
        for (int i = 0; i < 60; i++) {
            nanos += i % 7 == 0 ? 0 : i % 20 == 0 ? 86_400 * SECOND : SECOND / 25;
            Scene empty = Scenario.lasting(0).filmedAtMoments(nanos).get(0);
            int count = i < 3 ? 1000 : random.nextInt(40);
            harness.show(Scenario.rebuilt(empty, nanos, builder -> Scenes.addOdd(builder, random, count)));
        }
        harness.show(mustSignal().filmedAt(1));
        assertThat(harness.snapshot()).isNotEmpty();
    }

    /** State is bounded by what is in the picture: ever new numbers do not make it grow, and it forgets. */
    @Test
    public final void stateStaysBounded() {
        DetectorHarness harness = harness();
        Random random = new Random(8);
        int early = 0;
        int late = 0;
        for (int i = 0; i < 3000; i++) {
            long nanos = i * SECOND / 5;
            int generation = i / 3;
            Scene empty = Scenario.lasting(0).filmedAtMoments(nanos).get(0);
            harness.show(Scenario.rebuilt(empty, nanos, builder -> Scenes.addCrowd(builder, random, generation)));
            int size = harness.snapshot().length;
            early = i < 600 ? Math.max(early, size) : early;
            late = Math.max(late, size);
        }
        assertThat(late).as("bytes of state after ten minutes, against two").isLessThan(early * 3 / 2 + 1024);
        harness.show(Scenes.empty(
                List.of(Scenario.lasting(0).filmedAtMoments(600 * SECOND).get(0)), 300));
        assertThat(harness.snapshot().length)
                .as("bytes of state after five minutes without anybody")
                .isLessThanOrEqualTo(early);
    }

    /** Scenes in which nothing begins cost no memory. */
    @Test
    public final void quietScenesAllocateNothing() {
        List<Scene> scenes = mustSignal().filmedAt(FPS);
        double raised = run(scenes).occurrences().get(0).raised();
        Allocation allocation = new Allocation(provider().create(parameters(), context()));
        scenes.stream().filter(scene -> scene.mediaSeconds() < raised).forEach(allocation::show);
        Scene still = scenes.stream()
                .filter(s -> s.mediaSeconds() < raised)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(allocation.bytesPerQuietScene(still))
                .as("bytes allocated in a scene")
                .isLessThanOrEqualTo(bytesPerQuietScene());
    }

    private DetectorHarness harness() {
        return DetectorHarness.of(provider(), parameters(), context());
    }

    private Findings run(List<Scene> scenes) {
        return harness().show(scenes).findings();
    }

    private static void assertSame(List<Occurrence> actual, List<Occurrence> expected, double tolerance) {
        List<Occurrence> a = sorted(actual);
        List<Occurrence> e = sorted(expected);
        assertThat(a).as("occurrences, expected " + e).hasSameSizeAs(e);
        for (int i = 0; i < a.size(); i++) {
            Occurrence one = a.get(i);
            Occurrence other = e.get(i);
            String what = one + ", expected " + other;
            assertThat(one.place()).as(what).isEqualTo(other.place());
            assertThat(one.raised()).as(what).isCloseTo(other.raised(), within(tolerance));
            assertThat(one.onset()).as(what).isCloseTo(other.onset(), within(tolerance));
            assertThat(one.open()).as(what).isEqualTo(other.open());
            assertThat(one.ended().orElse(0.0)).as(what).isCloseTo(other.ended().orElse(0.0), within(tolerance));
        }
    }

    private static List<Occurrence> sorted(List<Occurrence> occurrences) {
        return occurrences.stream()
                .sorted((a, b) ->
                        a.key() == b.key() ? Double.compare(a.raised(), b.raised()) : Long.compare(a.key(), b.key()))
                .toList();
    }

    private long[] unevenTimes(Random random) {
        List<Long> times = new ArrayList<>();
        long end = (long) (mustSignal().seconds() * SECOND);
        for (long t = 0; t < end; t += SECOND / 25 + (long) (random.nextDouble() * SECOND * 0.16)) {
            times.add(t);
        }
        times.add(end);
        return times.stream().mapToLong(Long::longValue).toArray();
    }
}
