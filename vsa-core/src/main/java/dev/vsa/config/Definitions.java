package dev.vsa.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The named parts of a JSON Schema, each written once. Not thread-safe. */
final class Definitions {

    private final Map<String, ObjectNode> byName = new TreeMap<>();

    private final Map<String, Section> sections = new LinkedHashMap<>();

    /** Notes that a mapping is used. */
    void note(Section section) {
        sections.putIfAbsent(section.name(), section);
    }

    /** The mappings that are used, each before those that it holds. */
    Collection<Section> sections() {
        return sections.values();
    }

    /** A reference to a part, which is made if it is not there yet. */
    ObjectNode refer(String name, Supplier<ObjectNode> part) {
        if (!byName.containsKey(name)) {
            byName.put(name, JsonNodeFactory.instance.objectNode());
            byName.put(name, part.get());
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + name);
    }

    ObjectNode all() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        byName.forEach(all::set);
        return all;
    }

    static ObjectNode ofType(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
