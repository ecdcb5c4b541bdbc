package dev.vsa.testkit;

import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Zone;
import dev.vsa.spi.Parameter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a detector's parameters from their documented defaults, as a configuration file that says nothing would, with some
 * values set by name.
 *
 * <pre>{@code
 * MyParameters p = Parameters.of(MyParameters.class).with("zone", zone).with("dwell", Duration.ofSeconds(3)).build();
 * }</pre>
 *
 * @param <P> the record
 */
public final class Parameters<P extends Record> {

    private final Class<P> type;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Parameters(Class<P> type) {
        this.type = type;
    }

    /**
     * Starts from the defaults.
     *
     * @param type a record whose components carry {@link Parameter}
     * @param <P> the record
     */
    public static <P extends Record> Parameters<P> of(Class<P> type) {
        return new Parameters<>(type);
    }

    /**
     * Sets a value; one for an {@code Optional} component is given bare.
     *
     * @param name the component
     * @param value its value
     * @return this
     * @throws IllegalArgumentException if there is no such component
     */
    public Parameters<P> with(String name, Object value) {
        RecordComponent component = Arrays.stream(type.getRecordComponents())
                .filter(c -> c.getName().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no '" + name + "'"));
        values.put(
                name,
                component.getType() == Optional.class && !(value instanceof Optional) ? Optional.of(value) : value);
        return this;
    }

    /**
     * The parameters.
     *
     * @throws IllegalArgumentException if a mandatory one is not set, or the record refuses them
     */
    public P build() {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object set = values.get(components[i].getName());
            arguments[i] = set != null ? set : byDefault(components[i]);
        }
        return construct(type, arguments);
    }

    /**
     * What is wrong with the description of a record's components.
     *
     * @param type the record
     * @return a sentence each; empty if all is well
     */
    public static List<String> faults(Class<? extends Record> type) {
        List<String> faults = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Parameter parameter = component.getAnnotation(Parameter.class);
            String name = type.getSimpleName() + "." + component.getName();
            if (parameter == null) {
                faults.add(name + " carries no @Parameter");
                continue;
            }
            if (parameter.value().isBlank()) {
                faults.add(name + " is not explained");
            }
            if (!(parameter.min() <= parameter.max())) {
                faults.add(name + " has bounds out of order: " + parameter.min() + " to " + parameter.max());
            }
            if (parameter.unit().toLowerCase(Locale.ROOT).matches(".*\\b(px|pixels?|frames?)\\b.*")) {
                faults.add(name + " is in " + parameter.unit() + ": neither frames nor pixels are a unit");
            }
            faults.addAll(faultsOfDefault(name, component, parameter));
        }
        return faults;
    }

    private static List<String> faultsOfDefault(String name, RecordComponent component, Parameter parameter) {
        if (parameter.byDefault().isEmpty()) {
            return List.of();
        }
        try {
            Object value = parse(component.getGenericType(), parameter.byDefault());
            Object bare = value instanceof Optional<?> o && o.isPresent() ? o.get() : value;
            Double number = bare instanceof Duration d
                    ? (Double) (d.toNanos() / 1e9)
                    : bare instanceof Number n ? (Double) n.doubleValue() : null;
            if (number != null && !(number >= parameter.min() && number <= parameter.max())) {
                return List.of(
                        name + "'s default " + number + " is not within " + parameter.min() + " to " + parameter.max());
            }
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(name + "'s default '" + parameter.byDefault() + "' cannot be read: " + e.getMessage());
        }
    }

    /** A record like another, each component passed through a function. */
    static <P extends Record> P rebuild(P record, BiFunction<RecordComponent, Object, Object> change) {
        @SuppressWarnings("unchecked")
        Class<P> type = (Class<P>) record.getClass();
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            try {
                components[i].getAccessor().setAccessible(true);
                arguments[i] =
                        change.apply(components[i], components[i].getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + components[i], e);
            }
        }
        return construct(type, arguments);
    }

    private static <P extends Record> P construct(Class<P> type, Object[] arguments) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    private static Object byDefault(RecordComponent component) {
        Parameter parameter = component.getAnnotation(Parameter.class);
        String text = parameter == null ? "" : parameter.byDefault();
        if (text.isEmpty() && component.getType() == Optional.class) {
            return Optional.empty();
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'" + component.getName() + "' has no default and was not set");
        }
        return parse(component.getGenericType(), text);
    }

    /** Reads what {@link Parameter} documents, from its YAML text. */
    private static Object parse(Type type, String text) {
        if (type instanceof ParameterizedType generic) {
            Type of = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return Optional.of(parse(of, text));
            }
            Stream<Object> items = items(text).map(item -> parse(of, item));
            if (generic.getRawType() == List.class) {
                return items.toList();
            }
            if (generic.getRawType() == Set.class) {
                return items.collect(LinkedHashSet::new, Set::add, Set::addAll);
            }
        }
        if (type instanceof Class<?> plain) {
            Object value = parse(plain, text);
            if (value != null) {
                return value;
            }
        }
        throw new IllegalArgumentException("no default can be given for a " + type);
    }

    private static @Nullable Object parse(Class<?> type, String text) {
        if (type == double.class || type == Double.class) {
            return Double.valueOf(text);
        } else if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == boolean.class || type == Boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("neither true nor false");
            }
            return Boolean.valueOf(text);
        } else if (type == String.class) {
            return text;
        } else if (type == Duration.class) {
            return Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValueExact());
        } else if (type.isEnum()) {
            return constant(type, text);
        } else if (type == Zone.class && text.equals(Zone.FRAME)) {
            return Zone.frame();
        } else if (type == Heading.class) {
            double[] xy = items(text).mapToDouble(Double::parseDouble).toArray();
            return new Heading(xy[0], xy[1]);
        }
        return null;
    }

    private static Object constant(Class<?> type, String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> ((Enum<?>) c).name().equals(name))
                .findAny()
                .orElseThrow(
                        () -> new IllegalArgumentException("not one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static Stream<String> items(String text) {
        if (!text.startsWith("[") || !text.endsWith("]")) {
            throw new IllegalArgumentException("a list is written as [a, b]");
        }
        String inner = text.substring(1, text.length() - 1).trim();
        return inner.isEmpty() ? Stream.empty() : Arrays.stream(inner.split("\\s*,\\s*"));
    }
}
