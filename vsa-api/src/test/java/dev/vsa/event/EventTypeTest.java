package dev.vsa.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

    /** Decree 2023-828 of 28 August 2023, article 3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abandoned-object | présence d'objets abandonnés
            weapon           | présence ou utilisation d'armes, parmi celles mentionnées à l'article R. 311-2 du code de la \
            sécurité intérieure
            wrong-way        | non-respect par une personne ou un véhicule, du sens de circulation commun
            zone-intrusion   | franchissement ou présence d'une personne ou d'un véhicule dans une zone interdite ou sensible
            person-down      | présence d'une personne au sol à la suite d'une chute
            crowd-movement   | mouvement de foule
            crowd-density    | densité trop importante de personnes
            fire-start       | départs de feux
            """)
    void theEventsOfTheDecreeCarryItsWording(String id, String wording) {
        assertThat(EventType.decree())
                .filteredOn(type -> type.id().equals(id))
                .singleElement()
                .extracting(EventType::french)
                .asString()
                .isEqualTo(wording.substring(0, 1).toUpperCase(Locale.ROOT) + wording.substring(1));
    }

    @Test
    void theDecreeListsEightEvents() {
        assertThat(new HashSet<>(EventType.decree())).hasSize(8);
    }

    @Test
    void everyEventOfTheDecreeHasAnEnglishWording() {
        assertThat(EventType.decree()).noneMatch(type -> type.english().isBlank());
    }

    @Test
    void theListOfTheDecreeIsClosed() {
        assertThatThrownBy(() -> EventType.decree().add(EventType.WEAPON))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anEventOfTheDecreeKnowsThatItIsOne() {
        assertThat(EventType.decree()).allMatch(EventType::inDecree);
    }

    @Test
    void anEventOfResearchIsNotInTheDecree() {
        assertThat(new EventType("org.example:loitering", "flânerie", "loitering").inDecree())
                .isFalse();
    }

    @Test
    void anEventThatBorrowsAnIdIsNotInTheDecree() {
        assertThat(new EventType("weapon", "parapluie", "umbrella").inDecree()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.example:loitering", "a:b", "com.example.sub-unit:two-words", "x1:y2"})
    void wordsWithANamespaceAreAnId(String id) {
        assertThat(new EventType(id, "", "").id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Zone-Intrusion",
                "zone_intrusion",
                "zone intrusion",
                "-zone",
                "zone-",
                "zone--intrusion",
                ":x",
                "a:",
                "a:b:c",
                ".a:b",
                "zone\n",
                "zône"
            })
    void anythingElseIsNot(String id) {
        assertThatThrownBy(() -> new EventType(id, "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an event id");
    }
}
