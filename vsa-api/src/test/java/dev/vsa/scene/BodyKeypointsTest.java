package dev.vsa.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.scene.BodyKeypoints.Joint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyKeypointsTest {

    @ParameterizedTest
    @CsvSource({"0, -0.2, 0", "0.2, 0, 90", "-0.2, 0, 90", "0.1, -0.1, 45", "0, 0.2, 180"})
    void tiltIsTheAngleOfTheTrunkToTheVertical(double dx, double dy, double degrees) {
        double[] row = new double[BodyKeypoints.COLUMNS];
        put(row, Joint.LEFT_HIP, 0.5, 0.5, 0.9);
        put(row, Joint.RIGHT_HIP, 0.5, 0.5, 0.9);
        put(row, Joint.LEFT_SHOULDER, 0.5 + dx / 2, 0.5 + dy, 0.9);
        put(row, Joint.RIGHT_SHOULDER, 0.5 + dx / 2, 0.5 + dy, 0.9);
        Table table = Table.of(BodyKeypoints.COLUMNS, row);
        assertThat(BodyKeypoints.trunkTilt(table, 0, 2)).as("on square pixels").isCloseTo(degrees, within(1e-9));
    }

    @Test
    void oneShoulderAndOneHipAreEnoughAndUnseenJointsDoNotCount() {
        double[] row = new double[BodyKeypoints.COLUMNS];
        put(row, Joint.LEFT_HIP, 0.5, 0.5, 0.9);
        put(row, Joint.RIGHT_HIP, 0.9, 0.9, 0.1);
        put(row, Joint.RIGHT_SHOULDER, 0.5, 0.3, 0.9);
        put(row, Joint.LEFT_SHOULDER, 0.1, 0.9, 0.1);
        assertThat(BodyKeypoints.trunkTilt(Table.of(BodyKeypoints.COLUMNS, row), 0, 1))
                .isZero();
        put(row, Joint.RIGHT_SHOULDER, 0.5, 0.3, 0.2);
        assertThat(BodyKeypoints.trunkTilt(Table.of(BodyKeypoints.COLUMNS, row), 0, 1))
                .isNaN();
    }

    @Test
    void jointsAreReadWhereTheyWereWritten() {
        double[] row = new double[BodyKeypoints.COLUMNS];
        for (Joint joint : Joint.values()) {
            put(row, joint, joint.column(), 100 + joint.column(), 200 + joint.column());
        }
        Table table = Table.of(BodyKeypoints.COLUMNS, row);
        for (Joint joint : Joint.values()) {
            assertThat(BodyKeypoints.x(table, 0, joint)).isEqualTo(joint.column());
            assertThat(BodyKeypoints.y(table, 0, joint)).isEqualTo(100 + joint.column());
            assertThat(BodyKeypoints.score(table, 0, joint)).isEqualTo(200 + joint.column());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, 0.7, 0.6, true", // lies with the head towards the camera
        "0.8, 0.7, 0.9, false", // is bent over
        "0.5, 0.7, 0.6, false", // sits with his legs drawn up
        "0.5, 0.7, 0.9, false" // stands
    })
    void headFirstIsUpsideDownFromTheShouldersToTheLegs(double shoulder, double hip, double knee, boolean upsideDown) {
        double[] row = new double[BodyKeypoints.COLUMNS];
        put(row, Joint.LEFT_SHOULDER, 0.5, shoulder, 0.9);
        put(row, Joint.RIGHT_HIP, 0.5, hip, 0.9);
        assertThat(BodyKeypoints.headFirst(Table.of(BodyKeypoints.COLUMNS, row), 0))
                .as("no leg seen")
                .isFalse();
        put(row, Joint.LEFT_KNEE, 0.5, knee, 0.9);
        assertThat(BodyKeypoints.headFirst(Table.of(BodyKeypoints.COLUMNS, row), 0))
                .isEqualTo(upsideDown);
    }

    private static void put(double[] row, Joint joint, double x, double y, double score) {
        int at = joint.column();
        row[at] = x;
        row[at + 1] = y;
        row[at + 2] = score;
    }
}
