/**
 * The command line {@code vsa}: watch a recording, draw its zones, fetch models and samples. It uses the library's public API
 * and nothing else, and so it is also the longest example of how to embed it.
 */
@NullMarked
package dev.vsa.examples.cli;

import org.jspecify.annotations.NullMarked;
