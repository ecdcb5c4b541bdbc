package dev.vsa.config;

/**
 * A key that a mapping may hold.
 *
 * @param key the key
 * @param kind what stands under it
 * @param mandatory whether it must be there
 * @param byDefault what counts when it is not there, as YAML text; "" for nothing
 * @param meaning what it means, in a sentence
 */
record Field<T>(String key, Kind<T> kind, boolean mandatory, String byDefault, String meaning) {

    static <T> Field<T> mandatory(String key, Kind<T> kind, String meaning) {
        return new Field<>(key, kind, true, "", meaning);
    }

    static <T> Field<T> optional(String key, Kind<T> kind, String meaning) {
        return new Field<>(key, kind, false, "", meaning);
    }

    static <T> Field<T> optional(String key, Kind<T> kind, String byDefault, String meaning) {
        return new Field<>(key, kind, false, byDefault, meaning);
    }
}
