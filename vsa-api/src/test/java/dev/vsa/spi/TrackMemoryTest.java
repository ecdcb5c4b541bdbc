package dev.vsa.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackMemoryTest {

    private final TrackMemory<long[]> memory = new TrackMemory<>(() -> new long[1]);

    @Test
    void remembersByNumber() {
        memory.add(7)[0] = 70;
        memory.add(-1)[0] = 10;
        assertThat(memory.find(7)).containsExactly(70);
        assertThat(memory.find(-1)).containsExactly(10);
        assertThat(memory.find(8)).isNull();
    }

    @Test
    void lastTakesThePlaceOfTheRemoved() {
        memory.add(1);
        memory.add(2);
        memory.add(3);
        memory.removeAt(0);
        assertThat(memory.size()).isEqualTo(2);
        assertThat(memory.idAt(0)).isEqualTo(3);
        assertThat(memory.find(1)).isNull();
    }

    @Test
    void statesAreUsedAgain() {
        long[] state = memory.add(1);
        memory.removeAt(0);
        assertThat(memory.add(2)).isSameAs(state);
    }

    @Test
    void secondAddOfOneNumberIsRefused() {
        memory.add(5);
        assertThatThrownBy(() -> memory.add(5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("5");
    }

    @Test
    void positionOutOfRangeIsRefused() {
        memory.add(5);
        memory.removeAt(0);
        assertThatThrownBy(() -> memory.at(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whatWasWrittenIsReadInTheSameOrderInPlaceOfWhatIsThere() {
        memory.add(7)[0] = 70;
        memory.add(3)[0] = 30;
        StateWriter out = new StateWriter();
        memory.snapshot(out, (state, to) -> to.putLong(state[0]));
        TrackMemory<long[]> other = new TrackMemory<>(() -> new long[1]);
        other.add(9);

        other.restore(new StateReader(out.toBytes()), (state, from) -> state[0] = from.getLong());

        assertThat(other.size()).isEqualTo(2);
        assertThat(other.idAt(0)).isEqualTo(7);
        assertThat(other.find(7)).containsExactly(70);
        assertThat(other.find(3)).containsExactly(30);
        assertThat(other.find(9)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithAHashMap(long seed) {
        Random random = new Random(seed);
        Map<Long, Long> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            // Few distinct numbers, many multiples of a power of two: long probe sequences and gaps in them.
            long id = (long) random.nextInt(90) << 4 * random.nextInt(8);
            if (expected.containsKey(id)) {
                int at = 0;
                while (memory.idAt(at) != id) {
                    at++;
                }
                assertThat(memory.at(at)[0]).isEqualTo(expected.remove(id));
                memory.removeAt(at);
            } else {
                memory.add(id)[0] = i;
                expected.put(id, (long) i);
            }
            if (i == 15_000) {
                memory.clear();
                expected.clear();
            }
            assertThat(memory.size()).isEqualTo(expected.size());
        }
        expected.forEach((id, value) -> assertThat(memory.find(id)).containsExactly(value));
    }
}
