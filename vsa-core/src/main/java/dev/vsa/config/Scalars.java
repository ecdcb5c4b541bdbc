package dev.vsa.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vsa.config.Node.Scalar;
import dev.vsa.naming.Names;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kinds of single values. */
final class Scalars {

    private static final double NANOS = 1e9;

    /** Words that a message lists. */
    private static final int MOST_WORDS = 20;

    static final Pattern NOT_BLANK = Pattern.compile("(?!\\s*$)[\\s\\S]+");

    /** A name that the user gives to something. */
    static final Text ID = new Text("an id: not blank, without a slash", Pattern.compile("(?!\\s*$)[^/]+"));

    private Scalars() {}

    /** A kind that is written as a single value. */
    interface ScalarKind<T> extends Kind<T> {

        @Override
        default Class<? extends Node> form() {
            return Scalar.class;
        }

        @Override
        default @Nullable T read(Cursor at) {
            if (at.node() instanceof Scalar scalar && !scalar.isNothing()) {
                return read(scalar, at);
            }
            return at.reject(expected());
        }

        /** Reads what is there; null after reporting that it will not do. */
        @Nullable T read(Scalar scalar, Cursor at);
    }

    /**
     * A text; a number is taken as it is written.
     *
     * @param what what it is, as in "the id of a camera"
     * @param pattern what it must match
     */
    record Text(String what, Pattern pattern) implements ScalarKind<String> {

        private static final Pattern ANY = Pattern.compile("[\\s\\S]*");

        Text(String what) {
            this(what, ANY);
        }

        @Override
        public String expected() {
            return what;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            schema.putArray("type").add("string").add("number");
            return pattern == ANY ? schema : schema.put("pattern", "^" + pattern.pattern() + "$");
        }

        @Override
        public @Nullable String read(Scalar scalar, Cursor at) {
            if (scalar.plain() && YamlScalars.isBoolean(scalar.text())) {
                return at.reject(scalar.text() + ", which is no text unless it stands in quotes", what);
            }
            return pattern.matcher(scalar.text()).matches() ? scalar.text() : at.reject(what);
        }
    }

    /** True or false. */
    record Flag() implements ScalarKind<Boolean> {

        @Override
        public String expected() {
            return "true or false";
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return Definitions.ofType("boolean");
        }

        @Override
        public @Nullable Boolean read(Scalar scalar, Cursor at) {
            return scalar.plain() && YamlScalars.isBoolean(scalar.text())
                    ? (Boolean) YamlScalars.isTrue(scalar.text())
                    : at.reject(expected());
        }
    }

    /** A number between two others, both included. */
    record Decimal(double min, double max, String unit) implements ScalarKind<Double> {

        @Override
        public String expected() {
            return "a number" + range(min, max, unit);
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return bounded("number", min, max);
        }

        @Override
        public @Nullable Double read(Scalar scalar, Cursor at) {
            Double value = number(scalar, min, max);
            return value == null ? at.reject(expected()) : value;
        }
    }

    /** A whole number between two others, both included. */
    record Whole(double min, double max, String unit) implements ScalarKind<Integer> {

        Whole {
            min = Math.max(min, Integer.MIN_VALUE);
            max = Math.min(max, Integer.MAX_VALUE);
        }

        @Override
        public String expected() {
            return "a whole number" + range(min, max, unit);
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return bounded("integer", min, max);
        }

        @Override
        public @Nullable Integer read(Scalar scalar, Cursor at) {
            Double value = number(scalar, min, max);
            return value == null || value != Math.rint(value) ? at.reject(expected()) : (Integer) value.intValue();
        }
    }

    /** Seconds, as a number. */
    record Seconds(double min, double max) implements ScalarKind<Duration> {

        /** Times are kept in nanoseconds, in a long. */
        private static final double LONGEST = Long.MAX_VALUE / NANOS / 2;

        Seconds {
            min = Math.max(min, 0);
            max = Math.min(max, LONGEST);
        }

        @Override
        public String expected() {
            return "a time in seconds" + range(min, max == LONGEST ? Double.POSITIVE_INFINITY : max, "");
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return bounded("number", min, max == LONGEST ? Double.POSITIVE_INFINITY : max);
        }

