package dev.vsa.config;

import dev.vsa.naming.Nearest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A node that is being read, and where it stands.
 *
 * @param node the node
 * @param path its place in the structure; "" for the root
 * @param surroundings what else matters
 */
@SuppressWarnings("TypeParameterUnusedInFormals") // what rejecting returns is null, which is of every type
record Cursor(Node node, String path, Surroundings surroundings) {

    /** The path of a value under a key. */
    static String field(String path, String key) {
        String shown = Quote.shown(key);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** The path of a value in a list. */
    static String item(String path, int index) {
        return path + "[" + index + "]";
    }

    Cursor field(String key, Node value) {
        return new Cursor(value, field(path, key), surroundings);
    }

    Cursor item(int index, Node value) {
        return new Cursor(value, item(path, index), surroundings);
    }

    Cursor in(Surroundings others) {
        return new Cursor(node, path, others);
    }

    /** Reports that this is not what it should be; unless it has been reported as broken already. Returns null. */
    <T> @Nullable T reject(String expected) {
        return reject(node.found(), expected);
    }

    <T> @Nullable T reject(String found, String expected) {
        if (!(node instanceof Node.Broken)) {
            surroundings.problems().add(node.place(), path, found, expected);
        }
        return null;
    }

    /** Reports a name that is none of the valid ones, with the one most like it. Returns null. */
    <T> @Nullable T rejectName(String name, String found, String expected, Collection<String> valid) {
        surroundings.problems().add(node.place(), path, found, expected, Nearest.to(name, valid));
        return null;
    }
}
