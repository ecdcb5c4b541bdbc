package dev.vsa.record;

import dev.vsa.scene.Grid;
import dev.vsa.scene.Table;

/** The kinds of feature values that a log can hold. */
enum FeatureKind {
    /** The scene had a value of a type that a log cannot hold, or that it was told not to. */
    LEFT_OUT(0, Void.class),
    GRID(1, Grid.class),
    DOUBLE(2, Double.class),
    FLOAT(3, Float.class),
    LONG(4, Long.class),
    INT(5, Integer.class),
    BOOLEAN(6, Boolean.class),
    TEXT(7, String.class),
    TABLE(8, Table.class);

    private static final FeatureKind[] ALL = values();

    /** Its number in format 1. */
    final int code;

    final Class<?> type;

    FeatureKind(int code, Class<?> type) {
        this.code = code;
        this.type = type;
    }

    static FeatureKind of(Class<?> type) {
        for (FeatureKind kind : ALL) {
            if (kind.type == type) {
                return kind;
            }
        }
        return LEFT_OUT;
    }

    static FeatureKind at(int code) {
        for (FeatureKind kind : ALL) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("feature kind " + code);
    }
}
