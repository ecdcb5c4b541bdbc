package dev.vsa.evaluation;

import dev.vsa.config.AlertPolicy;
import dev.vsa.config.CameraConfig;
import dev.vsa.config.ParameterInfo;
import dev.vsa.config.Parameters;
import dev.vsa.config.Rule;
import dev.vsa.frame.FrameSource;
import dev.vsa.geometry.Zone;
import dev.vsa.spi.EventDetectorProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a camera's rules of a label's, whichever detectors are there. Each rule goes to the first detector that signals its
 * event. The label's keys become parameters by their names: {@code maxPeople} is {@code max-people}, and a time in seconds may
 * go without its S: {@code onGroundS} is {@code on-ground}. Stateless and thread-safe.
 */
public final class LabelRules {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private LabelRules() {}

    /**
     * What a label asks for, made into rules.
     *
     * @param camera the camera with its zones and rules; more can be set before it is built
     * @param events the event of each rule, by the rule's name
     * @param notEvaluated rules that no detector can carry out
     */
    public record Plan(CameraConfig.Builder camera, Map<String, String> events, List<NotEvaluated> notEvaluated) {

        /** Copies the collections. */
        public Plan {
            events = Map.copyOf(events);
            notEvaluated = List.copyOf(notEvaluated);
        }
    }

    /**
     * Makes rules of a label's. One that no detector signals, or that says something which its detector has no parameter for, is
     * reported and left out.
     *
     * @param label the label
     * @param source makes the clip's source; not called here
     * @param providers the detectors that are there, in order of preference
     */
    public static Plan toCamera(
            ClipLabel label,
            Supplier<? extends FrameSource> source,
            Collection<? extends EventDetectorProvider<?>> providers) {
        CameraConfig.Builder camera = CameraConfig.builder(cameraId(label.clip()), source);
        label.zones().values().forEach(camera::zone);
        Map<String, String> events = new LinkedHashMap<>();
        List<NotEvaluated> notEvaluated = new ArrayList<>();
        for (ClipLabel.Rule rule : new LinkedHashSet<>(label.rules())) {
            Optional<? extends EventDetectorProvider<?>> provider = providers.stream()
                    .filter(it -> it.signals().id().equals(rule.event()))
                    .findFirst();
            if (provider.isEmpty()) {
                notEvaluated.add(new NotEvaluated(rule.event(), rule.zone(), "no detector that is there signals it"));
                continue;
            }
            String name = name(rule, events.keySet());
            try {
                camera.rule(rule(name, provider.get(), rule, label.zones()));
                events.put(name, rule.event());
            } catch (IllegalArgumentException e) {
                notEvaluated.add(new NotEvaluated(rule.event(), rule.zone(), String.valueOf(e.getMessage())));
            }
        }
        return new Plan(camera, events, notEvaluated);
    }

    private static String cameraId(String clip) {
        String file = clip.substring(clip.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        String id = dot > 0 ? file.substring(0, dot) : file;
        return id.isBlank() ? "clip" : id;
    }

    private static String name(ClipLabel.Rule rule, Set<String> taken) {
        String base = (rule.event() + " " + rule.zone()).replace('/', '-');
        String name = base;
        for (int i = 2; taken.contains(name); i++) {
            name = base + " " + i;
        }
        return name;
    }

    private static <P extends Record> Rule<P> rule(
            String name, EventDetectorProvider<P> provider, ClipLabel.Rule rule, Map<String, Zone> zones) {
        Set<String> known = Parameters.describe(provider).stream()
                .map(ParameterInfo::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Object> values = new LinkedHashMap<>();
        Zone zone = zones.get(rule.zone());
        if (zone == null) {
            throw new IllegalArgumentException("the label has no zone '" + rule.zone() + "'");
        }
        if (known.contains("zone")) {
            values.put("zone", zone);
        } else if (known.contains("zones")) {
            values.put("zones", List.of(zone));
        } else if (!rule.zone().equals(Zone.FRAME)) {
            throw new IllegalArgumentException("the detector " + provider.id() + " knows no zones");
        }
        rule.parameters().forEach((key, value) -> values.put(parameter(key, known, provider.id()), value));
        return new Rule<>(name, provider, Parameters.of(provider, values), AlertPolicy.DEFAULT);
    }

    /** The parameter that a label's key means. */
    private static String parameter(String key, Set<String> known, String detector) {
        String name = HUMP.matcher(key).replaceAll("-").toLowerCase(Locale.ROOT);
        if (known.contains(name)) {
            return name;
        }
        String withoutUnit = name.endsWith("-s") ? name.substring(0, name.length() - 2) : name;
        if (known.contains(withoutUnit)) {
            return withoutUnit;
        }
        throw new IllegalArgumentException("the detector " + detector + " has no parameter for " + key);
    }
}
