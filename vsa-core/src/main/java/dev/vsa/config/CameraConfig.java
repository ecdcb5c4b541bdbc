package dev.vsa.config;

import dev.vsa.frame.FrameSource;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import dev.vsa.spi.EventDetectorProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One camera: where its frames come from, its zones and lines, and what is to be detected. Immutable.
 *
 * @param id unique within a site; not blank, without a slash
 * @param source makes the source; called again each time a lost stream is opened anew
 * @param zones the zones, by id; always with {@link Zone#FRAME}
 * @param lines the tripwires, by id
 * @param groundPlane the calibration, if there is one
 * @param analysis how frames are analysed
 * @param rules what is to be detected
 */
public record CameraConfig(
        String id,
        Supplier<? extends FrameSource> source,
        Map<String, Zone> zones,
        Map<String, Line> lines,
        Optional<GroundPlane> groundPlane,
        Analysis analysis,
        List<Rule<?>> rules) {

    /** Copies the collections. */
    public CameraConfig {
        zones = Collections.unmodifiableMap(new LinkedHashMap<>(zones));
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        rules = List.copyOf(rules);
    }

    /**
     * Starts a camera.
     *
     * @param id unique within a site; not blank, without a slash
     * @param source makes the source
     */
    public static Builder builder(String id, Supplier<? extends FrameSource> source) {
        return new Builder(id, source);
    }

    /** Puts a camera together. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final Supplier<? extends FrameSource> source;
        private final Map<String, Zone> zones = new LinkedHashMap<>(Map.of(Zone.FRAME, Zone.frame()));
        private final Map<String, Line> lines = new LinkedHashMap<>();
        private Optional<GroundPlane> groundPlane = Optional.empty();
        private Analysis analysis = Analysis.DEFAULT;
        private final Map<String, Rule<?>> rules = new LinkedHashMap<>();

        private Builder(String id, Supplier<? extends FrameSource> source) {
            if (id.isBlank() || id.indexOf('/') >= 0) {
                throw new IllegalArgumentException("'" + id + "' is not a camera's id: not blank, without a slash");
            }
            this.id = id;
            this.source = source;
        }

        /**
         * Adds a zone, so that a site file or a drawing can name it.
         *
         * @param zone the zone; replaces one of the same id
         * @return this
         */
        public Builder zone(Zone zone) {
            zones.put(zone.id(), zone);
            return this;
        }

        /**
         * Adds a tripwire.
         *
         * @param line the line; replaces one of the same id
         * @return this
         */
        public Builder line(Line line) {
            lines.put(line.id(), line);
            return this;
        }

        /**
         * Sets the calibration.
         *
         * @param plane the ground plane
         * @return this
         */
        public Builder groundPlane(GroundPlane plane) {
            groundPlane = Optional.of(plane);
            return this;
        }

        /**
         * Sets how frames are analysed.
         *
         * @param how the settings
         * @return this
         */
        public Builder analysis(Analysis how) {
            analysis = how;
            return this;
        }

        /**
         * Adds a rule under the detector's own id, with the default alert policy.
         *
         * @param provider which detector
         * @param parameters its parameters
         * @param <P> the type of its parameters
         * @return this
         */
        public <P extends Record> Builder rule(EventDetectorProvider<P> provider, P parameters) {
            return rule(new Rule<>(provider.id().replace('/', '-'), provider, parameters, AlertPolicy.DEFAULT));
        }

        /**
         * Adds a rule.
         *
         * @param rule the rule
         * @return this
         * @throws IllegalArgumentException if there is one of the same name
         */
        public Builder rule(Rule<?> rule) {
            if (rules.putIfAbsent(rule.name(), rule) != null) {
                throw new IllegalArgumentException("two rules are named '" + rule.name() + "'");
            }
            return this;
        }

        /** The camera. */
        public CameraConfig build() {
            return new CameraConfig(id, source, zones, lines, groundPlane, analysis, new ArrayList<>(rules.values()));
        }
    }
}
