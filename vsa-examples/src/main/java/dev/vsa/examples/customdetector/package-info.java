/**
 * A detector of one's own, complete and commented: somebody loiters. docs/writing-a-detector.md walks through it.
 */
@NullMarked
package dev.vsa.examples.customdetector;

import org.jspecify.annotations.NullMarked;
