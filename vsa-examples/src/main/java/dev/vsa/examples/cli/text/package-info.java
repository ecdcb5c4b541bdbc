/** How figures are written for people. */
@NullMarked
package dev.vsa.examples.cli.text;

import org.jspecify.annotations.NullMarked;
