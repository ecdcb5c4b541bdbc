/** Pictures for people: frames as images, and what was perceived and found drawn upon them. Works without a display. */
@NullMarked
package dev.vsa.examples.cli.picture;

import org.jspecify.annotations.NullMarked;
