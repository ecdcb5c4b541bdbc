package dev.vsa.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in a JSON text, with its place: Jackson's own tree knows none. */
sealed interface Json {

    JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build();

    /** Where it begins. */
    Place place();

    /** What it is, as in "found …". */
    String found();

    /** It as plain Java: a text, a whole or other number, a truth value, a list; null for everything else. */
    default @Nullable Object plain() {
        return null;
    }

    /**
     * A place in a text.
     *
     * @param line from 1
     * @param column from 1
     */
    record Place(int line, int column) {}

    /** A mapping, in the order written. */
    record Table(Place place, Map<String, Json> fields) implements Json {
        @Override
        public String found() {
            return "a mapping";
        }
    }

    /** A list. */
    record Items(Place place, List<Json> items) implements Json {
        @Override
        public String found() {
            return items.isEmpty() ? "an empty list" : "a list of " + items.size();
        }

        @Override
        public @Nullable Object plain() {
            List<Object> plain = new ArrayList<>();
            for (Json item : items) {
                Object value = item.plain();
                if (value == null) {
                    return null;
                }
                plain.add(value);
            }
            return List.copyOf(plain);
        }
    }

    /** A text. */
    record Text(Place place, String text) implements Json {

        private static final int LONGEST = 60;

        @Override
        public String found() {
            return "'" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "'";
        }

        @Override
        public Object plain() {
            return text;
        }
    }

    /** A number, finite. */
    record Figure(Place place, double value, String text) implements Json {
        @Override
        public String found() {
            return text;
        }

        @Override
        public Object plain() {
            return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? (Object) (long) value : (Object) value;
        }
    }

    /** A truth value. */
    record Truth(Place place, boolean value) implements Json {
        @Override
        public String found() {
            return Boolean.toString(value);
        }

        @Override
        public Object plain() {
            return value;
        }
    }

    /** Nothing. */
    record Nothing(Place place) implements Json {
        @Override
        public String found() {
            return "nothing";
        }
    }

    /**
     * Reads a text.
     *
     * @throws Malformed if it is not one JSON value and nothing else
     */
    static Json parse(String text) throws Malformed {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new Malformed(new Place(1, 1), "an empty file");
            }
            Json root = value(parser);
            if (parser.nextToken() != null) {
                throw new Malformed(place(parser.currentTokenLocation()), "something after the end");
            }
            return root;
        } catch (JsonProcessingException e) {
            Place place = e.getLocation() == null ? new Place(1, 1) : place(e.getLocation());
            throw new Malformed(place, e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Json value(JsonParser parser) throws IOException, Malformed {
        Place place = place(parser.currentTokenLocation());
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    fields.put(key, value(parser));
                }
                yield new Table(place, fields);
            }
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield new Items(place, items);
            }
            case VALUE_STRING -> new Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> figure(place, parser);
            case VALUE_TRUE, VALUE_FALSE -> new Truth(place, parser.getBooleanValue());
            case VALUE_NULL -> new Nothing(place);
            default -> throw new Malformed(place, "something that is no JSON");
        };
    }

    private static Json figure(Place place, JsonParser parser) throws IOException, Malformed {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new Malformed(place, "a number without measure");
        }
        return new Figure(place, value, parser.getText());
    }

    private static Place place(JsonLocation location) {
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** A text that is no JSON. */
    final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        final transient Place place;
        final String found;

        Malformed(Place place, String found) {
            super(found);
            this.place = place;
            this.found = found;
        }
    }
}
