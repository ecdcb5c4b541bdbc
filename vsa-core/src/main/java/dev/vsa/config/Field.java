package dev.vsa.config;

import java.util.Optional;

/**
 * A key that a mapping may hold.
 *
 * @param key the key
 * @param kind what stands under it
 * @param mandatory whether it must be there
 * @param byDefault what counts when it is not there
 * @param meaning what it means, in a sentence
 */
record Field<T>(String key, Kind<T> kind, boolean mandatory, Optional<Default> byDefault, String meaning) {

    /** What counts when nothing is there, as text and read. */
    record Default(String text, Node node) {

        /**
         * A default.
         *
         * @param text as YAML
         * @throws IllegalArgumentException if the text is not valid YAML
         */
        static Default of(String text) {
            return new Default(text, YamlTree.of(text));
        }
    }

    static <T> Field<T> mandatory(String key, Kind<T> kind, String meaning) {
        return new Field<>(key, kind, true, Optional.empty(), meaning);
    }

    static <T> Field<T> optional(String key, Kind<T> kind, String meaning) {
        return new Field<>(key, kind, false, Optional.empty(), meaning);
    }

    static <T> Field<T> optional(String key, Kind<T> kind, String byDefault, String meaning) {
        return new Field<>(key, kind, false, Optional.of(Default.of(byDefault)), meaning);
    }
}
