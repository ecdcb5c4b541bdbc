package dev.vsa.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.evaluation.AlertOutcome.Verdict;
import dev.vsa.event.Alert;
import dev.vsa.event.Alert.Phase;
import dev.vsa.event.EventType;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Polygon;
import dev.vsa.scene.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the contract in docs/evaluation.md, at its borders, with results worked out by hand. */
class ScorerTest {

    private static final EventType INTRUSION = Cases.INTRUSION;
    private static final EventType DOWN = Cases.DOWN;
    private static final Polygon MIDDLE = Polygon.of(0.4, 0.4, 0.6, 0.4, 0.6, 0.6, 0.4, 0.6);

    @ParameterizedTest(name = "label {0} to {1} s, alert at {2} s: {3}")
    @CsvSource({
        "10, 40,  8.99, FALSE", // more than a second early
        "10, 40,  9.0,  TRUE", // a second early, to the dot
        "10, 40, 10.0,  TRUE",
        "10, 40, 20.0,  TRUE", // ten seconds late, to the dot
        "10, 40, 20.01, FALSE", // too late, though it lasts
        "10, 15, 15.0,  TRUE", // just at its end
        "10, 15, 15.01, FALSE", // after its end, though within ten seconds
        "0,  15,  0.0,  TRUE", // the first frame
        "3.4, 60, 13.4, TRUE" // a border that no binary fraction holds
    })
    void anAlertMatchesWithinTheWindowOfItsLabel(double start, double end, double raised, Verdict verdict) {
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .label(INTRUSION, "a", start, end)
                .alert("1", INTRUSION, "a", raised);

        assertThat(verdicts(cases)).containsExactly(verdict);
    }

    @ParameterizedTest(name = "need {0} s, alert at {1} s: {2}")
    @CsvSource({
        "5,  9.0,  TRUE", // the window opens at the label's start, not when the need is met
        "5, 25.0,  TRUE",
        "5, 25.01, FALSE",
        "30, 50.0, TRUE",
        "60, 60.0, TRUE", // the label's end comes before the need's ten seconds are over
        "60, 60.01, FALSE"
    })
    void aRulesOwnTimeMovesTheEndOfTheWindow(double need, double raised, Verdict verdict) {
        Cases cases = new Cases()
                .rule(DOWN, "frame", Map.of("onGroundS", need))
                .label(DOWN, "frame", 10, 60)
                .alert("1", DOWN, "frame", raised);

        assertThat(verdicts(cases)).containsExactly(verdict);
    }

    @Test
    void delayCountsFromTheMomentWhenTheAlertWasDue() {
        Cases cases = new Cases()
                .rule(DOWN, "frame", Map.of("onGroundS", 5))
                .label(DOWN, "frame", 10, 60)
                .alert("1", DOWN, "frame", 17.5);

        assertThat(cases.score(DOWN).delaysS()).containsExactly(2.5);
    }

    @Test
    void anAlertAtAnotherZoneIsFalse() {
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .rule(INTRUSION, "b")
                .label(INTRUSION, "a", 10, 20)
                .alert("1", INTRUSION, "b", 12);

        assertThat(counts(cases, INTRUSION)).isEqualTo("labels 1 found 0 false 1 repeats 0");
    }

    @Test
    void anAlertOfAnotherEventIsFalse() {
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .rule(DOWN, "a")
                .label(INTRUSION, "a", 10, 20)
                .alert("1", DOWN, "a", 12);

        assertThat(counts(cases, INTRUSION)).isEqualTo("labels 1 found 0 false 0 repeats 0");
        assertThat(counts(cases, DOWN)).isEqualTo("labels 0 found 0 false 1 repeats 0");
    }

    @Test
    void anAlertAtAPlaceThatNoRuleNamesIsFalse() {
        Cases cases = new Cases().rule(INTRUSION, "a").alert("1", INTRUSION, "elsewhere", 12);

        assertThat(counts(cases, INTRUSION)).isEqualTo("labels 0 found 0 false 1 repeats 0");
    }

