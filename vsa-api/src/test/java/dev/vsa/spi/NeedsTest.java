package dev.vsa.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.scene.Role;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedsTest {

    @ParameterizedTest
    @CsvSource({"-1, 0", "NaN, 0", "5, -1"})
    void figuresOutOfRangeAreRefused(double minFps, int minObjectPixels) {
        assertThatThrownBy(() -> Needs.tracks(Set.of(Role.PERSON), minFps, minObjectPixels))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void laterChangesOfTheSetDoNotReachTheNeeds() {
        Set<Role> roles = EnumSet.of(Role.PERSON);
        Needs needs = Needs.tracks(roles, 5, 0);
        roles.add(Role.FIRE);

        assertThat(needs).isEqualTo(new Needs(Set.of(Role.PERSON), Set.of(), 5, 0));
    }
}