        @Override
        public @Nullable Duration read(Scalar scalar, Cursor at) {
            Double seconds = number(scalar, min, max);
            return seconds == null ? at.reject(expected()) : Duration.ofNanos(Math.round(seconds * NANOS));
        }
    }

    /**
     * One of some words.
     *
     * @param what what they name, as in "a detector"
     * @param words what each stands for
     */
    record Word<T>(String what, Map<String, T> words) implements ScalarKind<T> {

        static <E extends Enum<E>> Word<E> of(Class<E> type) {
            Map<String, E> words = new LinkedHashMap<>();
            Arrays.stream(type.getEnumConstants()).forEach(c -> words.put(Names.hyphenated(c), c));
            return new Word<>("", words);
        }

        @Override
        public String expected() {
            return (what.isEmpty() ? "one of " : what + ": ") + oneOf(words.keySet());
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            words.keySet().forEach(schema.putArray("enum")::add);
            return schema;
        }

        @Override
        public @Nullable T read(Scalar scalar, Cursor at) {
            T meant = words.get(scalar.text());
            return meant == null ? at.rejectName(scalar.text(), scalar.found(), expected(), words.keySet()) : meant;
        }
    }

    /** A moment of the world's time. */
    record Moment() implements ScalarKind<Instant> {

        private static final Pattern OFFSET_DATE_TIME =
                Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

        @Override
        public String expected() {
            return "a date and time with its offset, as in 2026-01-31T09:00:00+01:00";
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return Definitions.ofType("string")
                    .put("format", "date-time")
                    .put("pattern", "^" + OFFSET_DATE_TIME.pattern() + "$");
        }

        @Override
        public @Nullable Instant read(Scalar scalar, Cursor at) {
            try {
                return OFFSET_DATE_TIME.matcher(scalar.text()).matches()
                        ? OffsetDateTime.parse(scalar.text()).toInstant()
                        : at.reject(expected());
            } catch (DateTimeException e) {
                return at.reject(expected());
            }
        }
    }

    /** A file; a relative path starts from the folder of the site file. */
    record FilePath() implements ScalarKind<Path> {

        private static final Text TEXT = new Text("the path of a file", NOT_BLANK);

        @Override
        public String expected() {
            return TEXT.expected();
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return TEXT.schema(definitions);
        }

        @Override
        public @Nullable Path read(Scalar scalar, Cursor at) {
            String text = TEXT.read(scalar, at);
            try {
                return text == null ? null : at.surroundings().folder().resolve(text);
            } catch (InvalidPathException e) {
                return at.reject(expected());
            }
        }
    }

    /** The number that a scalar is, if it is finite and in bounds. */
    private static @Nullable Double number(Scalar scalar, double min, double max) {
        if (!scalar.plain() || !YamlScalars.isNumber(scalar.text())) {
            return null;
        }
        double value = YamlScalars.number(scalar.text());
        return Double.isFinite(value) && value >= min && value <= max ? (Double) value : null;
    }

    private static ObjectNode bounded(String type, double min, double max) {
        ObjectNode schema = Definitions.ofType(type);
        if (Double.isFinite(min)) {
            schema.put("minimum", new BigDecimal(text(min)));
        }
        if (Double.isFinite(max)) {
            schema.put("maximum", new BigDecimal(text(max)));
        }
        return schema;
    }

    /** As in " from 0 to 1 m"; nothing where there are no bounds. */
    private static String range(double min, double max, String unit) {
        String range = "";
        if (Double.isFinite(min) && Double.isFinite(max)) {
            range = " from " + text(min) + " to " + text(max);
        } else if (Double.isFinite(min)) {
            range = " of at least " + text(min);
        } else if (Double.isFinite(max)) {
            range = " of at most " + text(max);
        }
        return range + (unit.isEmpty() ? "" : range.isEmpty() ? " in " + unit : " " + unit);
    }

    /** Without zeros that say nothing. */
    static String text(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** As in "a, b or c"; of many, the first. */
    static String oneOf(Collection<String> words) {
        List<String> shown = words.stream().limit(MOST_WORDS).map(Quote::shown).toList();
        if (words.size() > MOST_WORDS) {
            return String.join(", ", shown) + " or one of " + (words.size() - MOST_WORDS) + " others";
        }
        int last = shown.size() - 1;
        return last < 1 ? String.join("", shown) : String.join(", ", shown.subList(0, last)) + " or " + shown.get(last);
    }
}
