package dev.vsa.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vsa.config.Composites.Either;
import dev.vsa.config.Composites.Group;
import dev.vsa.config.Composites.TableOf;
import dev.vsa.config.Composites.Variants;
import dev.vsa.config.Node.Scalar;
import dev.vsa.config.Scalars.ScalarKind;
import dev.vsa.frame.FrameSource;
import dev.vsa.source.Decoding;
import dev.vsa.source.RecordingOptions;
import dev.vsa.source.Sources;
import dev.vsa.source.Timeouts;
import dev.vsa.source.UrlOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the source of a camera is written, and what is made of it. The only place here that knows {@link Sources}. */
final class SourceFormat {

    /** What is no path, even where its slashes are forgotten; a single letter before the colon is a Windows drive. */
    private static final Pattern ADDRESS = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*");

    private static final Field<Duration> OPEN = phase("open", "For the name, the connection and the first answer.");
    private static final Field<Duration> PROBE =
            phase("probe", "For the first pictures, from which the decoder is chosen.");
    private static final Field<Duration> READ = phase("read", "For the next frame.");
    private static final Kind<Timeouts> PHASES = new Group<>(
            new Section("timeouts", "How long a source waits, phase by phase, before it gives up.", OPEN, PROBE, READ),
            SourceFormat::timeouts);

    private static final Field<Instant> STARTS_AT = Field.optional(
            "starts-at",
            new Scalars.Moment(),
            "The moment of a recording's first picture. Unless it is given, the one that the recording itself tells.");
    private static final Field<Integer> THREADS =
            Field.optional("threads", new Scalars.Whole(1, 64, ""), "1", "Threads of the decoder.");
    private static final Field<Integer> FRAMES = Field.optional(
            "frames",
            new Scalars.Whole(1, 1000, ""),
            "8",
            "Frames that may be held at the same time; beyond it a live source drops frames and a recording waits.");
    private static final Field<Timeouts> TIMEOUTS =
            Field.optional("timeouts", PHASES, "How long it waits, in seconds, before it gives up.");

    private static final Field<String> FILE =
            Field.mandatory("file", new Secret("the path of a recording"), "A recording in a file.");
    private static final Field<String> IMAGES = Field.mandatory(
            "images",
            new Secret("the path of a folder of pictures"),
            "The `.jpg`, `.jpeg` and `.png` files of a folder, in the order of their names.");
    private static final Field<Double> FPS =
            Field.optional("fps", new Scalars.Decimal(0.001, 1000, ""), "25", "Pictures to a second of media time.");
    private static final Field<String> URL = Field.mandatory(
            "url",
            new Secret("an address, as in rtsp://host/path"),
            "A stream by RTSP, HTTP, RTMP, SRT, UDP or TCP, or a recording on an HTTP server.");
    private static final Field<UrlOptions.Kind> KIND = Field.optional(
            "kind",
            Scalars.Word.of(UrlOptions.Kind.class),
            "by-address",
            "Whether it is a camera, which drops frames that nobody takes, or a recording, which waits.");
    private static final Field<UrlOptions.Transport> TRANSPORT = Field.optional(
            "transport", Scalars.Word.of(UrlOptions.Transport.class), "tcp", "How RTSP carries its pictures.");
    private static final Field<Map<String, Optional<String>>> FFMPEG = Field.optional(
            "ffmpeg",
            new TableOf<>(Scalars.ID, name -> new Secret("the value of an option")),
            "Further options of FFmpeg's formats and protocols, by name.");

    private static final Group<Supplier<? extends FrameSource>> RECORDING = new Group<>(
            new Section("source-file", "A recording in a file.", FILE, STARTS_AT, THREADS, FRAMES, TIMEOUTS),
            SourceFormat::recording);
    private static final Group<Supplier<? extends FrameSource>> PICTURES = new Group<>(
            new Section("source-images", "A folder of pictures.", IMAGES, FPS, STARTS_AT, FRAMES, TIMEOUTS),
            SourceFormat::pictures);
    private static final Group<Supplier<? extends FrameSource>> STREAM = new Group<>(
            new Section("source-url", "A stream.", URL, KIND, TRANSPORT, STARTS_AT, THREADS, FRAMES, TIMEOUTS, FFMPEG),
            SourceFormat::stream);

    /** A source: a text for the usual, a mapping for the rest. */
    static final Kind<Supplier<? extends FrameSource>> SOURCE =
            new Either<>(new Usual(), new Variants<>("a mapping", List.of(RECORDING, PICTURES, STREAM)));

    private SourceFormat() {}

    private static Field<Duration> phase(String key, String meaning) {
        return Field.optional(key, new Scalars.Seconds(0.01, 600), "10", meaning);
    }

    private static Timeouts timeouts(Fields fields) {
        Duration usual = Timeouts.DEFAULT.read();
        return new Timeouts(fields.getOr(OPEN, usual), fields.getOr(PROBE, usual), fields.getOr(READ, usual));
    }

