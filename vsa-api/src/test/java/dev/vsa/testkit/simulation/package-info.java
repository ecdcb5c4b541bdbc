/**
 * Simulated subjects and plays.
 *
 * <p>Two kinds of acts: {@link dev.vsa.testkit.Actor}s, who are what a tracker sees ({@link dev.vsa.testkit.simulation.People}, {@link
 * dev.vsa.testkit.simulation.Clutter}), for {@link dev.vsa.testkit.Scenario}; and painted ones for {@link dev.vsa.testkit.Footage},
 * for what looks at pixels. One class a subject. {@link dev.vsa.testkit.simulation.Plays} holds what is true of the plays that guard
 * the detectors.
 *
 * <p>Everything is seeded. What is measured on it is a simulated figure and must be called so.
 */
@NullMarked
package dev.vsa.testkit.simulation;

import org.jspecify.annotations.NullMarked;
