package dev.vsa.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vsa.config.Composites.ListOf;
import dev.vsa.config.Composites.SetOf;
import dev.vsa.config.Node.Given;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import dev.vsa.spi.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of values that components of a parameter record may have; see the table at {@link Parameter}. */
final class ParameterKinds {

    private ParameterKinds() {}

    /**
     * The kind for a type.
     *
     * @throws IllegalArgumentException if there is none, or the bounds do not fit it
     */
    static Kind<?> of(Type type, Parameter parameter) {
        boolean bounded = parameter.min() != Double.NEGATIVE_INFINITY || parameter.max() != Double.POSITIVE_INFINITY;
        if (!(parameter.min() <= parameter.max())) {
            throw new IllegalArgumentException("has bounds from " + parameter.min() + " to " + parameter.max());
        }
        if (type instanceof ParameterizedType generic) {
            Kind<?> item = of(generic.getActualTypeArguments()[0], parameter);
            if (generic.getRawType() == List.class) {
                return new ListOf<>(item, 0);
            }
            if (generic.getRawType() == Set.class) {
                return new SetOf<>(new ListOf<>(item, 0));
            }
            throw unknown(type);
        }
        Kind<?> number = number(type, parameter);
        if (number == null && bounded) {
            throw new IllegalArgumentException("has bounds, but is not a number");
        }
        return number == null ? other(type) : number;
    }

    private static @Nullable Kind<?> number(Type type, Parameter parameter) {
        if (type == double.class || type == Double.class) {
            return new Scalars.Decimal(parameter.min(), parameter.max(), parameter.unit());
        }
        if (type == int.class || type == Integer.class) {
            return new Scalars.Whole(parameter.min(), parameter.max(), parameter.unit());
        }
        return type == Duration.class ? new Scalars.Seconds(parameter.min(), parameter.max()) : null;
    }

    private static Kind<?> other(Type type) {
        if (type == boolean.class || type == Boolean.class) {
            return new Scalars.Flag();
        }
        if (type == String.class) {
            return new Scalars.Text("a text");
        }
        if (type == Zone.class) {
            return new Handed<>(Zone.class, Reference.ZONE);
        }
        if (type == Line.class) {
            return new Handed<>(Line.class, Reference.LINE);
        }
        if (type == Heading.class) {
            return new Handed<>(Heading.class, Shapes.HEADING);
        }
        if (type instanceof Class<?> c && c.isEnum() && c.getEnumConstants().length > 0) {
            return word(c.asSubclass(Enum.class));
        }
        throw unknown(type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Kind<?> word(Class<? extends Enum> type) {
        return Scalars.Word.of(type);
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException(
                "is of type " + type.getTypeName() + ", which no file can hold; see the table at Parameter");
    }

    /** A value that code may hand in as it is. */
    private record Handed<T>(Class<T> type, Kind<T> kind) implements Kind<T> {

        @Override
        public Class<? extends Node> form() {
            return kind.form();
        }

        @Override
        public String expected() {
            return kind.expected();
        }

        @Override
        public String documented() {
            return kind.documented();
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return kind.schema(definitions);
        }

        @Override
        public @Nullable T read(Cursor at) {
            return at.node() instanceof Given given && type.isInstance(given.value())
                    ? type.cast(given.value())
                    : kind.read(at);
        }
    }
}
