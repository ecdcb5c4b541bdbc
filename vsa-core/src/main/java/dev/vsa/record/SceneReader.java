package dev.vsa.record;

import dev.vsa.record.UnreadableSceneLogException.Fault;
import dev.vsa.scene.Role;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Plays a scene log. Scenes are lent: valid during the call that hands them over. Reading one allocates nothing but its
 * untracked detections and features that are not grids.
 *
 * <p>Whatever a file holds, reading it ends in scenes or in an {@link UnreadableSceneLogException}, and takes memory in
 * proportion to the file. Not thread-safe.
 */
public final class SceneReader implements AutoCloseable {

    private final SeekableByteChannel channel;
    private final String name;
    private final SceneLogHeader header;
    private final BlockDecoder decoder = new BlockDecoder();
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private byte[] compressed = {};
    private byte[] block = {};
    private int itemsLeft;
    private long start;
    private long position;
    private boolean pending;
    private boolean ended;

    private SceneReader(SeekableByteChannel channel, String name) throws IOException {
        this.channel = channel;
        this.name = name;
        this.header = head();
    }

    /**
     * Opens a file and reads its header.
     *
     * @param file the file
     * @return a reader; the caller closes it
     * @throws IOException if the file cannot be read
     * @throws UnreadableSceneLogException if it is no scene log, of a newer format, damaged, or cut within its header
     */
    public static SceneReader open(Path file) throws IOException {
        return open(Files.newByteChannel(file), String.valueOf(file.getFileName()));
    }

