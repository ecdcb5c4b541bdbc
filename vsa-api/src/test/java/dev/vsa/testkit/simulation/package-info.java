/** Simulated acts that tests of several detectors share, one class a subject. What is measured with them is called simulated. */
@NullMarked
package dev.vsa.testkit.simulation;

import org.jspecify.annotations.NullMarked;
