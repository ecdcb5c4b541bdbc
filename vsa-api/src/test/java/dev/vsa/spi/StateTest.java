package dev.vsa.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.vsa.spi.StateReader.UnreadableStateException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenIsReadBackInOrder(long seed) {
        Random random = new Random(seed);
        List<Object> written = entries(random, 1 + random.nextInt(300));

        assertThat(read(write(written), kinds(written))).as("seed %d", seed).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                Double.MAX_VALUE
            })
    void numbersKeepEveryBit(double value) {
        StateWriter out = new StateWriter();
        out.putDouble(value);

        assertThat(Double.doubleToRawLongBits(new StateReader(out.toBytes()).getDouble()))
                .isEqualTo(Double.doubleToRawLongBits(value));
    }

    @Test
    void aNotANumberKeepsItsPayload() {
        StateWriter out = new StateWriter();
        out.putDouble(Double.longBitsToDouble(0x7ff8_0000_0000_1234L));

        assertThat(new StateReader(out.toBytes()).getLong()).isEqualTo(0x7ff8_0000_0000_1234L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "quay", "départs de feux", "𝄞 clef", "\u0000"})
    void textsOfAnyScriptAreReadBack(String text) {
        StateWriter out = new StateWriter();
        out.putString(text);

        assertThat(new StateReader(out.toBytes()).getString()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyTruncationIsToldAsUnreadable(long seed) {
        Random random = new Random(seed);
        List<Object> written = entries(random, 30);
        byte[] whole = write(written);
        for (int length = 0; length < whole.length; length++) {
            byte[] truncated = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(truncated, kinds(written)))
                    .as("seed %d, %d bytes of %d", seed, length, whole.length)
                    .isInstanceOf(UnreadableStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void damageIsReadOrToldAsUnreadableAndNothingElse(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Object> written = entries(random, 20);
            byte[] bytes = write(written);
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                read(bytes, kinds(written));
            } catch (UnreadableStateException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 1_000_000_000, -1, Integer.MIN_VALUE})
    void aTextOfADamagedLengthIsNotAllocated(int length) {
        byte[] bytes = ByteBuffer.allocate(12).putInt(length).array();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        StateReader in = new StateReader(bytes);
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(in::getString).isInstanceOf(UnreadableStateException.class);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, Integer.MAX_VALUE, -1})
    void aCountThatCannotBeTrueOfTheBytesLeftIsRefused(int count) {
        StateReader in = new StateReader(ByteBuffer.allocate(12).putInt(count).array());

        assertThatThrownBy(in::count)
                .isInstanceOf(UnreadableStateException.class)
                .hasMessage("a count of " + count + " with 8 bytes left");
    }

    @Test
    void aCountThatCanBeTrueIsRead() {
        assertThat(new StateReader(ByteBuffer.allocate(12).putInt(8).array()).count())
                .isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aKnownVersionIsRead(int version) {
        assertThat(versionOf(version).version(3)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 4, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anUnknownVersionIsRefused(int version) {
        assertThatThrownBy(() -> versionOf(version).version(3))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessage("state of version " + version + "; this detector reads 1 to 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aVersionThatNoReaderTakesIsNotWritten(int version) {
        assertThatThrownBy(() -> new StateWriter().version(version)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void laterChangesOfTheBytesDoNotReachTheReader() {
        byte[] bytes = {1};
        StateReader in = new StateReader(bytes);
        bytes[0] = 0;

        assertThat(in.getBoolean()).isTrue();
    }

    @Test
    void whatIsWrittenLaterDoesNotReachBytesHandedOut() {
        StateWriter out = new StateWriter();
        out.putInt(7);
        byte[] early = out.toBytes();
        out.putInt(8);

        assertThat(early).containsExactly(0, 0, 0, 7);
    }

    private static StateReader versionOf(int version) {
        return new StateReader(ByteBuffer.allocate(4).putInt(version).array());
    }

    private static List<Object> entries(Random random, int count) {
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(
                    switch (random.nextInt(5)) {
                        case 0 -> random.nextInt();
                        case 1 -> random.nextLong();
                        case 2 -> random.nextGaussian();
                        case 3 -> random.nextBoolean();
                        default -> "é".repeat(random.nextInt(40)) + i;
                    });
        }
        return entries;
    }

    private static List<Class<?>> kinds(List<Object> entries) {
        List<Class<?>> kinds = new ArrayList<>();
        entries.forEach(entry -> kinds.add(entry.getClass()));
        return kinds;
    }

    private static byte[] write(List<Object> entries) {
        StateWriter out = new StateWriter();
        for (Object entry : entries) {
            if (entry instanceof Integer i) {
                out.putInt(i);
            } else if (entry instanceof Long l) {
                out.putLong(l);
            } else if (entry instanceof Double d) {
                out.putDouble(d);
            } else if (entry instanceof Boolean b) {
                out.putBoolean(b);
            } else {
                out.putString((String) entry);
            }
        }
        return out.toBytes();
    }

    private static List<Object> read(byte[] bytes, List<Class<?>> kinds) {
        StateReader in = new StateReader(bytes);
        List<Object> entries = new ArrayList<>();
        for (Class<?> kind : kinds) {
            if (kind == Integer.class) {
                entries.add(in.getInt());
            } else if (kind == Long.class) {
                entries.add(in.getLong());
            } else if (kind == Double.class) {
                entries.add(in.getDouble());
            } else if (kind == Boolean.class) {
                entries.add(in.getBoolean());
            } else {
                entries.add(in.getString());
            }
        }
        return entries;
    }
}
