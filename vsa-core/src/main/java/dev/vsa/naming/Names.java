package dev.vsa.naming;

import java.util.Locale;

/** How a name of Java is spelt in a file: lower case, words joined by hyphens. */
public final class Names {

    private Names() {}

    /** {@code coolDown} as {@code cool-down}. */
    public static String hyphenated(String camelCase) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            boolean word = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(camelCase.charAt(i - 1));
            out.append(word ? "-" : "").append(Character.toLowerCase(c));
        }
        return out.toString();
    }

    /** {@code BY_CLASS} as {@code by-class}. */
    public static String hyphenated(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