    private static Decoding decoding(Fields fields, int threads) {
        return new Decoding(threads, fields.getOr(FRAMES, Decoding.DEFAULT.frames()));
    }

    private static RecordingOptions options(Fields fields, int threads) {
        return new RecordingOptions(
                Optional.ofNullable(fields.get(STARTS_AT)),
                fields.getOr(TIMEOUTS, Timeouts.DEFAULT),
                decoding(fields, threads));
    }

    private static @Nullable Supplier<? extends FrameSource> recording(Fields fields) {
        String file = fields.get(FILE);
        RecordingOptions options = options(fields, fields.getOr(THREADS, 1));
        return file == null ? null : path(fields.at(FILE), file, path -> Sources.file(path, options));
    }

    private static @Nullable Supplier<? extends FrameSource> pictures(Fields fields) {
        String folder = fields.get(IMAGES);
        double fps = fields.getOr(FPS, 25.0);
        RecordingOptions options = options(fields, 1);
        return folder == null ? null : path(fields.at(IMAGES), folder, path -> Sources.images(path, fps, options));
    }

    private static @Nullable Supplier<? extends FrameSource> stream(Fields fields) {
        String address = fields.get(URL);
        Map<String, String> ffmpeg = new LinkedHashMap<>();
        fields.getOr(FFMPEG, Map.of()).forEach((name, value) -> value.ifPresent(v -> ffmpeg.put(name, v)));
        UrlOptions options = new UrlOptions(
                fields.getOr(KIND, UrlOptions.Kind.BY_ADDRESS),
                fields.getOr(TRANSPORT, UrlOptions.Transport.TCP),
                fields.getOr(TIMEOUTS, Timeouts.DEFAULT),
                decoding(fields, fields.getOr(THREADS, 1)),
                Optional.ofNullable(fields.get(STARTS_AT)),
                ffmpeg);
        return address == null ? null : checked(fields.at(URL), () -> Sources.url(address, options));
    }

    private static @Nullable Supplier<FrameSource> path(Cursor at, String text, Function<Path, FrameSource> open) {
        try {
            Path path = at.surroundings().folder().resolve(text);
            return checked(at, () -> open.apply(path));
        } catch (InvalidPathException e) {
            return at.reject("a text that is no path", "a path");
        }
    }

    /** Makes the source once, which opens nothing, to see that it can be made and to learn its name without secrets. */
    private static @Nullable Supplier<FrameSource> checked(Cursor at, Supplier<FrameSource> make) {
        try (FrameSource source = make.get()) {
            return new Named(source.name(), make);
        } catch (IllegalArgumentException e) {
            return at.reject(Quote.reason(e), "a source that can be opened");
        }
    }

    /** Makes sources of one name, and shows nothing but the name. */
    private record Named(String name, Supplier<FrameSource> make) implements Supplier<FrameSource> {

        @Override
        public FrameSource get() {
            return make.get();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A source in one text: an address, or the path of a file or of a folder of pictures. */
    private record Usual() implements ScalarKind<Supplier<? extends FrameSource>> {

        private static final Secret TEXT = new Secret("the path of a recording or an address");

        @Override
        public String expected() {
            return TEXT.expected();
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return TEXT.schema(definitions);
        }

        @Override
        public @Nullable Supplier<? extends FrameSource> read(Scalar scalar, Cursor at) {
            String text = TEXT.read(scalar, at);
            if (text == null) {
                return null;
            }
            return ADDRESS.matcher(text).matches()
                    ? checked(at, () -> Sources.of(text))
                    : path(at, text, path -> Sources.of(path.toAbsolutePath().toString()));
        }
    }

    /**
     * A text that may hold a password, so that no message quotes it, and in which <code>${NAME}</code> stands for a variable
     * of the environment.
     *
     * @param what what it is
     */
    private record Secret(String what) implements ScalarKind<String> {

        private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}|\\$\\{");

        @Override
        public String expected() {
            return what;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return new Scalars.Text(what, Scalars.NOT_BLANK).schema(definitions);
        }

        @Override
        public @Nullable String read(Scalar scalar, Cursor at) {
            if (scalar.text().isBlank() || (scalar.plain() && YamlScalars.isBoolean(scalar.text()))) {
                return at.reject(what);
            }
            StringBuilder text = new StringBuilder();
            Matcher variable = VARIABLE.matcher(scalar.text());
            while (variable.find()) {
                String name = variable.group(1);
                if (name == null) {
                    return at.reject(
                            "'${' without a name and '}'", "the name of an environment variable, as in ${NAME}");
                }
                String value = at.surroundings().environment().apply(name);
                if (value == null) {
                    return at.reject("${" + name + "}, which is not set", "an environment variable that is set");
                }
                variable.appendReplacement(text, Matcher.quoteReplacement(value));
            }
            return variable.appendTail(text).toString();
        }
    }
}
