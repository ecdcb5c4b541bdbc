/** Benchmarks of what is private to the tracker. */
@NullMarked
package dev.vsa.perception.tracking;

import org.jspecify.annotations.NullMarked;
