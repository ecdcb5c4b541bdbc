/** One benchmark class a stage, named after it; peers apart. */
@NullMarked
package dev.vsa.bench;

import org.jspecify.annotations.NullMarked;
