/** Benchmarks of stages that are package-private in vsa-core, and so are measured from within their package. */
@NullMarked
package dev.vsa.perception.objects;

import org.jspecify.annotations.NullMarked;
