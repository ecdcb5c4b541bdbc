package dev.vsa.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.scene.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModelCatalogueTest {

    private final List<ModelDescription> entries = ModelCatalogue.shipped().entries();

    @Test
    void beginsWithTheModelThatShips() {
        assertThat(entries.get(0).name()).isEqualTo(ModelCatalogue.BUILT_IN);
    }

    @Test
    void theModelThatShipsIsTheOneThatIsDescribed() {
        // The digest and the size are checked when it is read.
        assertThat(ModelFile.builtIn().read()).hasSize(3_888_488);
        assertThat(ModelFile.builtInPose().read()).hasSize(4_695_731);
    }

    @Test
    void namesAreUnique() {
        assertThat(entries).extracting(ModelDescription::name).doesNotHaveDuplicates();
    }

    @Test
    void allOthersHaveAnOfficialAddress() {
        assertThat(entries)
                .filteredOn(d -> !ModelCatalogue.ships(d.name()))
                .hasSize(entries.size() - 2)
                .allSatisfy(d -> assertThat(d.origin().sources())
                        .isNotEmpty()
                        .allMatch(s -> s.getScheme().equals("https")));
    }

    @Test
    void whatIsVerifiedHasASize() {
        assertThat(entries)
                .filteredOn(ModelDescription::verified)
                .allMatch(d -> d.origin().size() > 0);
    }

    @Test
    void allHaveALicence() {
        assertThat(entries).allMatch(d -> d.origin().licence().matches("Apache-2.0|BSD-3-Clause|MIT"));
    }

    @Test
    void detectorsSayHowTheirOutputsAreRead() {
        assertThat(entries)
                .filteredOn(d -> d.task() == ModelTask.OBJECTS && d.family() != ModelFamily.FASTESTDET)
                .allMatch(d -> !d.head().strides().isEmpty());
    }

    @Test
    void theClassesOfCocoPlayTheirParts() {
        Map<Role, List<String>> parts = entries.get(0).classes().stream()
                .collect(Collectors.groupingBy(
                        ModelClass::role, Collectors.mapping(ModelClass::label, Collectors.toList())));
        assertThat(parts.get(Role.PERSON)).containsExactly("person");
        assertThat(parts.get(Role.VEHICLE))
                .containsExactly("bicycle", "car", "motorcycle", "bus", "train", "truck", "boat");
        assertThat(parts.get(Role.BAG)).containsExactly("backpack", "handbag", "suitcase");
        assertThat(parts.get(Role.WEAPON)).containsExactly("knife");
        assertThat(parts.get(Role.ANIMAL)).hasSize(10).contains("bird", "dog", "giraffe");
        assertThat(parts.get(Role.OTHER)).contains("airplane", "kite", "surfboard", "skateboard", "hot dog");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> ModelCatalogue.shipped().get("yolo99"))
                .isInstanceOf(ModelException.Absent.class)
                .hasMessageContaining("yolo99")
                .hasMessageContaining("yolox-nano")
                .hasMessageContaining(".yaml");
    }
}
