package dev.vsa.config;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a mapping that has been opened. Each is read at most once, so that nothing is reported twice. */
final class Fields {

    private final Cursor at;
    private final Map<String, Node> values;
    private final Set<String> meant;

    /**
     * Values.
     *
     * @param at the mapping
     * @param values what stands under the known keys
     * @param meant the known keys that unknown ones are like: who wrote those has not left these out
     */
    Fields(Cursor at, Map<String, Node> values, Set<String> meant) {
        this.at = at;
        this.values = values;
        this.meant = meant;
    }

    /** Reports a key that is not there and must be. */
    void require(Field<?> field) {
        if (!has(field) && !meant.contains(field.key())) {
            at.reject("no key '" + field.key() + "'", field.kind().expected());
        }
    }

    /** The mapping itself. */
    Cursor at() {
        return at;
    }

    boolean has(Field<?> field) {
        return values.containsKey(field.key());
    }

    /** The place of a value; of the mapping, if there is none. */
    Cursor at(Field<?> field) {
        Node value = values.get(field.key());
        return value == null ? at : at.field(field.key(), value);
    }

    /** The value, or the default; null if there is neither, or if it is wrong, which has been reported. */
    <T> @Nullable T get(Field<T> field) {
        return get(field, at.surroundings());
    }

    <T> @Nullable T get(Field<T> field, Surroundings surroundings) {
        if (has(field)) {
            return field.kind().read(at(field).in(surroundings));
        }
        return field.byDefault()
                .map(usual -> field.kind().read(new Cursor(usual.node(), at.path(), surroundings)))
                .orElse(null);
    }

    /** The value, or the default, or else a substitute: for one that is not there, or is wrong and has been reported. */
    <T> T getOr(Field<T> field, T substitute) {
        T value = get(field);
        return value == null ? substitute : value;
    }
}
