package dev.vsa.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vsa.config.Node.Entry;
import dev.vsa.config.Node.Mapping;
import dev.vsa.config.Node.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Kinds of values that are made of others. */
final class Composites {

    private Composites() {}

    /**
     * A list.
     *
     * @param item what it holds
     * @param least how many of them at least
     * @param most how many of them at most
     */
    record ListOf<T>(Kind<T> item, int least, int most) implements Kind<List<T>> {

        ListOf(Kind<T> item, int least) {
            this(item, least, Integer.MAX_VALUE);
        }

        @Override
        public Class<? extends Node> form() {
            return Sequence.class;
        }

        @Override
        public String expected() {
            return list() + item.expected();
        }

        @Override
        public String documented() {
            return list() + item.documented();
        }

        private String list() {
            String bounds = least > 0 ? " of at least " + least : "";
            if (most < Integer.MAX_VALUE) {
                bounds = " of " + least + " to " + most;
            }
            return "a list" + bounds + ", each ";
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            ObjectNode schema = Definitions.ofType("array");
            schema.set("items", item.schema(definitions));
            if (least > 0) {
                schema.put("minItems", least);
            }
            return most < Integer.MAX_VALUE ? schema.put("maxItems", most) : schema;
        }

        /** Reads every item, so that all that is wrong is reported. */
        @Override
        public @Nullable List<T> read(Cursor at) {
            if (!(at.node() instanceof Sequence list)) {
                return at.reject(expected());
            }
            int size = list.items().size();
            if (size < least || size > most) {
                return at.reject(size == 0 ? list.found() : "a list of " + size, expected());
            }
            List<T> items = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                T value = item.read(at.item(i, list.items().get(i)));
                if (value != null) {
                    items.add(value);
                }
            }
            return items.size() == size ? List.copyOf(items) : null;
        }
    }

    /** A list in which nothing stands twice. */
    record SetOf<T>(ListOf<T> list) implements Kind<Set<T>> {

        @Override
        public Class<? extends Node> form() {
            return Sequence.class;
        }

        @Override
        public String expected() {
            return list.expected();
        }

        @Override
        public String documented() {
            return list.documented() + "; nothing twice";
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return list.schema(definitions).put("uniqueItems", true);
        }

        @Override
        public @Nullable Set<T> read(Cursor at) {
            List<T> items = list.read(at);
            if (items == null) {
                return null;
            }
            Set<T> set = Collections.unmodifiableSet(new LinkedHashSet<>(items));
            return set.size() == items.size() ? set : at.reject("a list that holds something twice", "each once");
        }
    }

    /**
     * A mapping from names that the user chooses. What is wrong is there without a value.
     *
     * @param name what the keys are
     * @param value what they stand for, made with its name
     */
    record TableOf<T>(Scalars.Text name, Function<String, Kind<T>> value) implements Kind<Map<String, Optional<T>>> {

        @Override
        public Class<? extends Node> form() {
            return Mapping.class;
        }

        @Override
        public String expected() {
            return "a mapping from ids, each to " + value.apply("").expected();
        }

        @Override
        public String documented() {
            return "a mapping from ids, each to " + value.apply("").documented();
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            ObjectNode schema = Definitions.ofType("object");
            schema.set(
                    "propertyNames",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("pattern", "^" + name.pattern().pattern() + "$"));
            schema.set("additionalProperties", value.apply("").schema(definitions));
            return schema;
        }

        @Override
        public @Nullable Map<String, Optional<T>> read(Cursor at) {
            if (!(at.node() instanceof Mapping mapping)) {
                return at.reject(expected());
            }
            Map<String, Optional<T>> table = new LinkedHashMap<>();
            for (Entry entry : mapping.entries()) {
                Cursor value = at.field(entry.key().text(), entry.value());
                String key = name.read(new Cursor(entry.key(), value.path(), at.surroundings()));
                T read = key == null ? null : this.value.apply(key).read(value);
                table.put(entry.key().text(), Optional.ofNullable(read));
            }
            return table;
        }
    }

    /**
     * A mapping with fixed keys.
     *
     * @param section the keys
     * @param build makes a value of them, or returns null after having reported why not
     */
    record Group<T>(Section section, Function<Fields, @Nullable T> build) implements Kind<T> {

        @Override
        public Class<? extends Node> form() {
            return Mapping.class;
        }

        @Override
        public String expected() {
            return section.expected();
        }

        @Override
        public String documented() {
            return section.link();
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return section.schema(definitions);
        }

        @Override
        public @Nullable T read(Cursor at) {
            Fields fields = section.open(at);
            return fields == null ? null : build.apply(fields);
        }
    }

    /** One of several mappings, told apart by the first key of each. */
    record Variants<T>(String what, List<Group<? extends T>> groups) implements Kind<T> {

        @Override
        public Class<? extends Node> form() {
            return Mapping.class;
        }

        @Override
        public String expected() {
            return what + " with " + (groups.size() > 1 ? "one of the keys " : "the key ") + Scalars.oneOf(keys());
        }

        @Override
        public String documented() {
            return groups.stream().map(Kind::documented).collect(Collectors.joining(", or "));
        }

        private List<String> keys() {
            return groups.stream().map(Variants::key).toList();
        }

        private static String key(Group<?> group) {
            return group.section().keys().get(0);
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            ArrayNode choices = schema.putArray("oneOf");
            groups.forEach(group -> choices.add(group.schema(definitions)));
            return schema;
        }

        @Override
        public @Nullable T read(Cursor at) {
            if (!(at.node() instanceof Mapping mapping)) {
                return at.reject(expected());
            }
            List<String> present =
                    mapping.entries().stream().map(e -> e.key().text()).toList();
            List<Group<? extends T>> meant = groups.stream()
                    .filter(group -> present.contains(key(group)))
                    .toList();
            if (meant.size() == 1) {
                return meant.get(0).read(at);
            }
            if (present.size() == 1) {
                Cursor key = new Cursor(mapping.entries().get(0).key(), at.path(), at.surroundings());
                return key.rejectName(
                        present.get(0), mapping.entries().get(0).key().asKey(), expected(), keys());
            }
            return at.reject(expected());
        }
    }

    /** One of two kinds, told apart by their form. */
    record Either<T>(Kind<T> one, Kind<T> other) implements Kind<T> {

        @Override
        public Class<? extends Node> form() {
            return Node.class;
        }

        @Override
        public String expected() {
            return one.expected() + ", or " + other.expected();
        }

        @Override
        public String documented() {
            return one.documented() + ", or " + other.documented();
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            schema.putArray("anyOf").add(one.schema(definitions)).add(other.schema(definitions));
            return schema;
        }

        @Override
        public @Nullable T read(Cursor at) {
            if (one.form().isInstance(at.node())) {
                return one.read(at);
            }
            return other.form().isInstance(at.node()) ? other.read(at) : at.reject(expected());
        }
    }

    /**
     * A kind whose values are turned into others.
     *
     * @param kind what is written
     * @param turn what becomes of it
     */
    record Mapped<S, T>(Kind<S> kind, Function<S, T> turn) implements Kind<T> {

        @Override
        public Class<? extends Node> form() {
            return kind.form();
        }

        @Override
        public String expected() {
            return kind.expected();
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return kind.schema(definitions);
        }

        @Override
        public @Nullable T read(Cursor at) {
            S read = kind.read(at);
            return read == null ? null : turn.apply(read);
        }
    }
}
