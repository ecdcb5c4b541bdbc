package dev.vsa.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenLabelsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "face",
                "Face",
                "human_face",
                "HumanFace",
                "face mask",
                "age",
                "age_20-29",
                "gender",
                "male",
                "FEMALE",
                "man",
                "woman",
                "child",
                "emotion",
                "happy",
                "angry-person",
                "license_plate",
                "LicensePlate",
                "licence plate",
                "number-plate",
                "plate",
                "identity",
                "person_id",
                "re-id",
                "reid",
                "visage",
                "âge",
                "émotion",
                "plaque",
                "identité",
                "ethnicity"
            })
    void labelsThatNameATraitOfAPersonOrAPlateAreRefused(String label) {
        assertThatThrownBy(() -> ForbiddenLabels.check("m", List.of("person", label)))
                .isInstanceOf(ModelException.ForbiddenLabels.class)
                .hasMessageContaining("'" + label + "'")
                .hasMessageContaining("no face, age, gender, emotion, number plate or identity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person",
                "surface",
                "package",
                "baggage",
                "template",
                "platform",
                "manhole",
                "human",
                "head",
                "sausage",
                "garage",
                "idle",
                "video",
                "grace",
                "facade",
                "smoke",
                "gun",
                "fire hydrant"
            })
    void wordsThatOnlyContainSuchWordsPass(String label) {
        assertThatCode(() -> ForbiddenLabels.check("m", List.of(label))).doesNotThrowAnyException();
    }

    @Test
    void theMessageNamesEachSuchLabel() {
        assertThatThrownBy(() -> ForbiddenLabels.check("m", List.of("face", "car", "gender")))
                .hasMessageContaining("'face', 'gender'");
    }

    @Test
    void wordsAreCutAtMarksDigitsAndHumps() {
        assertThat(ForbiddenLabels.words("License_plate2Été")).containsExactly("license", "plate", "ete");
    }
}
