/** Measuring accuracy: clips are perceived once and recorded, judged from the recording, and held against their labels. */
@NullMarked
package dev.vsa.examples.cli.evaluation;

import org.jspecify.annotations.NullMarked;
