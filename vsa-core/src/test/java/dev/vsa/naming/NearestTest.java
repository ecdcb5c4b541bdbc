package dev.vsa.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {

    private static final List<String> NAMES = List.of("zone", "zones", "cool-down", "person", "lawn", "yard");

    @ParameterizedTest
    @CsvSource({
        "zone, zone",
        "zome, zone",
        "zoen, zone",
        "zon, zone",
        "zonez, zone",
        "zoness, zones",
        "coolDown, cool-down",
        "cool_down, cool-down",
        "Cool Down, cool-down",
        "COOL-DOWN, cool-down",
        "persons, person",
        "lwan, lawn",
        "yart, yard"
    })
    void findsTheNameThatWasMeant(String word, String meant) {
        assertThat(Nearest.to(word, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "gate", "weapon", "something else entirely, and long at that, much too long for a name"
            })
    void findsNothingForAnotherWord(String word) {
        assertThat(Nearest.to(word, NAMES)).isEmpty();
    }

    @Test
    void takesTheFirstOfEquals() {
        assertThat(Nearest.to("gate-3", List.of("gate-1", "gate-2"))).contains("gate-1");
    }
}
