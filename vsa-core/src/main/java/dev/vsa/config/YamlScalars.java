package dev.vsa.config;

import java.util.regex.Pattern;

/**
 * What a plain scalar means: the core schema of YAML 1.2.2 (section 10.3.2), in which {@code no} and {@code 2026-01-01} are
 * texts. Octal and hexadecimal integers are left out: no setting needs them.
 */
final class YamlScalars {

    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern FINITE = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
    private static final Pattern NAN = Pattern.compile("\\.(nan|NaN|NAN)");

    private YamlScalars() {}

    static boolean isNull(String text) {
        return NULL.matcher(text).matches();
    }

    static boolean isTrue(String text) {
        return TRUE.matcher(text).matches();
    }

    static boolean isBoolean(String text) {
        return isTrue(text) || FALSE.matcher(text).matches();
    }

    /** Whether it is a number, {@code .inf} and {@code .nan} among them. */
    static boolean isNumber(String text) {
        return FINITE.matcher(text).matches()
                || INFINITE.matcher(text).matches()
                || NAN.matcher(text).matches();
    }

    /** The number that a text for which {@link #isNumber} holds stands for; infinite where a double ends. */
    static double number(String text) {
        if (NAN.matcher(text).matches()) {
            return Double.NaN;
        }
        if (INFINITE.matcher(text).matches()) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }
}
