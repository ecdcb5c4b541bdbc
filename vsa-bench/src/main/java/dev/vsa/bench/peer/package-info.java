/** Plain ways to do what the library does, to compare with in the same run. */
@NullMarked
package dev.vsa.bench.peer;

import org.jspecify.annotations.NullMarked;
