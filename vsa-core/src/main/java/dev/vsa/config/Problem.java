package dev.vsa.config;

import java.util.Optional;

/**
 * Something wrong in a configuration, and where. No part of it holds a secret.
 *
 * @param file the file's name
 * @param line from 1
 * @param column from 1, in characters
 * @param path the place in the structure, as in {@code cameras[0].rules[1].zone}; "" for the whole file
 * @param found what is there
 * @param expected what should be
 * @param nearest the valid name most like the one found, where a name was expected and one is like it
 */
public record Problem(
        String file, int line, int column, String path, String found, String expected, Optional<String> nearest) {

    /** The problem without the place in the text: {@code path: found …, expected …; did you mean …?}. */
    public String message() {
        return (path.isEmpty() ? "" : path + ": ") + "found " + found + ", expected " + expected
                + nearest.map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /** The problem on one line, as compilers write it: {@code file:line:column: path: found …, expected …}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message();
    }
}
