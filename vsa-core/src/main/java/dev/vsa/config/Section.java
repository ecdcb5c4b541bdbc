package dev.vsa.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vsa.config.Node.Entry;
import dev.vsa.config.Node.Mapping;
import dev.vsa.naming.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping may hold.
 *
 * @param name its name in the schema and the reference; unique
 * @param meaning what it is, in a sentence
 * @param fields its keys
 */
record Section(String name, String meaning, List<Field<?>> fields) {

    Section(String name, String meaning, Field<?>... fields) {
        this(name, meaning, List.of(fields));
    }

    /** This and more keys. */
    Section with(String otherName, String otherMeaning, List<Field<?>> more) {
        List<Field<?>> all = new ArrayList<>(fields);
        all.addAll(more);
        return new Section(otherName, otherMeaning, List.copyOf(all));
    }

    List<String> keys() {
        return fields.stream().map(f -> f.key()).toList();
    }

    /**
     * Opens a mapping: reports keys that are unknown and mandatory ones that are missing. Null if it is no mapping at all,
     * which is reported too.
     */
    @Nullable Fields open(Cursor at) {
        if (!(at.node() instanceof Mapping mapping)) {
            return at.reject(expected());
        }
        Map<String, Node> values = new LinkedHashMap<>();
        Set<String> meant = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (keys().contains(key)) {
                values.put(key, entry.value());
            } else {
                Nearest.to(key, keys()).ifPresent(meant::add);
                new Cursor(entry.key(), Cursor.field(at.path(), key), at.surroundings())
                        .rejectName(key, entry.key().asKey(), oneOfTheKeys(), keys());
            }
        }
        Fields opened = new Fields(at, values, meant);
        fields.stream().filter(field -> field.mandatory()).forEach(opened::require);
        return opened;
    }

    String expected() {
        return "a mapping with " + (fields.size() == 1 ? "the key " : "the keys ") + String.join(", ", keys());
    }

    /** A link to its heading in the reference. */
    String link() {
        return "[" + name + "](#" + name + ")";
    }

    private String oneOfTheKeys() {
        return (fields.size() == 1 ? "the key " : "one of the keys ") + Scalars.oneOf(keys());
    }

    ObjectNode schema(Definitions definitions) {
        definitions.note(this);
        return definitions.refer(name, () -> definition(definitions));
    }

    private ObjectNode definition(Definitions definitions) {
        ObjectNode schema = Definitions.ofType("object").put("description", meaning);
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (Field<?> field : fields) {
            ObjectNode property = field.kind().schema(definitions).put("description", field.meaning());
            field.byDefault().ifPresent(usual -> property.set("default", YamlTree.json(usual.node())));
            properties.set(field.key(), property);
            if (field.mandatory()) {
                required.add(field.key());
            }
        }
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }
}
