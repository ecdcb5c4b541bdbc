/** The command line. */
@NullMarked
package dev.vsa.examples.cli;

import org.jspecify.annotations.NullMarked;
