package dev.vsa.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vsa.spi.EventDetectorProvider;

/** Writes the JSON Schema of site files, by which editors check and complete them. Stateless and thread-safe. */
public final class SiteSchema {

    private SiteSchema() {}

    /**
     * The schema (JSON Schema, draft 2020-12) of the site files that some detectors allow, as indented JSON that ends with a
     * line feed. It knows every key, type and bound; what it cannot know, such as whether a zone that a rule names exists, {@link
     * SiteReader} checks.
     *
     * @param detectors the detectors
     * @throws IllegalArgumentException if two detectors have one id, or the parameter record of one is malformed
     */
    public static String generate(Iterable<? extends EventDetectorProvider<?>> detectors) {
        Definitions definitions = new Definitions();
        ObjectNode top = new SiteFormat(detectors).section().schema(definitions);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "vsa site");
        schema.setAll(top);
        schema.set("$defs", definitions.all());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
