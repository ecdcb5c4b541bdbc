package dev.vsa.config;

import dev.vsa.config.Composites.Group;
import dev.vsa.config.Composites.ListOf;
import dev.vsa.config.Composites.TableOf;
import dev.vsa.config.DetectorKind.Draft;
import dev.vsa.frame.FrameSource;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a camera is written. Immutable. */
final class CameraFormat {

    private static final int MOST_RULES = 100;

    static final Field<String> ID = Field.mandatory(
            "id",
            Scalars.ID,
            "The name by which alerts and the authorisation refer to the camera; unique in the site.");
    private static final Field<Supplier<? extends FrameSource>> SOURCE = Field.optional(
            "source",
            SourceFormat.SOURCE,
            "Where its frames come from. Mandatory, unless a command names the input that takes its place.");
    private static final Scalars.Text ZONE_ID = new Scalars.Text(
            "an id: not blank, without a slash, other than frame, which is the whole picture",
            Pattern.compile("(?!frame$|\\s*$)[^/]+"));
    private static final Field<Map<String, Optional<Zone>>> ZONES = Field.optional(
            "zones",
            new TableOf<>(ZONE_ID, Shapes::zone),
            "Parts of the picture that rules refer to, by id. Coordinates are shares of the picture's width and height"
                    + " from its top left corner. The zone `frame`, the whole picture, is always there.");
    private static final Field<Map<String, Optional<Line>>> LINES = Field.optional(
            "lines",
            new TableOf<>(Scalars.ID, Shapes::line),
            "Tripwires that rules refer to, by id. A line has a direction: from its first point to its last.");
    private static final Field<GroundPlane> GROUND_PLANE = Field.optional(
            "ground-plane",
            Shapes.GROUND_PLANE,
            "The calibration, for parameters in metres: where four or more points on the ground are seen.");
    private static final Field<Analysis> ANALYSIS =
            Field.optional("analysis", AnalysisFormat.ANALYSIS, "How the frames are analysed.");

    private final Field<List<Optional<Draft<?>>>> rules;
    private final Group<CameraConfig> camera;

    CameraFormat(RuleFormat rule) {
        rules = Field.mandatory("rules", new ListOf<>(rule, 0, MOST_RULES), "What is to be detected.");
        Section section = new Section("camera", "A camera.", ID, SOURCE, ZONES, LINES, GROUND_PLANE, ANALYSIS, rules);
        camera = new Group<>(section, this::read);
    }

    Kind<CameraConfig> kind() {
        return camera;
    }

    private @Nullable CameraConfig read(Fields fields) {
        String id = fields.get(ID);
        Supplier<? extends FrameSource> source = source(fields);
        Map<String, Optional<Zone>> zones = zones(fields);
        Map<String, Optional<Line>> lines = fields.getOr(LINES, Map.of());
        GroundPlane plane = fields.get(GROUND_PLANE);
        Analysis analysis = fields.getOr(ANALYSIS, Analysis.DEFAULT);
        Scope scope = new Scope(Map.of(), zones, lines);
        List<Optional<Draft<?>>> drafts =
                fields.get(rules, fields.at().surroundings().with(scope));
        boolean calibrationBroken = plane == null && fields.has(GROUND_PLANE);
        if (drafts == null || calibrationBroken) {
            return null;
        }
        List<Draft<?>> sound =
                drafts.stream().<Draft<?>>flatMap(Optional::stream).toList();
        List<Rule<?>> finished = finish(sound, id == null ? "camera" : id, Optional.ofNullable(plane));
        if (id == null
                || source == null
                || fields.at().surroundings().problems().any()) {
            return null;
        }
        CameraConfig.Builder builder = CameraConfig.builder(id, source).analysis(analysis);
        zones.values().forEach(zone -> zone.ifPresent(builder::zone));
        lines.values().forEach(line -> line.ifPresent(builder::line));
        if (plane != null) {
            builder.groundPlane(plane);
        }
        finished.forEach(builder::rule);
        return builder.build();
    }

    private static @Nullable Supplier<? extends FrameSource> source(Fields fields) {
        Optional<Supplier<? extends FrameSource>> given =
                fields.at().surroundings().source();
        if (given.isPresent()) {
            return given.get();
        }
        fields.require(SOURCE);
        return fields.get(SOURCE);
    }

    private static Map<String, Optional<Zone>> zones(Fields fields) {
        Map<String, Optional<Zone>> zones = new LinkedHashMap<>(Scope.PICTURE.zones());
        zones.putAll(fields.getOr(ZONES, Map.of()));
        return zones;
    }

    /** Gives the rules without a name one that no other has: the detector's id, with a number from the second on. */
    private static List<Rule<?>> finish(List<Draft<?>> drafts, String camera, Optional<GroundPlane> plane) {
        Set<String> names = new LinkedHashSet<>();
        for (Draft<?> draft : drafts) {
            draft.name()
                    .filter(name -> !names.add(name))
                    .ifPresent(name -> draft.at()
                            .reject(
                                    "the name " + Quote.of(name) + " again",
                                    "a name of its own for every rule of a camera"));
        }
        List<Rule<?>> rules = new ArrayList<>();
        for (Draft<?> draft : drafts) {
            String name =
                    draft.name().orElseGet(() -> free(draft.provider().id().replace('/', '-'), names));
            names.add(name);
            Rule<?> rule = draft.finish(name, camera, plane);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private static String free(String base, Set<String> taken) {
        String name = base;
        for (int i = 2; taken.contains(name); i++) {
            name = base + "-" + i;
        }
        return name;
    }
}
