/** How many live cameras a machine carries. */
@NullMarked
package dev.vsa.bench.streams;

import org.jspecify.annotations.NullMarked;
