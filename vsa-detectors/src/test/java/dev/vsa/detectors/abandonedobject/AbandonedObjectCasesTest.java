package dev.vsa.detectors.abandonedobject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.event.EndCause;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.StaticRegions;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Findings.Occurrence;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.simulation.Belongings;
import dev.vsa.testkit.simulation.Belongings.Thing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AbandonedObjectCasesTest {

    private static final Thing BAG = Thing.bag(7, 0.38, 0.7, 5, 60);

    @Test
    void aBagIsSignalledOnceItsOwnerHasBeenAwayForTheTime() {
        Findings found = watch(BAG, owner().at(13, 0.95, 0.7));

        assertThat(found.occurrences()).hasSize(1);
        Occurrence bag = found.occurrences().get(0);
        assertThat(bag.onset()).isCloseTo(10.1, within(1.0));
        assertThat(bag.raised() - bag.onset()).isCloseTo(10, within(0.1));
        assertThat(bag.ended().orElseThrow()).isCloseTo(62, within(0.3));
        assertThat(bag.cause()).contains(EndCause.RULE);
    }

    @Test
    void nobodyIsTakenForAThing() {
        Thing himself = BAG.sized(0.12, 0.16); // what is left of him who sits: his jacket
        assertThat(watch(himself, owner().stays(60)).signals())
                .as("tracked while he sits")
                .isEmpty();
        assertThat(watch(himself, owner()).signals())
                .as("lost by the model where he sat down")
                .isEmpty();
        Actor friend = Actor.person(2)
                .sized(0.1, 0.3)
                .at(1, 0.15, 0.7)
                .at(4, 0.42, 0.7)
                .stays(9)
                .at(13, 0.95, 0.7);
        assertThat(watch(himself, owner(), friend).signals())
                .as("lost, while his friend walks on")
                .isEmpty();
    }

    @Test
    void oneWhoIsKnownUnderAnotherNumberWhenHeLeavesHasLeft() {
        Actor owner = owner().at(13, 0.95, 0.7).renumbered(8.2, 31).renumbered(9.5, 32);
        assertThat(watch(BAG, owner).occurrences()).hasSize(1);
    }

    @Test
    void oneWhoStaysNearOrComesBackInTimeHasNotLeft() {
        assertThat(watch(BAG, owner().stays(62)).signals()).isEmpty();
        assertThat(watch(
                                BAG,
                                owner().at(12, 0.8, 0.7)
                                        .stays(15)
                                        .at(18, 0.4, 0.7)
                                        .stays(62))
                        .signals())
                .isEmpty();
    }

    @Test
    void theAlertEndsWhenTheOwnerComesBack() {
        Actor owner = owner().at(12, 0.95, 0.7).stays(30).at(33, 0.4, 0.7).stays(62);
        Findings found = watch(BAG, owner);
        assertThat(found.occurrences()).hasSize(1);
        assertThat(found.occurrences().get(0).ended().orElseThrow()).isBetween(30.5, 33.5);
    }

    @Test
    void companionsWhoStayLookAfterIt() {
        Actor companion = Actor.person(2).sized(0.1, 0.3).at(0, 0.45, 0.7).stays(62);
        assertThat(watch(BAG, owner().at(13, 0.95, 0.7), companion).signals()).isEmpty();
    }

    @Test
    void whoMerelyWalksPastChangesNothing() {
        Actor passer = Actor.person(2).sized(0.1, 0.3).at(14, 0.95, 0.72).at(20, 0.05, 0.72);
        assertThat(watch(BAG, owner().at(12.5, 0.95, 0.7), passer).occurrences())
                .hasSize(1)
                .allMatch(bag -> bag.raised() < 22);
    }

    @Test
    void whoTookItIsTold() {
        Actor thief = Actor.person(2)
                .sized(0.1, 0.3)
                .at(52, 0.95, 0.7)
                .at(58, 0.4, 0.7)
                .at(60, 0.38, 0.7)
                .at(64, 0.9, 0.7);
        Findings found = watch(BAG, owner().at(13, 0.95, 0.7), thief);
        assertThat(found.signals()
                        .get(found.signals().size() - 1)
                        .signal()
                        .explanation()
                        .sentence())
                .contains("no longer there")
                .contains("who was not there when it came");
    }

    @Test
    void whatNobodyBroughtIsNoAbandonedObject() {
        assertThat(watch(BAG).signals()).isEmpty();
        assertThat(watch(BAG, Actor.person(2).sized(0.1, 0.3).at(1, 0.9, 0.2).at(20, 0.95, 0.3))
                        .signals())
                .isEmpty();
    }

    @Test
    void whatIsTooLargeOrTooSmallOrAStoppedVehicleIsNoAbandonedObject() {
        Actor owner = owner().at(13, 0.95, 0.7);
        assertThat(watch(BAG.sized(0.1, 0.25), owner).signals()).as("a door").isEmpty();
        assertThat(watch(BAG.sized(0.3, 0.12), owner).signals())
                .as("one who lies there")
                .isEmpty();
        assertThat(watch(BAG.sized(0.01, 0.02), owner).signals())
                .as("a digit of a clock")
                .isEmpty();
        Actor scooter = Actor.vehicle(3).sized(0.12, 0.12).at(3, 0.38, 0.71).stays(62);
        assertThat(watch(BAG.sized(0.1, 0.1), owner, scooter).signals())
                .as("a scooter")
                .isEmpty();
    }

    @Test
    void theTraceOfSomethingTakenAwayIsNoAbandonedObject() {
        Thing ghost = new Thing(7, 0.38, 0.7, 0.06, 0.06, 5, 60, -0.3);
        assertThat(watch(ghost, owner().at(13, 0.95, 0.7)).signals()).isEmpty();
    }

    @Test
    void onlyItsZoneCounts() {
        Zone elsewhere = Zone.of("elsewhere", 0.6, 0.1, 0.9, 0.1, 0.9, 0.9);
        assertThat(watch(ten(elsewhere), BAG, owner().at(13, 0.95, 0.7)).signals())
                .isEmpty();
    }

    @Test
    void aBlindStretchIsToldAndALongOneEndsTheAlert() {
        Scenario scenario = Scenario.lasting(60)
                .with(owner().at(13, 0.95, 0.7))
                .feature(
                        StaticRegions.KEY,
                        (second, view) ->
                                second > 30 ? null : Belongings.regions(BAG).at(second, view));
        Findings found = DetectorHarness.of(new AbandonedObjectProvider(), ten(Zone.frame()))
                .show(scenario.filmedAt(12.5))
                .findings();
        assertThat(found.blindness()).isNotEmpty().allMatch(b -> b.second() > 30);
        assertThat(found.occurrences()).hasSize(1);
        assertThat(found.occurrences().get(0).cause()).contains(EndCause.BLINDNESS);
    }

    private static Actor owner() {
        return Actor.person(1).sized(0.1, 0.3).at(1, 0.1, 0.7).at(4, 0.4, 0.7).stays(9);
    }

    private static AbandonedObjectParameters ten(Zone zone) {
        return new AbandonedObjectParameters(zone, Duration.ofSeconds(10), 1.5, 0.6, 0.1);
    }

    private static Findings watch(Thing thing, Actor... actors) {
        return watch(ten(Zone.frame()), thing, actors);
    }

    private static Findings watch(AbandonedObjectParameters parameters, Thing thing, Actor... actors) {
        Scenario scenario = Scenario.lasting(70).with(actors).feature(StaticRegions.KEY, Belongings.regions(thing));
        return DetectorHarness.of(new AbandonedObjectProvider(), parameters)
                .show(scenario.filmedAt(12.5))
                .findings();
    }
}
