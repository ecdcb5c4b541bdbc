package dev.vsa.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vsa.record.RandomFlow.Wild;
import dev.vsa.record.UnreadableSceneLogException.Fault;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, reading it ends in scenes or in the one exception, and takes no more memory than it is worth. */
class DamagedSceneLogTest {

    private static final long MOST_MEMORY = 64L << 20;

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "RIFF....AVI LIST", "\u0089VSC is how it begins, but not how it goes on"})
    void whatIsNoSceneLogIsForeign(String content) {
        assertThat(fault(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Fault.FOREIGN);
    }

    @Test
    void aFileThatWasTakenForTextIsForeign() {
        String mangled = new String(log(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");

        assertThat(fault(mangled.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Fault.FOREIGN);
    }

    @Test
    void aNewerFormatIsNamedAsSuch() {
        byte[] log = log();
        ByteBuffer.wrap(log).putInt(8, 2);
        CRC32 crc = new CRC32();
        int end = Logs.firstBlock(log) - 4;
        crc.update(log, 8, end - 8);
        ByteBuffer.wrap(log).putInt(end, (int) crc.getValue());

        assertThat(fault(log)).isEqualTo(Fault.NEWER);
    }

    @Test
    void aCutFileIsPlayedUpToItsLastWholeBlock() {
        byte[] log = log();
        List<String> all = Logs.read(log).lines;
        int first = Logs.firstBlock(log);
        int second = Logs.nextBlock(log, first);
        int itemsOfFirst = ByteBuffer.wrap(log).getInt(first + 25);

        for (int length = first; length < log.length; length += 7) {
            Transcript played = new Transcript();
            byte[] cut = Arrays.copyOf(log, length);
            Throwable thrown = catchThrowable(() -> Logs.play(cut, played));
            assertThat(((UnreadableSceneLogException) thrown).fault()).isEqualTo(Fault.CUT);
            assertThat(played.lines).isEqualTo(all.subList(0, played.lines.size()));
            assertThat(played.lines).hasSizeGreaterThanOrEqualTo(length < second ? 0 : itemsOfFirst);
        }
    }

    @Test
    void aCutHeaderIsToldFromAForeignFile() {
        assertThat(fault(Arrays.copyOf(log(), 20))).isEqualTo(Fault.CUT);
    }

    @Test
    void bytesAfterTheEndAreDamage() {
        byte[] log = log();

        assertThat(fault(Arrays.copyOf(log, log.length + 1))).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] log = Logs.write(writer -> new RandomFlow(22, Wild.WILD).play(20, 3, writer));
        Random random = new Random(22);

        for (int i = 0; i < log.length; i++) {
            byte[] changed = log.clone();
            changed[i] ^= (byte) (1 + random.nextInt(255));
            assertThat(fault(changed)).as("byte %d", i).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mutilatedFilesEndInTheOneException(long seed) {
        byte[] log = log();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] changed = log.clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            readHarmlessly(changed, "seed " + seed + ", round " + i);
        }
    }

    /** Checksums guard against accidents, not against malice: what lies beneath them must hold by itself. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nonsenseUnderRightChecksumsEndsInTheOneException(long seed) {
        byte[] log = log();
        int block = Logs.firstBlock(log);
        byte[] payload = Logs.payload(log, block);
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 800; i++) {
            byte[] changed = payload.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                int at = random.nextInt(4) == 0 ? random.nextInt(64) : random.nextInt(changed.length);
                changed[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(4));
            }
            read += readHarmlessly(withPayload(log, block, changed), "seed " + seed + ", round " + i) ? 1 : 0;
        }
        assertThat(read)
                .as("changes that still make sense: the test reaches what it means to")
                .isPositive();
    }

    @Test
    void aBlockThatPromisesMoreThanItCanHoldIsRefusedBeforeMemoryIsTaken() {
        byte[] log = log();
        int block = Logs.firstBlock(log);
        ByteBuffer.wrap(log).putInt(block + 5, Format.LARGEST_BLOCK);
        Logs.seal(log, block);

        assertThat(fault(log)).isEqualTo(Fault.DAMAGED);
    }

    private static byte[] log() {
        return Logs.write(writer -> new RandomFlow(21, Wild.WILD).play(50, 3, writer));
    }

    private static Fault fault(byte[] log) {
        Throwable thrown = catchThrowable(() -> Logs.read(log));
        assertThat(thrown).isInstanceOf(UnreadableSceneLogException.class).hasMessageStartingWith("test.scenes");
        return ((UnreadableSceneLogException) thrown).fault();
    }

    /** Whether a log could be read to its end; anything but the one exception, or much memory, fails the test. */
    private static boolean readHarmlessly(byte[] log, String which) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Throwable thrown = catchThrowable(() -> Logs.play(log, new Counter()));
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(taken).as(which).isLessThan(MOST_MEMORY);
        if (thrown != null) {
            assertThat(thrown).as(which).isInstanceOf(UnreadableSceneLogException.class);
        }
        return thrown == null;
    }

    private static byte[] withPayload(byte[] log, int block, byte[] payload) {
        Deflater deflater = new Deflater(1, true);
        deflater.setInput(payload);
        deflater.finish();
        byte[] packed = new byte[payload.length * 2 + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        int next = Logs.nextBlock(log, block);
        ByteBuffer made = ByteBuffer.allocate(block + Format.BLOCK_HEAD + length + log.length - next);
        made.put(log, 0, block + Format.BLOCK_HEAD).put(packed, 0, length).put(log, next, log.length - next);
        made.putInt(block + 1, length);
        made.putInt(block + 5, payload.length);
        Logs.seal(made.array(), block);
        return made.array();
    }
}
