package dev.vsa.config;

import dev.vsa.config.Node.Place;
import dev.vsa.frame.FrameSource;
import dev.vsa.spi.EventDetectorProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads site files: YAML, as {@code docs/configuration.md} describes it. A file is taken whole or refused whole, with
 * everything that is wrong with it. Nothing is opened or started. Immutable; safe for any number of threads.
 */
public final class SiteReader {

    private static final int LARGEST = 4 * YamlTree.LONGEST;

    private final SiteFormat format;
    private final Function<String, @Nullable String> environment;
    private final Optional<Supplier<? extends FrameSource>> source;

    private SiteReader(
            SiteFormat format,
            Function<String, @Nullable String> environment,
            Optional<Supplier<? extends FrameSource>> source) {
        this.format = format;
        this.environment = environment;
        this.source = source;
    }

    /**
     * A reader that knows the detectors that {@link ServiceLoader} finds.
     *
     * @throws IllegalArgumentException if two detectors have one id, or the parameter record of one is malformed: a mistake in
     *     its program, not in a file
     */
    public static SiteReader create() {
        return create(detectors());
    }

    /**
     * A reader that knows some detectors.
     *
     * @param detectors the detectors
     * @throws IllegalArgumentException if two detectors have one id, or the parameter record of one is malformed
     */
    public static SiteReader create(Iterable<? extends EventDetectorProvider<?>> detectors) {
        return new SiteReader(new SiteFormat(detectors), System::getenv, Optional.empty());
    }

    /** The detectors that {@link ServiceLoader} finds. */
    public static List<EventDetectorProvider<?>> detectors() {
        List<EventDetectorProvider<?>> found = new ArrayList<>();
        ServiceLoader.load(EventDetectorProvider.class).forEach(found::add);
        return found;
    }

    /**
     * A reader that puts a source in the place of the camera's own, which may then be left out of the file. The file has to
     * have one camera.
     *
     * @param replacement makes the source
     */
    public SiteReader withSource(Supplier<? extends FrameSource> replacement) {
        return new SiteReader(format, environment, Optional.of(replacement));
    }

    /**
     * A reader that takes the values of {@code ${NAME}} from elsewhere than the environment of the process.
     *
     * @param variables gives the value of a variable, or null if it is not set
     */
    public SiteReader withEnvironment(Function<String, @Nullable String> variables) {
        return new SiteReader(format, variables, source);
    }

    /**
     * Reads a file. Relative paths in it start from its folder.
     *
     * @param file the file
     * @throws InvalidSiteException if something in it is wrong
     * @throws IOException if it cannot be read
     */
    public Site read(Path file) throws IOException {
        Path name = file.getFileName();
        Problems problems = new Problems(name == null ? file.toString() : name.toString());
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            problems.add(
                    new Place(1, 1),
                    "",
                    "more than " + LARGEST + " bytes",
                    "at most " + YamlTree.LONGEST + " characters");
            throw new InvalidSiteException(problems.inOrder());
        }
        Path folder = file.toAbsolutePath().getParent();
        return read(decode(bytes, problems), digest(bytes), folder == null ? file.toAbsolutePath() : folder, problems);
    }

    /**
     * Reads a text. Relative paths in it start from the working directory.
     *
     * @param text the YAML text
     * @param name what messages call it
     * @throws InvalidSiteException if something in it is wrong
     */
    public Site read(String text, String name) {
        return read(text, digest(text.getBytes(StandardCharsets.UTF_8)), Path.of(""), new Problems(name));
    }

    private Site read(String text, String digest, Path folder, Problems problems) {
        Node root = YamlTree.parse(text, problems);
        Surroundings surroundings =
                new Surroundings(problems, folder, environment, source, Optional.empty(), Scope.PICTURE);
        Site site = root == null ? null : format.read(new Cursor(root, "", surroundings), digest);
        if (site == null || problems.any()) {
            throw new InvalidSiteException(problems.inOrder());
        }
        return site;
    }

    private static String decode(byte[] bytes, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            String before = StandardCharsets.UTF_8.decode(in.flip()).toString();
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            int column = before.length() - before.lastIndexOf('\n');
            problems.add(new Place(line, column), "", "bytes that are not UTF-8", "a text in UTF-8");
            throw new InvalidSiteException(problems.inOrder());
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