    static SceneReader open(SeekableByteChannel channel, String name) throws IOException {
        try {
            return new SceneReader(channel, name);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** What the log says of itself. */
    public SceneLogHeader header() {
        return header;
    }

    /**
     * Names of the features that scenes had when they were recorded and that the log does not hold, as far as it was read.
     * Rules that need one cannot be judged by this log.
     */
    public Set<String> leftOut() {
        return Set.copyOf(decoder.leftOut());
    }

    /**
     * Plays everything from here to the end.
     *
     * @param to where to
     * @throws IOException if the file cannot be read
     * @throws UnreadableSceneLogException if it is damaged or cut; everything before was played
     */
    public void play(SceneFlow to) throws IOException {
        while (step(to)) {
            // step does the work
        }
    }

    /**
     * Plays one item: a scene, a break in the flow, or a frame that could not be perceived.
     *
     * @param to where to
     * @return whether there was one; false at the end
     * @throws IOException if the file cannot be read
     * @throws UnreadableSceneLogException if it is damaged or cut; everything before was played
     */
    public boolean step(SceneFlow to) throws IOException {
        if (!pending && !advance()) {
            return false;
        }
        pending = false;
        decoder.tell(to);
        return true;
    }

    /**
     * Goes to the first item at or after a time. Reads no block that ends before it.
     *
     * @param mediaNanos media time
     * @throws IOException if the file cannot be read
     * @throws UnreadableSceneLogException if it is damaged or cut on the way
     */
    public void seek(long mediaNanos) throws IOException {
        position = start;
        ended = false;
        pending = false;
        itemsLeft = 0;
        while (!pending && load(mediaNanos)) {
            while (!pending && itemsLeft > 0) {
                pending = next() >= mediaNanos;
            }
        }
    }

    private boolean advance() throws IOException {
        while (itemsLeft == 0) {
            if (!load(Long.MIN_VALUE)) {
                return false;
            }
        }
        next();
        return true;
    }

    private long next() {
        try {
            itemsLeft--;
            return decoder.next();
        } catch (IllegalArgumentException e) {
            itemsLeft = 0;
            throw new UnreadableSceneLogException(
                    Fault.DAMAGED, name + ": a block does not make sense: " + e.getMessage(), e);
        }
    }

    private SceneLogHeader head() throws IOException {
        Column fixed = read(Long.BYTES + 2 * Integer.BYTES, 0);
        if (fixed.left() < Long.BYTES || fixed.getLong() != Format.MAGIC) {
            throw new UnreadableSceneLogException(Fault.FOREIGN, name + " is no scene log");
        }
        if (fixed.left() < 2 * Integer.BYTES) {
            throw cut();
        }
        int version = fixed.getInt();
        int length = fixed.getInt();
        if (length < 0 || length > Format.LARGEST_HEADER) {
            throw damaged("its header would have " + length + " bytes");
        }
        long end = (long) fixed.end + length;
        Column body = read(length + Integer.BYTES, fixed.end);
        if (body.left() < length + Integer.BYTES) {
            throw cut();
        }
        crc.reset();
        crc.update(fixed.bytes, Long.BYTES, 2 * Integer.BYTES);
        crc.update(body.bytes, 0, length);
        body.end -= Integer.BYTES;
        if (new Column(body.bytes, length, length + Integer.BYTES).getInt() != (int) crc.getValue()) {
            throw damaged("the checksum of its header is wrong");
        }
        if (version > Format.VERSION) {
            throw new UnreadableSceneLogException(
                    Fault.NEWER,
                    name + " is a scene log of format " + version + "; this library reads format " + Format.VERSION
                            + ": use a newer one");
        }
        position = end + Integer.BYTES;
        start = position;
        try {
            return header(body);
        } catch (IllegalArgumentException e) {
            throw new UnreadableSceneLogException(Fault.DAMAGED, name + ": " + e.getMessage(), e);
        }
    }

    private static SceneLogHeader header(Column body) {
        String cameraId = body.getText();
        double aspect = Double.longBitsToDouble(body.getLong());
        String library = body.getText();
        String model = body.getText();
        String configuration = body.getText();
        Set<Role> roles = new HashSet<>();
        for (int left = body.getCount(body); left > 0; left--) {
            roles.add(Role.valueOf(body.getText()));
        }
        Set<String> features = new HashSet<>();
        for (int left = body.getCount(body); left > 0; left--) {
            features.add(body.getText());
        }
        return new SceneLogHeader(cameraId, aspect, library, model, configuration, roles, features);
    }

    /** Loads the next block that has an item at or after a time; false at the end mark. */
    private boolean load(long fromNanos) throws IOException {
        while (!ended) {
            Column head = read(Format.BLOCK_HEAD, position);
            if (head.left() == 0) {
                throw cut();
            }
            int tag = head.getByte();
            if (tag == Format.END) {
                end(head);
                return false;
            }
            if (tag != Format.BLOCK) {
                throw damaged("no block begins at byte " + position);
            }
            if (head.end < Format.BLOCK_HEAD) {
                throw cut();
            }
            int length = head.getInt();
            int inflated = head.getInt();
            head.getLong();
            long lastNanos = head.getLong();
            int items = head.getInt();
            if (length < 0 || inflated < 0 || inflated > Format.LARGEST_BLOCK || items < 1 || items > inflated) {
                throw damaged("the head of the block at byte " + position + " does not make sense");
            }
            if (lastNanos >= fromNanos) {
                load(head, length, inflated);
                itemsLeft = items;
                position += Format.BLOCK_HEAD + length;
                return true;
            }
            position += Format.BLOCK_HEAD + length;
        }
        return false;
    }

    private void end(Column head) throws IOException {
        if (head.end < Format.END_MARK) {
            throw cut();
        }
        crc.reset();
        crc.update(head.bytes, 0, Format.END_MARK - Integer.BYTES);
        head.getLong();
        if (head.getInt() != (int) crc.getValue()) {
            throw damaged("the checksum of its end is wrong");
        }
        if (channel.size() > position + Format.END_MARK) {
            throw damaged("something follows its end");
        }
        ended = true;
    }

    private void load(Column head, int length, int inflated) throws IOException {
        if (length > channel.size() - position - Format.BLOCK_HEAD) {
            throw cut();
        }
        if (inflated > (long) length * Format.DEFLATE_RATIO + Format.DEFLATE_RATIO) {
            throw damaged("the block at byte " + position + " cannot hold what it says");
        }
        crc.reset();
        crc.update(head.bytes, 0, Format.BLOCK_HEAD - Integer.BYTES);
        int sum = head.getInt();
        compressed = grown(compressed, length);
        if (fill(compressed, length, position + Format.BLOCK_HEAD) < length) {
            throw cut();
        }
        crc.update(compressed, 0, length);
        if (sum != (int) crc.getValue()) {
            throw damaged("the checksum of the block at byte " + position + " is wrong");
        }
        block = grown(block, inflated);
        try {
            inflate(length, inflated);
            decoder.start(block, inflated);
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new UnreadableSceneLogException(
                    Fault.DAMAGED, name + ": the block at byte " + position + " is damaged: " + e.getMessage(), e);
        }
    }

    private void inflate(int length, int inflated) throws DataFormatException {
        inflater.reset();
        inflater.setInput(compressed, 0, length);
        int made = 0;
        while (made < inflated && !inflater.finished()) {
            int some = inflater.inflate(block, made, inflated - made);
            if (some == 0) {
                break;
            }
            made += some;
        }
        if (made != inflated) {
            throw new DataFormatException("it holds " + made + " bytes instead of " + inflated);
        }
    }

    private static byte[] grown(byte[] array, int length) {
        return array.length >= length ? array : Arrays.copyOf(array, Math.max(length, array.length * 3 / 2));
    }

    /** The bytes at a place in the file, fewer at its end. */
    private Column read(int count, long from) throws IOException {
        byte[] bytes = new byte[(int) Math.min(count, Math.max(0, channel.size() - from))];
        return new Column(bytes, 0, fill(bytes, bytes.length, from));
    }

    private int fill(byte[] bytes, int count, long from) throws IOException {
        channel.position(from);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // goes on until the buffer is full or the file ends
        }
        return buffer.position();
    }

    private UnreadableSceneLogException cut() {
        return new UnreadableSceneLogException(
                Fault.CUT, name + " stops before its end: it was cut, or its writer was never closed");
    }

    private UnreadableSceneLogException damaged(String how) {
        return new UnreadableSceneLogException(Fault.DAMAGED, name + " is damaged: " + how);
    }

    /** Closes the file. Idempotent. */
    @Override
    public void close() throws IOException {
        ended = true;
        pending = false;
        itemsLeft = 0;
        inflater.end();
        channel.close();
    }
}
