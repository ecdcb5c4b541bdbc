/** How to embed the library in a program of one's own. */
@NullMarked
package dev.vsa.examples.embedding;

import org.jspecify.annotations.NullMarked;
