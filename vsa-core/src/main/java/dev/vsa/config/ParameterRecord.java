package dev.vsa.config;

import dev.vsa.config.Field.Default;
import dev.vsa.naming.Names;
import dev.vsa.spi.Parameter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record whose components carry {@link Parameter}: its keys in a file, and how one is made of their values. Immutable.
 *
 * @param <P> the record
 */
final class ParameterRecord<P extends Record> {

    private final Constructor<P> constructor;
    private final List<Component<?>> components;

    private ParameterRecord(Constructor<P> constructor, List<Component<?>> components) {
        this.constructor = constructor;
        this.components = components;
    }

    /** A component: its key, and whether the record wants an {@code Optional} of the value. */
    private record Component<T>(Field<T> field, boolean optional) {

        @Nullable Object read(Fields fields) {
            T value = fields.get(field);
            if (!optional) {
                return value;
            }
            return value == null && fields.has(field) ? null : Optional.ofNullable(value);
        }
    }

    /**
     * Looks at a record.
     *
     * @throws IllegalArgumentException if the record is malformed: a component without the annotation or of a type that no
     *     file can hold, a default that is out of bounds; the message says what a programmer has to change
     */
    static <P extends Record> ParameterRecord<P> of(Class<P> type) {
        RecordComponent[] found = type.getRecordComponents();
        List<Component<?>> components = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (RecordComponent component : found) {
            Component<?> made = component(type, component);
            if (!keys.add(made.field().key())) {
                throw malformed(type, component, "has the key " + made.field().key() + " of another");
            }
            components.add(made);
        }
        return new ParameterRecord<>(constructor(type, found), List.copyOf(components));
    }

    private static Component<?> component(Class<?> type, RecordComponent component) {
        Parameter parameter = component.getAnnotation(Parameter.class);
        if (parameter == null) {
            throw malformed(type, component, "lacks the annotation @Parameter");
        }
        Type generic = component.getGenericType();
        boolean optional = component.getType() == Optional.class;
        if (optional && generic instanceof ParameterizedType wrapper) {
            generic = wrapper.getActualTypeArguments()[0];
        }
        try {
            Kind<?> kind = ParameterKinds.of(generic, parameter);
            return component(component.getName(), kind, parameter, optional);
        } catch (IllegalArgumentException e) {
            throw malformed(type, component, Quote.reason(e));
        }
    }

    private static <T> Component<T> component(String name, Kind<T> kind, Parameter parameter, boolean optional) {
        if (parameter.value().isBlank()) {
            throw new IllegalArgumentException("is not explained: @Parameter has a blank value");
        }
        Optional<Default> byDefault = Optional.of(parameter.byDefault())
                .filter(text -> !text.isEmpty())
                .map(Default::of);
        Problems problems = new Problems("default");
        byDefault.ifPresent(usual -> kind.read(new Cursor(usual.node(), "", Surroundings.none(problems))));
        if (problems.any()) {
            throw new IllegalArgumentException("has a default that it does not allow: " + problems.inOrder());
        }
        boolean mandatory = byDefault.isEmpty() && !optional;
        return new Component<>(
                new Field<>(Names.hyphenated(name), kind, mandatory, byDefault, parameter.value()), optional);
    }

    private static <P extends Record> Constructor<P> constructor(Class<P> type, RecordComponent[] components) {
        Class<?>[] types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
        try {
            Constructor<P> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its canonical constructor: " + type, e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    type.getName() + " cannot be made: let its module export or open " + type.getPackageName() + " to "
                            + ParameterRecord.class.getModule(),
                    e);
        }
    }

    private static IllegalArgumentException malformed(Class<?> type, RecordComponent component, String why) {
        return new IllegalArgumentException(
                "parameters " + type.getName() + ": component " + component.getName() + " " + why);
    }

    List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>();
        components.forEach(component -> fields.add(component.field()));
        return fields;
    }

    /** The record; null if a value is missing or wrong, or the record refuses them, which has been reported. */
    @Nullable P read(Fields fields) {
        Object[] values = new Object[components.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = components.get(i).read(fields);
            complete &= values[i] != null;
        }
        return complete ? make(values, fields.at()) : null;
    }

    private @Nullable P make(Object[] values, Cursor at) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof Error error) {
                throw error;
            }
            return at.reject(Quote.reason(e.getTargetException()), "values that agree with each other");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
