package dev.vsa.record;

import dev.vsa.scene.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Scene logs in memory, and what their bytes mean. */
final class Logs {

    static final SceneLogHeader HEADER = new SceneLogHeader(
            "camera",
            16 / 9.0,
            "1.2.3",
            "nanodet 12ab",
            "cafe",
            Set.of(Role.PERSON, Role.VEHICLE),
            Set.of(
                    "motion",
                    "test:count",
                    "test:note",
                    "test:table",
                    "test:float",
                    "test:long",
                    "test:int",
                    "test:flag"));

    private Logs() {}

    static byte[] write(SceneLogHeader header, Consumer<SceneFlow> scenes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SceneWriter writer = SceneWriter.create(Channels.newChannel(bytes), header)) {
            scenes.accept(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] write(Consumer<SceneFlow> scenes) {
        return write(HEADER, scenes);
    }

    static SceneReader open(byte[] log) {
        try {
            return SceneReader.open(new Memory(log), "test.scenes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays a log to its end. */
    static void play(byte[] log, SceneFlow to) {
        try (SceneReader reader = open(log)) {
            reader.play(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Transcript read(byte[] log) {
        Transcript transcript = new Transcript();
        play(log, transcript);
        return transcript;
    }

    /** Where the header ends and the first block begins. */
    static int firstBlock(byte[] log) {
        return 16 + ByteBuffer.wrap(log).getInt(12) + 4;
    }

    /** Where the block after one begins. */
    static int nextBlock(byte[] log, int block) {
        return block + Format.BLOCK_HEAD + ByteBuffer.wrap(log).getInt(block + 1);
    }

    /** What a block holds, inflated. */
    static byte[] payload(byte[] log, int block) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(log, block + Format.BLOCK_HEAD, nextBlock(log, block) - block - Format.BLOCK_HEAD);
            byte[] payload = new byte[ByteBuffer.wrap(log).getInt(block + 5)];
            inflater.inflate(payload);
            return payload;
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        } finally {
            inflater.end();
        }
    }

    /** Corrects the checksum of a block, as if what it holds had been meant. */
    static void seal(byte[] log, int block) {
        CRC32 crc = new CRC32();
        crc.update(log, block, Format.BLOCK_HEAD - 4);
        crc.update(log, block + Format.BLOCK_HEAD, nextBlock(log, block) - block - Format.BLOCK_HEAD);
        ByteBuffer.wrap(log).putInt(block + Format.BLOCK_HEAD - 4, (int) crc.getValue());
    }

    private static final class Memory implements SeekableByteChannel {

        private final ByteBuffer bytes;

        Memory(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        @Override
        public int read(ByteBuffer to) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(to.remaining(), bytes.remaining());
            to.put(to.position(), bytes, bytes.position(), count);
            to.position(to.position() + count);
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return bytes.position();
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            bytes.position((int) Math.min(newPosition, bytes.limit()));
            return this;
        }

        @Override
        public long size() {
            return bytes.limit();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
