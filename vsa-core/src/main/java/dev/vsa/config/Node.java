package dev.vsa.config;

import java.util.List;

/** A value as it stands in a YAML text, with its place. Immutable. What an alias stands for is the anchored node itself. */
sealed interface Node {

    /** Where it begins. */
    Place place();

    /** How many nodes it consists of when every alias is written out. */
    default long weight() {
        return 1;
    }

    /** What it is, as in "found …". */
    String found();

    /**
     * A place in a text.
     *
     * @param line from 1
     * @param column from 1, in characters
     */
    record Place(int line, int column) {}

    /**
     * A single value.
     *
     * @param text as written, quotes and escapes resolved
     * @param plain whether it stands without quotes, so that 1 is a number and true a truth value
     */
    record Scalar(Place place, String text, boolean plain) implements Node {

        /** Whether there is nothing at all, as after a key without a value. */
        boolean isNothing() {
            return plain && YamlScalars.isNull(text);
        }

        @Override
        public String found() {
            if (isNothing()) {
                return "nothing";
            }
            boolean bare = plain && (YamlScalars.isNumber(text) || YamlScalars.isBoolean(text));
            return bare && text.length() < Quote.LONGEST ? text : Quote.of(text);
        }

        /** What it is where it stands as a key. */
        String asKey() {
            return "the key " + Quote.of(text);
        }
    }

    /** A list. */
    record Sequence(Place place, List<Node> items, long weight) implements Node {

        @Override
        public String found() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** A mapping; keys are unique, in the order written. */
    record Mapping(Place place, List<Entry> entries, long weight) implements Node {

        @Override
        public String found() {
            return "a mapping";
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Node value) {}

    /** Something that has been reported already: nobody else need complain. */
    record Broken(Place place) implements Node {

        @Override
        public String found() {
            return "something unreadable";
        }
    }

    /** A value that code has handed in, and that no text stands for. */
    record Given(Object value) implements Node {

        @Override
        public Place place() {
            return new Place(1, 1);
        }

        @Override
        public String found() {
            return "a value of type " + value.getClass().getSimpleName();
        }
    }
}
