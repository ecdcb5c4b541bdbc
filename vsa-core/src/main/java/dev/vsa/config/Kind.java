package dev.vsa.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A kind of value in a site file: how it is read, described and written in JSON Schema, so that the three agree. Immutable.
 *
 * @param <T> what it is read as
 */
interface Kind<T> {

    /** Which sort of node it is written as. */
    Class<? extends Node> form();

    /** What to write, with bounds and unit, as in "a number from 0 to 1"; completes "expected …". */
    String expected();

    /** What to write, for the reference: in Markdown, with links to what has a section of its own. */
    default String documented() {
        return expected();
    }

    /**
     * The schema of the value.
     *
     * @param definitions where mappings that have a name are put, to be referred to
     */
    ObjectNode schema(Definitions definitions);

    /** The value; null if it is not of this kind, which has been reported. */
    @Nullable T read(Cursor at);
}