    @ParameterizedTest(name = "box {0} {1} {2} {3}: {4}")
    @CsvSource({
        "0.45, 0.45, 0.55, 0.55, TRUE", // inside
        "0.1,  0.1,  0.9,  0.9,  TRUE", // around
        "0.5,  0.5,  0.9,  0.9,  TRUE", // across
        "0.6,  0.4,  0.8,  0.6,  TRUE", // side by side
        "0.6,  0.6,  0.8,  0.8,  TRUE", // corner to corner
        "0.45, 0.1,  0.55, 0.9,  TRUE", // through, no corner of either inside the other
        "0.61, 0.4,  0.8,  0.6,  FALSE"
    })
    void anAlertMustTouchTheRegionThatALabelHas(double left, double top, double right, double bottom, Verdict verdict) {
        Cases cases = new Cases()
                .rule(DOWN, "frame")
                .label(DOWN, "frame", 10, 20, MIDDLE)
                .alert("1", DOWN, "frame", 12, new Box(left, top, right, bottom));

        assertThat(verdicts(cases)).containsExactly(verdict);
    }

    @Test
    void anyBoxOfAnAlertsLifeMayTouchTheRegion() {
        Subject before = new Subject(1, Role.PERSON, new Box(0, 0, 0.1, 0.1));
        Subject after = new Subject(1, Role.PERSON, new Box(0.5, 0.5, 0.7, 0.7));
        Cases cases = new Cases()
                .rule(DOWN, "frame")
                .label(DOWN, "frame", 10, 20, MIDDLE)
                .tell("1", DOWN, "frame", Phase.RAISED, 12, 12, List.of(before))
                .tell("1", DOWN, "frame", Phase.ENDED, 12, 19, List.of(after));

        assertThat(verdicts(cases)).containsExactly(Verdict.TRUE);
    }

    @Test
    void oneAlertOfOneSubjectMatchesOneLabel() {
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .label(INTRUSION, "a", 10, 20)
                .label(INTRUSION, "a", 11, 20)
                .alert("1", INTRUSION, "a", 12);

        assertThat(counts(cases, INTRUSION)).isEqualTo("labels 2 found 1 false 0 repeats 0");
    }

    @Test
    void anAlertMatchesAsManyLabelsAsItHasSubjects() {
        Box box = new Box(0.1, 0.1, 0.2, 0.2);
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .label(INTRUSION, "a", 10, 20)
                .label(INTRUSION, "a", 11, 20)
                .label(INTRUSION, "a", 11.5, 20)
                .alert("1", INTRUSION, "a", 12, box, box);

        assertThat(counts(cases, INTRUSION)).isEqualTo("labels 3 found 2 false 0 repeats 0");
    }

    @Test
    void aSubjectThatIsToldAgainIsStillOneSubject() {
        Subject subject = new Subject(1, Role.PERSON, new Box(0, 0, 0.1, 0.1));
        Subject moved = new Subject(1, Role.PERSON, new Box(0.5, 0.5, 0.7, 0.7));
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .label(INTRUSION, "a", 10, 20)
                .label(INTRUSION, "a", 11, 20)
                .tell("1", INTRUSION, "a", Phase.RAISED, 12, 12, List.of(subject))
                .tell("1", INTRUSION, "a", Phase.UPDATED, 12, 13, List.of(moved));

        assertThat(counts(cases, INTRUSION)).isEqualTo("labels 2 found 1 false 0 repeats 0");
    }

    @Test
    void theEarliestAlertTakesTheEarliestLabel() {
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .label(INTRUSION, "a", 14, 30)
                .label(INTRUSION, "a", 10, 30)
                .alert("late", INTRUSION, "a", 16)
                .alert("early", INTRUSION, "a", 13.5);

        assertThat(cases.score(INTRUSION).delaysS()).containsExactly(2.0, 3.5);
    }

    @ParameterizedTest(name = "a second alert at {0} s: {1}")
    @CsvSource({
        "13, REPEAT", //
        "39, REPEAT", // long after its window, but it lasts
        "40, REPEAT", // its last moment
        "40.1, FALSE"
    })
    void furtherAlertsOfAFoundOccurrenceAreRepeatsWhileItLasts(double second, Verdict verdict) {
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .label(INTRUSION, "a", 10, 40)
                .alert("1", INTRUSION, "a", 12)
                .alert("2", INTRUSION, "a", second);

        assertThat(verdicts(cases)).containsExactly(Verdict.TRUE, verdict);
    }

