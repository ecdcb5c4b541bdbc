package dev.vsa.config;

import dev.vsa.geometry.GroundPlane;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetectorProvider;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A detector as a rule of a site file may name it. Immutable.
 *
 * @param provider the detector
 * @param parameters its parameters
 * @param section the keys of such a rule
 * @param <P> the type of its parameters
 */
record DetectorKind<P extends Record>(
        EventDetectorProvider<P> provider, ParameterRecord<P> parameters, Section section) {

    /**
     * Looks at a detector.
     *
     * @param common the keys that a rule has whatever it detects
     * @throws IllegalArgumentException if its parameter record is malformed or uses one of those keys
     */
    static <P extends Record> DetectorKind<P> of(EventDetectorProvider<P> provider, Section common) {
        ParameterRecord<P> parameters = ParameterRecord.of(provider.parameters());
        List<Field<?>> fields = parameters.fields();
        for (Field<?> field : fields) {
            if (common.keys().contains(field.key())) {
                throw new IllegalArgumentException(
                        "parameters " + provider.parameters().getName() + ": the key " + field.key()
                                + " is taken by what every rule has");
            }
        }
        Section section =
                common.with("detect-" + provider.id(), provider.signals().english() + ".", fields);
        return new DetectorKind<>(provider, parameters, section);
    }

    /** A rule of this detector as far as it stands in one place; null if its parameters are wrong. */
    @Nullable Draft<P> read(Fields fields, Optional<String> name, AlertPolicy policy) {
        P read = parameters.read(fields);
        return read == null ? null : new Draft<>(provider, read, name, policy, fields.at());
    }

    /**
     * A rule that lacks its camera.
     *
     * @param provider the detector
     * @param parameters its parameters
     * @param name its name, if the file gives one
     * @param policy how its signals become alerts
     * @param at where it stands
     */
    record Draft<P extends Record>(
            EventDetectorProvider<P> provider, P parameters, Optional<String> name, AlertPolicy policy, Cursor at) {

        /** The rule; null if the detector refuses its parameters for that camera, which has been reported. */
        @Nullable Rule<P> finish(String ruleName, String camera, Optional<GroundPlane> groundPlane) {
            try {
                provider.needs(parameters);
                provider.create(parameters, new Trial(camera, ruleName, groundPlane));
                return new Rule<>(ruleName, provider, parameters, policy);
            } catch (IllegalArgumentException e) {
                return at.reject(Quote.reason(e), "parameters that the detector can work with");
            } catch (RuntimeException e) {
                return at.reject(provider.id() + " to fail: " + Quote.reason(e), "a detector that can be made");
            }
        }
    }

    /** The camera for which a detector is made on trial. */
    private record Trial(String cameraId, String rule, Optional<GroundPlane> groundPlane) implements DetectorContext {}
}
