package dev.vsa.examples.cli;

import dev.vsa.examples.cli.text.Words;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A detector's parameters as a site file would hold them, on one line; the defaults too, since they were in force as well. */
final class ParameterText {

    private ParameterText() {}

    static String of(Record parameters) {
        StringJoiner text = new StringJoiner(", ");
        for (RecordComponent component : parameters.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(parameters);
                if (value instanceof Optional<?> maybe) {
                    maybe.ifPresent(v -> text.add(hyphenated(component.getName()) + ": " + value(v)));
                } else {
                    text.add(hyphenated(component.getName()) + ": " + value(value));
                }
            } catch (ReflectiveOperationException e) {
                text.add(hyphenated(component.getName()) + ": ?");
            }
        }
        return text.toString();
    }

    private static String value(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(ParameterText::value).sorted().collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Zone zone) {
            return zone.id();
        } else if (value instanceof Line line) {
            return line.id();
        } else if (value instanceof Heading heading) {
            return "[" + Words.figure(heading.dx()) + ", " + Words.figure(heading.dy()) + "]";
        } else if (value instanceof Duration duration) {
            return Words.figure(duration.toNanos() / 1e9);
        } else if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        } else if (value instanceof Double number) {
            return Words.figure(number);
        }
        return String.valueOf(value);
    }

    private static String hyphenated(String camelCase) {
        return camelCase.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
