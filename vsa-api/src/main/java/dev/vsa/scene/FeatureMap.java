package dev.vsa.scene;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The features of a scene that is lent: a handful, searched one after another, so that filling it anew for each scene
 * allocates nothing. Not thread-safe.
 */
final class FeatureMap extends AbstractMap<FeatureKey<?>, Object> {

    private final List<FeatureKey<?>> keys = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final Set<Entry<FeatureKey<?>, Object>> entries = new Entries();

    @Override
    public @Nullable Object put(FeatureKey<?> key, Object value) {
        Objects.requireNonNull(value, "value");
        int index = indexOf(key);
        if (index >= 0) {
            return values.set(index, value);
        }
        keys.add(Objects.requireNonNull(key, "key"));
        values.add(value);
        return null;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        int index = indexOf(key);
        return index < 0 ? null : values.get(index);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return indexOf(key) >= 0;
    }

    private int indexOf(@Nullable Object key) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int size() {
        return keys.size();
    }

    @Override
    public void clear() {
        keys.clear();
        values.clear();
    }

    @Override
    public Set<Entry<FeatureKey<?>, Object>> entrySet() {
        return entries;
    }

    /** A view, as maps promise: those who wrap a map ask for its entries once and keep them. */
    private final class Entries extends AbstractSet<Entry<FeatureKey<?>, Object>> {

        @Override
        public Iterator<Entry<FeatureKey<?>, Object>> iterator() {
            Iterator<FeatureKey<?>> key = keys.iterator();
            Iterator<Object> value = values.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return key.hasNext();
                }

                @Override
                public Entry<FeatureKey<?>, Object> next() {
                    return new SimpleImmutableEntry<>(key.next(), value.next());
                }
            };
        }

        @Override
        public int size() {
            return keys.size();
        }
    }
}