    @Test
    void furtherAlertsOfAMissedOccurrenceAreFalse() {
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .label(INTRUSION, "a", 10, 60)
                .alert("1", INTRUSION, "a", 30)
                .alert("2", INTRUSION, "a", 40);

        assertThat(counts(cases, INTRUSION)).isEqualTo("labels 1 found 0 false 2 repeats 0");
    }

    @Test
    void aRepeatMustTouchTheRegionAsWell() {
        Cases cases = new Cases()
                .rule(DOWN, "frame")
                .label(DOWN, "frame", 10, 20, MIDDLE)
                .alert("1", DOWN, "frame", 12, new Box(0.5, 0.5, 0.6, 0.6))
                .alert("2", DOWN, "frame", 13, new Box(0, 0, 0.1, 0.1));

        assertThat(verdicts(cases)).containsExactly(Verdict.TRUE, Verdict.FALSE);
    }

    @Test
    void aClipWithoutARuleForAnEventIsNotJudgedForIt() {
        Cases cases =
                new Cases().rule(INTRUSION, "a").label(DOWN, "frame", 10, 20).alert("1", DOWN, "frame", 50);

        assertThat(cases.score().events()).containsOnlyKeys(INTRUSION.id());
        assertThat(verdicts(cases)).containsExactly(Verdict.UNJUDGED);
    }

    @Test
    void anUnjudgedEventCountsNeitherWay() {
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .rule(DOWN, "frame")
                .unjudged(DOWN)
                .label(DOWN, "frame", 10, 20)
                .alert("1", DOWN, "frame", 50);

        assertThat(cases.score().events()).containsOnlyKeys(INTRUSION.id());
    }

    @Test
    void whatNoDetectorCarriedOutIsNotMissed() {
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .rule(INTRUSION, "b")
                .notEvaluated(INTRUSION, "b")
                .label(INTRUSION, "a", 10, 20)
                .label(INTRUSION, "b", 10, 20);

        assertThat(counts(cases, INTRUSION)).isEqualTo("labels 1 found 0 false 0 repeats 0");
    }

    @Test
    void hoursOfAClipCountOnceForAnEventHoweverManyZones() {
        Cases cases = new Cases()
                .lasting(1800)
                .rule(INTRUSION, "a")
                .rule(INTRUSION, "b")
                .blind(INTRUSION, 360);

        assertThat(cases.score(INTRUSION).hours()).isEqualTo(0.5);
        assertThat(cases.score(INTRUSION).blindHours()).isEqualTo(0.1);
    }

    @Test
    void clipsAreTakenTogether() {
        ClipRun first = new Cases()
                .lasting(3600)
                .rule(INTRUSION, "a")
                .label(INTRUSION, "a", 10, 20)
                .alert("1", INTRUSION, "a", 12)
                .run("first");
        ClipRun second = new Cases()
                .lasting(1800)
                .rule(INTRUSION, "a")
                .label(INTRUSION, "a", 10, 20)
                .alert("1", INTRUSION, "a", 50)
                .run("second");

        Evaluation evaluation = new Scorer(ScoringPolicy.DEFAULT).score(List.of(first, second));

        Score all = evaluation.events().get(INTRUSION.id());
        assertThat(text(all)).isEqualTo("labels 2 found 1 false 1 repeats 0");
        assertThat(all.falsePerHour()).isCloseTo(1 / 1.5, within(1e-12));
        assertThat(evaluation.clips()).extracting(ClipScore::name).containsExactly("first", "second");
    }

    @Test
    void eachZoneHasAScoreOfItsOwn() {
        Cases cases = new Cases()
                .rule(INTRUSION, "a")
                .rule(INTRUSION, "b")
                .label(INTRUSION, "a", 10, 20)
                .label(INTRUSION, "b", 10, 20)
                .alert("1", INTRUSION, "b", 12);

        assertThat(cases.score().clips().get(0).places())
                .extracting(place -> place.zone() + ": " + text(place.score()))
                .containsExactly("a: labels 1 found 0 false 0 repeats 0", "b: labels 1 found 1 false 0 repeats 0");
    }

