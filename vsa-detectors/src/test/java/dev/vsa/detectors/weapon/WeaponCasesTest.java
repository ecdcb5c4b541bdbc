package dev.vsa.detectors.weapon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.geometry.Zone;
import dev.vsa.scene.ObjectClasses;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-alikes and limits, simulated. */
class WeaponCasesTest {

    private static final Zone HALL = Zone.of("hall", 0.05, 0.02, 0.95, 0.02, 0.95, 0.98, 0.05, 0.98);

    private final WeaponParameters parameters =
            Parameters.of(WeaponParameters.class).with("zone", HALL).build();

    private Findings run(Scenario scenario) {
        return DetectorHarness.of(new WeaponProvider(), parameters)
                .show(scenario.filmedAt(12.5))
                .findings();
    }

    private static Scenario scene(Actor... actors) {
        return Scenario.lasting(20).picture(16.0 / 9, 720).with(actors);
    }

    @Test
    void knifeInAHandIsSignalledOnce() {
        Findings findings = run(scene(Plays.walker(1, 0.5), Plays.knife(2, 0.5)));
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.raised()).isBetween(3.7, 4.4);
            assertThat(o.ended()).isPresent();
        });
        assertThat(findings.signals().get(0).signal().subjects())
                .extracting(s -> s.role())
                .containsExactly(Role.WEAPON, Role.PERSON);
    }

    @Test
    void knifeThatIsSeenInHalfOfTheFramesIsSignalledToo() {
        assertThat(run(scene(Plays.walker(1, 0.5), Plays.knife(2, 0.5).missed(0.5)))
                        .occurrences())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cell phone", "umbrella", "tripod", "walking stick", "bottle", "tool"})
    void otherThingsInAHandAreNot(String label) {
        assertThat(run(scene(Plays.walker(1, 0.5), Plays.thing(2, 0.5, Role.OTHER, label)))
                        .signals())
                .isEmpty();
    }

    @Test
    void whatIsRatherATelephoneIsNot() {
        Findings findings = run(scene(
                Plays.walker(1, 0.5),
                Plays.knife(2, 0.5).confident(0.4),
                Plays.thing(3, 0.5, Role.OTHER, "cell phone").confident(0.5)));
        assertThat(findings.signals()).isEmpty();
    }

    @Test
    void knifeOnATableIsNotWhoeverSitsBehindIt() {
        Actor sits = Actor.person(1).sized(0.15, 0.3).at(0, 0.5, 0.6).stays(18).jitter(0.02);
        Actor knife = Actor.of(2, Role.WEAPON, "knife")
                .sized(0.03, 0.03)
                .at(0, 0.52, 0.5)
                .stays(18)
                .jitter(0.02);
        assertThat(run(scene(sits, knife)).signals()).isEmpty();
    }

    @Test
    void knifeWithoutAnybodyIsNot() {
        assertThat(run(scene(Plays.walker(1, 0.95), Plays.knife(2, 0.4))).signals())
                .isEmpty();
    }

    @Test
    void shortGlimpseIsNot() {
        Actor glimpse = Actor.of(2, Role.WEAPON, "knife")
                .sized(0.02, 0.05)
                .at(3, 0.39, 0.38)
                .at(3.5, 0.42, 0.38);
        assertThat(run(scene(Plays.walker(1, 0.5), glimpse)).signals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.28", "0.005, 0.005"})
    void thingsThatNoHandWouldHoldAreNot(double width, double height) {
        Actor thing = Actor.of(2, Role.WEAPON, "knife")
                .sized(width, height)
                .at(3, 0.39, 0.5)
                .at(7, 0.67, 0.5)
                .at(11, 0.39, 0.5);
        assertThat(run(scene(Plays.walker(1, 0.5), thing)).signals()).isEmpty();
    }

    @Test
    void personsWhoAreTooSmallAreToldAndNotJudged() {
        Findings findings =
                run(Scenario.lasting(20).picture(16.0 / 9, 240).with(Plays.walker(1, 0.5), Plays.knife(2, 0.5)));
        assertThat(findings.signals()).isEmpty();
        assertThat(findings.toString()).contains("too small in the picture");
    }

    @Test
    void modelWithoutFirearmsIsToldOnce() {
        Findings findings =
                run(scene(Plays.walker(1, 0.5)).feature(ObjectClasses.KEY, (t, view) -> "person:person,weapon:knife"));
        assertThat(findings.toString().split("firearms: ", -1)).hasSize(2);
        assertThat(findings.toString()).contains("only knife");
    }

    @Test
    void modelWithFirearmsIsNotComplainedAbout() {
        Findings findings =
                run(scene(Plays.walker(1, 0.5)).feature(ObjectClasses.KEY, (t, view) -> "weapon:knife,weapon:pistol"));
        assertThat(findings.toString()).doesNotContain("firearms: ");
    }

    @Test
    void randomCrowdsWithoutWeaponsAreNeverSignalled() {
        for (long seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            Scenario crowd = Scenario.lasting(30).picture(1.5, 720).seed(seed);
            for (int i = 1; i <= 12; i++) {
                crowd.with(Actor.person(i)
                        .sized(0.1, 0.3)
                        .at(0, random.nextDouble(), random.nextDouble())
                        .at(30, random.nextDouble(), random.nextDouble())
                        .jitter(0.03)
                        .missed(0.2));
            }
            // one false sighting here and there, for two frames
            for (int i = 0; i < 20; i++) {
                double at = 1 + 28 * random.nextDouble();
                double x = random.nextDouble();
                double y = random.nextDouble();
                crowd.with(Actor.of(100 + i, Role.WEAPON, "knife")
                        .sized(0.02, 0.05)
                        .at(at, x, y)
                        .at(at + 0.16, x, y));
            }
            List<Scene> scenes = crowd.filmedAt(12.5);
            assertThat(DetectorHarness.of(new WeaponProvider(), parameters)
                            .show(scenes)
                            .findings()
                            .signals())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}
