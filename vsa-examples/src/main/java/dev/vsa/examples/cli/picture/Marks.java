package dev.vsa.examples.cli.picture;

import dev.vsa.config.CameraConfig;
import dev.vsa.config.Rule;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import java.awt.Color;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A camera's zones and lines, each in the colour of the rule that uses it. A rule's parameters are looked through for zones,
 * lines and headings, so that a detector that this program has never heard of is drawn as well.
 *
 * @param zones the zones, the whole picture left out
 * @param lines the lines
 * @param followed roles of the objects that a rule is about; others are not worth drawing
 */
record Marks(List<ZoneMark> zones, List<LineMark> lines, Set<Role> followed) {

    /** A zone, and the heading that the rule over it speaks of. */
    record ZoneMark(Zone zone, PreparedPolygon area, Color colour, Optional<Heading> heading) {

        ZoneMark(Zone zone, Color colour, Optional<Heading> heading) {
            this(zone, PreparedPolygon.of(zone.polygon()), colour, heading);
        }
    }

    /** A line. */
    record LineMark(Line line, Color colour) {}

    static Marks of(CameraConfig camera) {
        Map<String, ZoneMark> zones = new LinkedHashMap<>();
        Map<String, LineMark> lines = new LinkedHashMap<>();
        camera.zones().values().stream()
                .filter(zone -> !zone.id().equals(Zone.FRAME))
                .forEach(zone -> zones.put(zone.id(), new ZoneMark(zone, Palette.UNUSED, Optional.empty())));
        camera.lines().values().forEach(line -> lines.put(line.id(), new LineMark(line, Palette.UNUSED)));
        Set<Role> followed = EnumSet.noneOf(Role.class);
        for (Rule<?> rule : camera.rules()) {
            followed.addAll(roles(rule));
            Color colour = Palette.of(rule.provider().signals());
            List<Object> parts = parts(rule.parameters());
            Optional<Heading> heading = parts.stream()
                    .filter(Heading.class::isInstance)
                    .map(Heading.class::cast)
                    .findFirst();
            for (Object part : parts) {
                if (part instanceof Zone zone && zones.containsKey(zone.id())) {
                    zones.put(zone.id(), new ZoneMark(zone, colour, heading));
                } else if (part instanceof Line line) {
                    lines.put(line.id(), new LineMark(line, colour));
                }
            }
        }
        return new Marks(List.copyOf(zones.values()), List.copyOf(lines.values()), followed);
    }

    private static <P extends Record> Set<Role> roles(Rule<P> rule) {
        return rule.provider().needs(rule.parameters()).tracks();
    }

    /** The values of a record's components; lists and optionals opened. */
    private static List<Object> parts(Record parameters) {
        List<Object> parts = new ArrayList<>();
        for (RecordComponent component : parameters.getClass().getRecordComponents()) {
            Object value = read(parameters, component);
            if (value instanceof Collection<?> many) {
                parts.addAll(many);
            } else if (value instanceof Optional<?> maybe) {
                maybe.ifPresent(parts::add);
            } else {
                parts.add(value);
            }
        }
        return parts;
    }

    private static Object read(Record parameters, RecordComponent component) {
        try {
            return component.getAccessor().invoke(parameters);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return "";
        }
    }
}
