package dev.vsa.config;

/**
 * What a file, a form or a person has to know of a detector's parameter.
 *
 * @param key its key in a file
 * @param expected what is allowed, with bounds and unit, as in "a number from 0 to 1"
 * @param mandatory whether it must be given
 * @param byDefault what counts when it is not given, as YAML text; "" for nothing
 * @param meaning what it means, in a sentence
 */
public record ParameterInfo(String key, String expected, boolean mandatory, String byDefault, String meaning) {

    static ParameterInfo of(Field<?> field) {
        return new ParameterInfo(
                field.key(),
                field.kind().expected(),
                field.mandatory(),
                field.byDefault().map(Field.Default::text).orElse(""),
                field.meaning());
    }
}
