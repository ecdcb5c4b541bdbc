package dev.vsa.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents a component of a parameter record. Configuration, validation, the JSON Schema and the reference documentation are
 * all derived from it.
 *
 * <p>A component is of one of these types; the text form of {@link #byDefault()} is what a YAML file would hold:
 *
 * <table>
 * <caption>Types</caption>
 * <tr><th>type</th><th>in YAML</th></tr>
 * <tr><td>{@code double}, {@code int}, {@code boolean}, {@code String}</td><td>itself</td></tr>
 * <tr><td>{@link java.time.Duration}</td><td>seconds, as a number; bounds are seconds too</td></tr>
 * <tr><td>an enum</td><td>its constant in lower case, words joined by hyphens</td></tr>
 * <tr><td>{@link dev.vsa.geometry.Zone}, {@link dev.vsa.geometry.Line}</td><td>the id of one of the camera's</td></tr>
 * <tr><td>{@link dev.vsa.geometry.Heading}</td><td>{@code [dx, dy]}, x to the right and y down, on square pixels</td></tr>
 * <tr><td>{@code Set} of an enum; {@code List} of zones or lines</td><td>a list</td></tr>
 * <tr><td>{@code Optional} of any of these</td><td>may be absent</td></tr>
 * </table>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Parameter {

    /** What it means, in a sentence. */
    String value();

    /** The default as YAML text; "" makes the parameter mandatory (unless it is an {@code Optional}). */
    String byDefault() default "";

    /** The unit, as in "s", "m", "object heights", "degrees"; "" for none. Never frames or pixels. */
    String unit() default "";

    /** The least value allowed, for numbers and durations. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest value allowed, for numbers and durations. */
    double max() default Double.POSITIVE_INFINITY;
}
