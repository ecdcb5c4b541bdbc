package dev.vsa.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a refusal holds as a whole. */
class SiteRefusalTest {

    @Test
    void holdsEverythingThatIsWrongInTheOrderOfTheText() {
        assertThat(problems("""
                        site: corner
                        authorisation: {reference: a, events: [wrong-way], from: now, to: 2027-01-01T00:00:00Z}
                        cameras:
                          - id: b
                            source: b.mp4
                            zones: {lawn: [[0, 0], [2, 0], [0, -1]], yard: [[0, 0], [1, 0], [1, 1]]}
                            rules:
                              - {detect: zone-intrusion, zone: yarn, dwell: -1}
                              - {detect: org.example:everything, heading: [0, 0], count: 6}
                          - id: b
                            analysis: {fps: 121}
                            rules: [{detect: fall}]
                        sink: []
                        """))
                .containsExactly(
                        "2:58 authorisation.from",
                        "6:29 cameras[0].zones.lawn[1][0]",
                        "6:40 cameras[0].zones.lawn[2][1]",
                        "8:18 cameras[0].rules[0].detect",
                        "8:40 cameras[0].rules[0].zone",
                        "8:53 cameras[0].rules[0].dwell",
                        "9:18 cameras[0].rules[1].detect",
                        "9:51 cameras[0].rules[1].heading",
                        "10:5 cameras[1]",
                        "10:9 cameras[1].id",
                        "11:21 cameras[1].analysis.fps",
                        "12:22 cameras[1].rules[0].detect",
                        "13:1 sink");
    }

    @Test
    void doesNotBlameARuleForTheZoneThatItNames() {
        assertThat(problems(camera("zones: {lawn: [[0, 0], [2, 0], [1, 1]]}", "zone: lawn")))
                .containsExactly("5:29 cameras[0].zones.lawn[1][0]");
    }

    @Test
    void doesNotBlameADetectorForTheCalibrationThatItNeeds() {
        assertThat(problems("""
                        site: a
                        cameras:
                          - id: b
                            source: b.mp4
                            ground-plane: [{picture: [0, 0], metres: [0, 0]}]
                            rules: [{detect: org.example:everything, heading: [1, 0], count: 6}]
                        """)).containsExactly("5:19 cameras[0].ground-plane");
    }

    @Test
    void saysWhichRulesTheAuthorisationDoesNotCover() {
        String text = Samples.WHOLE.replace("[zone-intrusion, \"org.example:all\"]", "[zone-intrusion]");

        assertThat(refusal(text).getMessage())
                .isEqualTo("a.yaml:35:17: cameras[0].rules[3].detect: found 'org.example:everything', which signals"
                        + " org.example:all, expected a detector whose event the authorisation names: zone-intrusion");
    }

    @Test
    void saysWhichParametersContradictEachOther() {
        assertThat(refusal(Samples.WHOLE.replace("max-speed: 2.5", "max-speed: 0.1"))
                        .getMessage())
                .isEqualTo(
                        "a.yaml:35:9: cameras[0].rules[3]: found min-speed 1.0 is above max-speed 0.1, expected values"
                                + " that agree with each other");
    }

    @Test
    void saysWhyADetectorRefusesTheCamera() {
        assertThat(refusal(Samples.WHOLE.replace("ground-plane", "ground-plane-not"))
                        .problems())
                .extracting(Problem::path)
                .contains("cameras[0].rules[3]");
        assertThat(refusal(withoutGroundPlane()).getMessage())
                .isEqualTo("a.yaml:30:9: cameras[0].rules[3]: found a count above 5 needs a ground plane, expected"
                        + " parameters that the detector can work with");
    }

    @Test
    void saysThatADetectorFails() {
        assertThat(refusal(Samples.WHOLE.replace("\"yes\"", "break")).getMessage())
                .isEqualTo("a.yaml:35:9: cameras[0].rules[3]: found org.example:everything to fail:"
                        + " java.lang.IllegalStateException: broken, expected a detector that can be made");
    }

    @Test
    void refusesANameThatTwoRulesHave() {
        String text = Samples.WHOLE.replace("    zone: walkway", "    zone: walkway\n        name: lawn-forbidden");

        assertThat(refusal(text).getMessage()).contains("found the name 'lawn-forbidden' again");
    }

    @Test
    void refusesToRedefineTheWholePicture() {
        assertThat(problems(camera("zones: {frame: [[0, 0], [1, 0], [1, 1]]}", "zone: frame")))
                .containsExactly("5:13 cameras[0].zones.frame");
    }

    @Test
    void listsAFewOfManyNames() {
        StringBuilder zones = new StringBuilder("zones: {");
        for (int i = 0; i < 300; i++) {
            zones.append("z").append(i).append(": [[0, 0], [1, 0], [1, 1]], ");
        }

        assertThat(refusal(camera(zones + "}", "zone: zz")).getMessage())
                .contains("z18 or one of 281 others")
                .hasSizeLessThan(400);
    }

    @Test
    void holdsAtMostAThousand() {
        String text = "site: a\ncameras: [" + "{}, ".repeat(5000) + "]\n";

        assertThat(refusal(text).problems()).hasSize(1000);
    }

    private static String camera(String shapes, String parameters) {
        return "site: a\ncameras:\n  - id: b\n    source: b.mp4\n    " + shapes
                + "\n    rules: [{detect: zone-intrusion, " + parameters + "}]\n";
    }

    private static String withoutGroundPlane() {
        return Samples.WHOLE.replaceAll("(?m)^    ground-plane:\n(      - .*\n){4}", "");
    }

    private static List<String> problems(String text) {
        return refusal(text).problems().stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.path())
                .toList();
    }

    private static InvalidSiteException refusal(String text) {
        InvalidSiteException refusal =
                catchThrowableOfType(InvalidSiteException.class, () -> Samples.READER.read(text, "a.yaml"));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }
}
