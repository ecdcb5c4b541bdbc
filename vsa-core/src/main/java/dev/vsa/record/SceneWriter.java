package dev.vsa.record;

import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a scene log: everything that a judgement depends on, bit for bit, in a few bytes an object. The file consists of
 * blocks of {@value #BLOCK_SECONDS} s that are readable without one another; if the process dies, the last block is lost.
 *
 * <p>The same scenes give the same bytes (of one version of the JVM's zlib). Not thread-safe; past the first scenes a scene
 * allocates nothing unless it has features.
 */
public final class SceneWriter implements SceneFlow, AutoCloseable {

    private static final int BLOCK_SECONDS = 10;
    private static final long BLOCK_NANOS = BLOCK_SECONDS * 1_000_000_000L;
    private static final long BLOCK_BYTES = 1 << 22;

    private final WritableByteChannel channel;
    private final BlockEncoder encoder;
    private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    private final CRC32 crc = new CRC32();
    private final Column out = new Column();
    private final Column lengths = new Column();
    private long items;
    private boolean closed;

    private SceneWriter(WritableByteChannel channel, SceneLogHeader header) {
        this.channel = channel;
        this.encoder = new BlockEncoder(header.features());
    }

    /**
     * Creates a file, replacing what is there.
     *
     * @param file the file, by convention with the ending {@code .scenes}; its folder must exist
     * @param header what the log says of itself; features that it does not name are left out
     * @return a writer; the caller closes it
     * @throws IOException if the file cannot be written
     */
    public static SceneWriter create(Path file, SceneLogHeader header) throws IOException {
        return create(
                Files.newByteChannel(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE),
                header);
    }

    static SceneWriter create(WritableByteChannel channel, SceneLogHeader header) throws IOException {
        SceneWriter writer = new SceneWriter(channel, header);
        try {
            writer.head(header);
        } catch (IOException e) {
            writer.deflater.end();
            channel.close();
            throw e;
        }
        return writer;
    }

    private void head(SceneLogHeader header) throws IOException {
        Column body = new Column();
        body.putText(header.cameraId());
        body.putLong(Double.doubleToRawLongBits(header.aspect()));
        body.putText(header.library());
        body.putText(header.model());
        body.putText(header.configuration());
        body.putVarint(header.roles().size());
        header.roles().stream().map(Role::name).sorted().forEach(body::putText);
        body.putVarint(header.features().size());
        header.features().stream().sorted().forEach(body::putText);
        out.clear();
        out.putLong(Format.MAGIC);
        out.putInt(Format.VERSION);
        out.putInt(body.end);
        out.putBytes(body.bytes, body.end);
        seal(Long.BYTES);
    }

    @Override
    public void observe(Scene scene) {
        begin(scene.mediaNanos());
        encoder.scene(scene);
        finish();
    }

    @Override
    public void discontinuity(Discontinuity discontinuity) {
        begin(discontinuity.toNanos());
        encoder.discontinuity(discontinuity);
        finish();
    }

    @Override
    public void cannotJudge(long mediaNanos, long wallNanos, String reason) {
        begin(mediaNanos);
        encoder.unseen(mediaNanos, wallNanos, reason);
        finish();
    }

    private void begin(long nanos) {
        if (closed) {
            throw new IllegalStateException("the scene log is closed");
        }
        if (encoder.items() > 0 && nanos - encoder.firstNanos() >= BLOCK_NANOS) {
            flush();
        }
    }

    private void finish() {
        items++;
        if (encoder.columns().size() >= BLOCK_BYTES) {
            flush();
        }
    }

    /** Writes the block that is being filled, so that what was taken so far is safe. */
    public void flush() {
        if (encoder.items() == 0) {
            return;
        }
        try {
            encoder.finishTexts();
            if (encoder.columns().size() > Format.LARGEST_BLOCK - 1024) {
                throw new IllegalArgumentException(
                        "a scene of " + encoder.columns().size() + " bytes cannot be stored");
            }
            block();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            encoder.clear();
        }
    }

    private void block() throws IOException {
        Columns columns = encoder.columns();
        lengths.clear();
        for (int i = 0; i < Columns.COUNT; i++) {
            lengths.putVarint(columns.at(i).end);
        }
        out.clear();
        out.skipOver(Format.BLOCK_HEAD);
        deflater.reset();
        deflate(lengths, false);
        for (int i = 0; i < Columns.COUNT; i++) {
            deflate(columns.at(i), i == Columns.COUNT - 1);
        }
        int length = out.end;
        out.end = 0;
        out.putByte(Format.BLOCK);
        out.putInt(length - Format.BLOCK_HEAD);
        out.putInt((int) (lengths.end + columns.size()));
        out.putLong(encoder.firstNanos());
        out.putLong(encoder.lastNanos());
        out.putInt(encoder.items());
        crc.reset();
        crc.update(out.bytes, 0, out.end);
        crc.update(out.bytes, Format.BLOCK_HEAD, length - Format.BLOCK_HEAD);
        out.putInt((int) crc.getValue());
        out.end = length;
        write();
    }

    /** Each column gets codes of its own: the flush ends zlib's own block, not the window that it looks back on. */
    private void deflate(Column column, boolean last) {
        if (column.end == 0 && !last) {
            return;
        }
        deflater.setInput(column.bytes, 0, column.end);
        if (last) {
            deflater.finish();
        }
        int made;
        do {
            out.reserve(Math.max(1024, column.end / 2));
            made = deflater.deflate(
                    out.bytes, out.end, out.bytes.length - out.end, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
            out.end += made;
        } while (last ? !deflater.finished() : out.end == out.bytes.length);
    }

    /** Writes what is held, followed by its checksum. */
    private void seal(int from) throws IOException {
        crc.reset();
        crc.update(out.bytes, from, out.end - from);
        out.putInt((int) crc.getValue());
        write();
    }

    private void write() throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(out.bytes, 0, out.end);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /**
     * Writes what is held and the end mark, and closes the file. Idempotent.
     *
     * @throws UncheckedIOException if it cannot be written; the file is closed all the same
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        try (channel) {
            flush();
            out.clear();
            out.putByte(Format.END);
            out.putLong(items);
            seal(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closed = true;
            deflater.end();
        }
    }
}
