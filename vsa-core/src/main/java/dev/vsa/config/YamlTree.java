package dev.vsa.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vsa.config.Node.Broken;
import dev.vsa.config.Node.Entry;
import dev.vsa.config.Node.Mapping;
import dev.vsa.config.Node.Place;
import dev.vsa.config.Node.Scalar;
import dev.vsa.config.Node.Sequence;
import dev.vsa.naming.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads a YAML text into nodes with places. Built on the parser's events rather than on its own tree, because that one knows
 * no place for what is nested too deep and no bound for what aliases multiply. Merge keys are resolved; tags are refused.
 */
final class YamlTree {

    /** Characters; a site of a thousand cameras has less. */
    static final int LONGEST = 1 << 20;
    /** Nested collections. */
    static final int DEEPEST = 32;
    /** Nodes when every alias is written out. */
    static final int HEAVIEST = 200_000;

    private final Parser parser;
    private final Problems problems;
    private final Map<String, Node> anchors = new HashMap<>();

    private YamlTree(Parser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The only document of a text; null if there is none that can be read, which has been reported. */
    static @Nullable Node parse(String text, Problems problems) {
        if (text.length() > LONGEST) {
            problems.add(new Place(1, 1), "", text.length() + " characters", "at most " + LONGEST);
            return null;
        }
        if (!printable(text, problems)) {
            return null;
        }
        try {
            return new YamlTree(new ParserImpl(new StreamReader(text), new LoaderOptions()), problems).document();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String context = e.getContext() == null ? "" : e.getContext() + ", ";
            problems.add(place(mark), "", context + e.getProblem(), "valid YAML");
            return null;
        }
    }

    /**
     * A text that a programmer has written.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static Node of(String text) {
        Problems problems = new Problems("text");
        Node node = parse(text, problems);
        if (node == null || problems.any()) {
            throw new IllegalArgumentException(Quote.of(text) + " is not valid YAML: " + problems.inOrder());
        }
        return node;
    }

    /** A list or a single value in JSON. */
    static JsonNode json(Node node) {
        if (node instanceof Sequence list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        if (!(node instanceof Scalar scalar)) {
            throw new IllegalArgumentException(node.found() + " cannot be a default");
        }
        String text = scalar.text();
        if (scalar.plain() && YamlScalars.isBoolean(text)) {
            return JsonNodeFactory.instance.booleanNode(YamlScalars.isTrue(text));
        }
        return scalar.plain() && YamlScalars.isNumber(text)
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(text))
                : JsonNodeFactory.instance.textNode(text);
    }

    /** The parser knows of a character that is not allowed how far it is from the start, but not its line. */
    private static boolean printable(String text, Problems problems) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                problems.add(
                        new Place(line, column),
                        "",
                        String.format("the character U+%04X", c),
                        "a text that can be printed");
                return false;
            }
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
            i += Character.charCount(c);
        }
        return true;
    }

    private @Nullable Node document() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            problems.add(new Place(1, 1), "", "an empty file", "a mapping that begins with 'site: NAME'");
            return null;
        }
        parser.getEvent();
        Node root = node("", 0);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            problems.add(place(parser.peekEvent().getStartMark()), "", "a second document", "the end of the file");
        }
        return root;
    }

    private Node node(String path, int depth) {
        NodeEvent event = (NodeEvent) parser.getEvent();
        Place place = place(event.getStartMark());
        if (event instanceof AliasEvent) {
            return anchored(event.getAnchor(), place, path);
        }
        if (event.getAnchor() != null) {
            anchors.put(event.getAnchor(), new Broken(place));
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), place, path);
            return anchor(event, new Scalar(place, scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN));
        }
        refuseTag(((CollectionStartEvent) event).getTag(), place, path);
        if (depth == DEEPEST) {
            throw stop("more than " + DEEPEST + " levels, one inside the other", event);
        }
        Node collection =
                event instanceof MappingStartEvent ? mapping(event, path, depth) : sequence(event, path, depth);
        parser.getEvent();
        if (collection.weight() > HEAVIEST) {
            throw stop("more than " + HEAVIEST + " values when every alias is written out", event);
        }
        return anchor(event, collection);
    }

    private Node sequence(Event start, String path, int depth) {
        List<Node> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(Cursor.item(path, items.size()), depth + 1));
        }
        return new Sequence(
                place(start.getStartMark()),
                List.copyOf(items),
                1 + items.stream().mapToLong(Node::weight).sum());
    }

    private Node mapping(Event start, String path, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<Entry> merged = new ArrayList<>();
        long weight = 1;
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Node key = node(path, depth + 1);
            String name = key instanceof Scalar scalar ? scalar.text() : "?";
            Node value = node(Cursor.field(path, name), depth + 1);
            weight += 1 + value.weight();
            if (!(key instanceof Scalar scalar)) {
                refuseKey(key, path);
            } else if (scalar.plain() && name.equals("<<")) {
                merge(value, path, merged);
            } else {
                Entry first = entries.putIfAbsent(name, new Entry(scalar, value));
                if (first != null) {
                    refuseRepetition(scalar, first.key(), path);
                }
            }
        }
        merged.forEach(entry -> entries.putIfAbsent(entry.key().text(), entry));
        return new Mapping(place(start.getStartMark()), List.copyOf(entries.values()), weight);
    }

    private void refuseKey(Node key, String path) {
        if (!(key instanceof Broken)) {
            problems.add(key.place(), path, key.found() + " as a key", "a word");
        }
    }

    private void refuseRepetition(Scalar key, Scalar first, String path) {
        String found = key.asKey() + " again (first in line " + first.place().line() + ")";
        problems.add(key.place(), Cursor.field(path, key.text()), found, "every key once");
    }

    /** What a merge key brings in; where two of several hold a key, the first counts. */
    private void merge(Node value, String path, List<Entry> into) {
        Stream<Node> sources = value instanceof Sequence list ? list.items().stream() : Stream.of(value);
        sources.forEach(source -> {
            if (source instanceof Mapping mapping) {
                into.addAll(mapping.entries());
            } else if (!(source instanceof Broken)) {
                problems.add(
                        source.place(), Cursor.field(path, "<<"), source.found(), "a mapping, or a list of mappings");
            }
        });
    }

    private Node anchor(NodeEvent event, Node node) {
        if (event.getAnchor() != null) {
            anchors.put(event.getAnchor(), node);
        }
        return node;
    }

    private Node anchored(String anchor, Place place, String path) {
        Node node = anchors.get(anchor);
        String found = "the alias " + Quote.of("*" + anchor);
        if (node == null) {
            Optional<String> nearest = Nearest.to(anchor, anchors.keySet()).map(name -> "*" + name);
            problems.add(place, path, found, "one whose anchor stands above it", nearest);
        } else if (node instanceof Broken) {
            problems.add(place, path, found, "one that does not stand in what it names");
        }
        return node == null ? new Broken(place) : node;
    }

    private void refuseTag(@Nullable String tag, Place place, String path) {
        if (tag != null) {
            problems.add(place, path, "the tag " + Quote.of(tag), "a value without a tag");
        }
    }

    private static ParserException stop(String what, Event event) {
        return new ParserException(null, null, what, event.getStartMark());
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
