package dev.vsa.config;

import dev.vsa.config.Node.Entry;
import dev.vsa.config.Node.Given;
import dev.vsa.config.Node.Mapping;
import dev.vsa.config.Node.Place;
import dev.vsa.config.Node.Scalar;
import dev.vsa.config.Node.Sequence;
import dev.vsa.naming.Names;
import dev.vsa.spi.EventDetectorProvider;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes parameters of detectors in code, with what is left out filled in by default. Stateless and thread-safe. */
public final class Parameters {

    private static final Place NOWHERE = new Place(1, 1);

    private Parameters() {}

    /**
     * Makes parameters.
     *
     * <pre>{@code
     * Parameters.of(new ZoneIntrusionProvider(), Map.of("zone", lawn, "dwell", Duration.ofSeconds(2)));
     * }</pre>
     *
     * @param provider the detector
     * @param values by the component's name ({@code minHeight}) or its key in a file ({@code min-height}); each is a value of
     *     the component's type, or what a file would hold for it (a number for a duration, a word for an enum)
     * @param <P> the type of the parameters
     * @return the parameters
     * @throws IllegalArgumentException if a name is unknown, a mandatory value is missing, or one is wrong or out of bounds:
     *     the message holds everything that is wrong; or if the record is malformed
     */
    public static <P extends Record> P of(EventDetectorProvider<P> provider, Map<String, ?> values) {
        ParameterRecord<P> type = ParameterRecord.of(provider.parameters());
        Section section = new Section(provider.id(), provider.signals().english(), type.fields());
        List<Entry> entries = values.entrySet().stream()
                .filter(e -> !e.getValue().equals(Optional.empty()))
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Entry(text(Names.hyphenated(e.getKey())), node(e.getValue())))
                .toList();
        Problems problems = new Problems(provider.id());
        Fields fields = section.open(new Cursor(new Mapping(NOWHERE, entries, 1), "", Surroundings.none(problems)));
        P parameters = fields == null ? null : type.read(fields);
        if (parameters == null || problems.any()) {
            throw new IllegalArgumentException("parameters of " + provider.id() + ": "
                    + problems.inOrder().stream().map(Problem::message).collect(Collectors.joining("; ")));
        }
        return parameters;
    }

    /**
     * The parameters that a detector takes, in the order of its record.
     *
     * @param provider the detector
     * @throws IllegalArgumentException if the record is malformed
     */
    public static List<ParameterInfo> describe(EventDetectorProvider<?> provider) {
        return ParameterRecord.of(provider.parameters()).fields().stream()
                .map(ParameterInfo::of)
                .toList();
    }

    private static Node node(Object value) {
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            return node(optional.get());
        }
        if (value instanceof Collection<?> collection) {
            List<Node> items = collection.stream().map(Parameters::node).toList();
            return new Sequence(NOWHERE, items, 1);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return new Scalar(NOWHERE, literal(value), true);
        }
        if (value instanceof Duration duration) {
            BigDecimal nanos = BigDecimal.valueOf(duration.getNano(), 9);
            return new Scalar(
                    NOWHERE,
                    BigDecimal.valueOf(duration.getSeconds()).add(nanos).toPlainString(),
                    true);
        }
        if (value instanceof Enum<?> constant) {
            return text(Names.hyphenated(constant));
        }
        return value instanceof String text ? text(text) : new Given(value);
    }

    private static String literal(Object value) {
        return switch (value.toString()) {
            case "NaN" -> ".nan";
            case "Infinity" -> ".inf";
            case "-Infinity" -> "-.inf";
            default -> value.toString();
        };
    }

    private static Scalar text(String text) {
        return new Scalar(NOWHERE, text, false);
    }
}