    @Test
    void eventsOfTheDecreeComeFirstInItsOrder() {
        EventType own = new EventType("org.example:loitering", "", "");
        Cases cases = new Cases().rule(own, "a").rule(DOWN, "a").rule(EventType.WRONG_WAY, "a");

        assertThat(cases.score().events().keySet()).containsExactly("wrong-way", "person-down", own.id());
    }

    @Test
    void conditionsTellHowLargeAndHowManyMissedOccurrencesWere() {
        Cases cases = new Cases()
                .rule(DOWN, "frame")
                .label(DOWN, "frame", 10, 20, Polygon.of(0, 0, 0.1, 0, 0.1, 0.03, 0, 0.03))
                .label(DOWN, "frame", 12, 20, Polygon.of(0.4, 0.3, 0.6, 0.3, 0.6, 0.6, 0.4, 0.6))
                .alert("1", DOWN, "frame", 13, new Box(0.5, 0.5, 0.6, 0.6))
                .alert("2", DOWN, "frame", 60, new Box(0.5, 0.1, 0.6, 0.6));

        assertThat(cases.score().conditions())
                .containsExactly(
                        new Condition("person-down", "at-once", "1", 1, 1, 1),
                        new Condition("person-down", "at-once", "2", 1, 0, 0),
                        new Condition("person-down", "object-height", "0.0 to 0.05", 1, 1, 0),
                        new Condition("person-down", "object-height", "0.2 to 0.4", 1, 0, 0),
                        new Condition("person-down", "object-height", "0.4 to 1", 0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfAlertsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            Cases cases = random(random);
            List<Alert> shuffled = new ArrayList<>(cases.alerts());
            Collections.shuffle(shuffled, random);

            Evaluation inOrder = cases.score();
            Evaluation outOfOrder = new Scorer(ScoringPolicy.DEFAULT).score(List.of(cases.run("clip", shuffled)));

            assertThat(outOfOrder).as("seed %d, round %d", seed, round).isEqualTo(inOrder);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void oneMoreFalseAlertNeverRaisesPrecisionNorChangesRecall(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            Cases cases = random(random);
            Score before = cases.score(INTRUSION);
            Score after = cases.alert("late", INTRUSION, "a", 99.9).score(INTRUSION);

            assertThat(after.found()).isEqualTo(before.found());
            assertThat(after.falseAlerts()).as("seed %d, round %d", seed, round).isEqualTo(before.falseAlerts() + 1);
            assertThat(after.precision()).matches(p -> !(p > before.precision()));
            assertThat(after.ndcr()).isGreaterThan(before.ndcr());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyAlertAndEveryLabelIsCountedOnce(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            Cases cases = random(random);
            Evaluation evaluation = cases.score();
            ClipScore clip = evaluation.clips().get(0);
            Score score = evaluation.events().get(INTRUSION.id());

            assertThat(clip.alerts())
                    .extracting(AlertOutcome::alertId)
                    .doesNotHaveDuplicates()
                    .hasSize((int)
                            cases.alerts().stream().map(Alert::id).distinct().count());
            assertThat(score.found() + score.missed()).isEqualTo(score.labels());
            assertThat(clip.labels()).hasSize(score.labels());
        }
    }

    private static Cases random(Random random) {
        Cases cases = new Cases().rule(INTRUSION, "a").rule(INTRUSION, "b");
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            double start = random.nextInt(60);
            cases.label(INTRUSION, random.nextBoolean() ? "a" : "b", start, start + 1 + random.nextInt(30));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            Box[] boxes = new Box[1 + random.nextInt(3)];
            Arrays.fill(boxes, new Box(0, 0, 0.1, 0.1));
            cases.alert("alert " + i, INTRUSION, random.nextBoolean() ? "a" : "b", random.nextInt(90), boxes);
        }
        return cases;
    }

    private static List<Verdict> verdicts(Cases cases) {
        return cases.score().clips().get(0).alerts().stream()
                .map(AlertOutcome::verdict)
                .toList();
    }

    private static String counts(Cases cases, EventType event) {
        return text(cases.score(event));
    }

    private static String text(Score score) {
        return "labels " + score.labels() + " found " + score.found() + " false " + score.falseAlerts() + " repeats "
                + score.repeats();
    }
}
