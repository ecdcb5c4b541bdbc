package dev.vsa.detectors.abandonedobject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import dev.vsa.scene.StaticRegions;
import dev.vsa.scene.Table;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.simulation.Belongings;
import dev.vsa.testkit.simulation.Belongings.Thing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who is a person and who is none: sitters that the model loses, second boxes on one person, bags that the model follows. Simulated. */
class AbandonedObjectPersonsTest {

    private static final Thing BAG = Thing.bag(7, 0.38, 0.7, 5, 60);
    private static final Scenario.Feature<Table> NO_REGIONS =
            (second, view) -> new Table.Builder(StaticRegions.COLUMNS).lend().copy();

    @Test
    void aSecondBoxOnTheOwnerIsNotSomebodyWhoStays() {
        Actor legs = Actor.person(9).sized(0.1, 0.25).at(5.2, 0.4, 0.76).stays(8.5);
        assertThat(regions(BAG, owner().at(13, 0.95, 0.7), legs).occurrences()).hasSize(1);
    }

    @Test
    void aCompanionWhoStaysWhenTheOwnerHasGoneIsNoPartOfHim() {
        Actor companion = Actor.person(9).sized(0.1, 0.28).at(5.2, 0.42, 0.72).stays(60);
        assertThat(regions(BAG, owner().at(13, 0.95, 0.7), companion).signals()).isEmpty();
    }

    @Test
    void oneWhoSatDownAndIsLostIsNoThingThoughAnotherTurnsUpThereAndGoes() {
        Thing himself = BAG.sized(0.12, 0.16);
        for (double later : new double[] {0.5, 2, 3.5}) {
            Actor passer =
                    Actor.person(2).sized(0.1, 0.3).at(9 + later, 0.4, 0.72).at(15, 0.9, 0.72);
            assertThat(regions(himself, owner(), passer).signals())
                    .as("%s s later", later)
                    .isEmpty();
        }
    }

    @Test
    void oneWhoSinksDownWhileHeIsLostDidNotWalkAway() {
        Thing himself = BAG.sized(0.12, 0.16);
        Actor sinks = Actor.person(1)
                .sized(0.1, 0.3)
                .at(1, 0.1, 0.7)
                .at(4, 0.4, 0.7)
                .at(5, 0.4, 0.7)
                .at(5.6, 0.42, 0.82);
        Actor friend = Actor.person(2)
                .sized(0.1, 0.3)
                .at(1, 0.15, 0.7)
                .at(4, 0.45, 0.7)
                .stays(9)
                .at(13, 0.95, 0.7);
        assertThat(regions(himself, sinks, friend).signals()).isEmpty();
    }

    @Test
    void whatStirsOrFlickersIsNoThing() {
        Scenario.Feature<Table> still = Belongings.regions(BAG);
        Scenario.Feature<Table> stirs = (second, view) -> stirring(still.at(second, view), second);
        assertThat(watch(stirs, owner().at(13, 0.95, 0.7)).signals()).isEmpty();
    }

    /** For a second in four a part of it is elsewhere. */
    private static Table stirring(Table table, double second) {
        Table.Builder out = new Table.Builder(StaticRegions.COLUMNS);
        for (int row = 0; row < table.rows(); row++) {
            out.add();
            for (int c = 0; c < StaticRegions.COLUMNS; c++) {
                out.set(c, table.at(row, c));
            }
            out.set(StaticRegions.VISIBLE, second % 4 < 1 ? 0.4 : 1);
        }
        return out.lend().copy();
    }

    @Test
    void aBagThatTheModelFollowsIsSignalledThoughNoRegionTellsOfIt() {
        Findings found = watch(
                NO_REGIONS, owner().at(13, 0.95, 0.7), suitcase().stays(45).at(48, 0.9, 0.7));
        assertThat(found.occurrences()).singleElement().satisfies(bag -> {
            assertThat(bag.onset()).isBetween(9.0, 12.0);
            assertThat(bag.ended().orElseThrow()).isBetween(45.0, 49.0);
        });
    }

    @Test
    void itIsOneThingWhereARegionTellsOfItToo() {
        assertThat(regions(BAG, owner().at(13, 0.95, 0.7), suitcase().stays(60)).occurrences())
                .hasSize(1);
    }

    @Test
    void whatTheModelTakesForABagAndNobodyCarriedIsNone() {
        Actor bin = Actor.of(5, Role.BAG, "suitcase")
                .sized(0.06, 0.08)
                .at(0, 0.38, 0.7)
                .stays(60);
        assertThat(watch(NO_REGIONS, owner().at(13, 0.95, 0.7), bin).signals()).isEmpty();
        assertThat(watch(NO_REGIONS, suitcase().stays(60)).signals())
                .as("carried by nobody: a car from above")
                .isEmpty();
    }

    private static Actor suitcase() {
        return Actor.of(5, Role.BAG, "suitcase")
                .sized(0.06, 0.08)
                .at(1, 0.09, 0.7)
                .at(4, 0.38, 0.7);
    }

    private static Actor owner() {
        return Actor.person(1).sized(0.1, 0.3).at(1, 0.1, 0.7).at(4, 0.4, 0.7).stays(9);
    }

    private static Findings regions(Thing thing, Actor... actors) {
        return watch(Belongings.regions(thing), actors);
    }

    private static Findings watch(Scenario.Feature<Table> regions, Actor... actors) {
        Scenario scenario = Scenario.lasting(70).with(actors).feature(StaticRegions.KEY, regions);
        AbandonedObjectParameters ten =
                new AbandonedObjectParameters(Zone.frame(), Duration.ofSeconds(10), 1.5, 0.6, 0.1);
        return DetectorHarness.of(new AbandonedObjectProvider(), ten)
                .show(scenario.filmedAt(12.5))
                .findings();
    }
}
