package dev.vsa.detectors.persondown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.geometry.Zone;
import dev.vsa.scene.BodyKeypoints;
import dev.vsa.scene.BodyKeypoints.Joint;
import dev.vsa.scene.Table;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;
import org.junit.jupiter.api.Test;

/** Falls in the direction of the camera, and what is no proof of time on the ground. Simulated, without a ground plane. */
class PersonDownTowardsCameraTest {

    private final PersonDownParameters parameters = Parameters.of(PersonDownParameters.class)
            .with("zone", Zone.of("frame", 0, 0, 1, 0, 1, 1, 0, 1))
            .build();

    @Test
    void whoComesDownNearerToTheCameraLiesThoughHisBoxIsHardlyLower() {
        assertThat(run(standing().at(3.5, 0.5, 0.85, 0.87, 3.2).stays(14)).occurrences())
                .hasSize(1);
        assertThat(run(standing().at(3.5, 0.5, 0.6, 0.87, 3.2).stays(14)).signals())
                .as("as high and wide where he stood")
                .isEmpty();
        assertThat(run(standing().at(6, 0.5, 0.85, 1.4, 1.4).stays(14)).signals())
                .as("who walks up")
                .isEmpty();
        assertThat(run(standing().at(5, 0.5, 0.75, 0.75, 1.9).stays(14)).signals())
                .as("who walks up and crouches")
                .isEmpty();
    }

    @Test
    void whoseBodyIsUpsideDownLiesHeadFirst() {
        Actor him = standing().at(3.5, 0.5, 0.85, 0.9, 1.3).stays(14);
        assertThat(run(him).signals()).as("by the outline").isEmpty();
        assertThat(run(Scenario.lasting(16).with(him).feature(BodyKeypoints.KEY, (s, v) -> body(s > 3.1, 0.6)))
                        .occurrences())
                .hasSize(1);
        assertThat(run(Scenario.lasting(16).with(him).feature(BodyKeypoints.KEY, (s, v) -> body(s > 3.1, 0.8)))
                        .signals())
                .as("bent over, with the knees below the hips")
                .isEmpty();
    }

    @Test
    void signsFarApartAreNoTimeOnTheGround() {
        Actor him = standing().at(3.5, 0.52, 0.6, 0.24, 2.8).hidden(3.25, 20).stays(14);
        Actor low = Actor.moving(8).sized(0.28, 0.08).at(3.6, 0.52, 0.6).stays(14);
        Actor glimpses = low;
        for (double s = 3.8; s < 14; s++) {
            glimpses = glimpses.hidden(s, s + 0.85);
        }
        assertThat(run(him, low).occurrences()).as("always there").hasSize(1);
        assertThat(run(him, glimpses).signals()).as("once a second").isEmpty();
    }

    @Test
    void whoGoesOnLowDoesNotLie() {
        Actor down = standing().at(3.4, 0.5, 0.6, 0.45, 2.2);
        assertThat(run(down.stays(14)).occurrences()).hasSize(1);
        assertThat(run(down.at(6, 0.9, 0.6, 0.45, 2.2).at(9, 0.4, 0.6, 0.45, 2.2))
                        .signals())
                .as("runs bent over")
                .isEmpty();
    }

    private static Actor standing() {
        return Actor.person(1).sized(0.105, 0.3).at(0, 0.5, 0.6).at(3, 0.5, 0.6);
    }

    /** Shoulders at 0.8 and hips at 0.7; the legs at a height. */
    private static Table body(boolean seen, double legs) {
        double[] row = new double[BodyKeypoints.COLUMNS];
        row[BodyKeypoints.TRACK] = 1;
        row[BodyKeypoints.SCORE] = 0.5;
        put(row, Joint.LEFT_SHOULDER, 0.8);
        put(row, Joint.RIGHT_SHOULDER, 0.8);
        put(row, Joint.LEFT_HIP, 0.7);
        put(row, Joint.RIGHT_HIP, 0.7);
        put(row, Joint.LEFT_KNEE, legs);
        put(row, Joint.RIGHT_ANKLE, legs);
        return Table.of(BodyKeypoints.COLUMNS, seen ? row : new double[0]);
    }

    private static void put(double[] row, Joint joint, double y) {
        row[joint.column()] = 0.5;
        row[joint.column() + 1] = y;
        row[joint.column() + 2] = 0.8;
    }

    private Findings run(Actor... actors) {
        return run(Scenario.lasting(16).with(actors));
    }

    private Findings run(Scenario scenario) {
        return DetectorHarness.of(new PersonDownProvider(), parameters)
                .show(scenario.filmedAt(12.5))
                .findings();
    }
}
