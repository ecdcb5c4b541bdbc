/**
 * What is signalled to people: event types, signals, alerts and their explanations.
 *
 * <p>A {@link dev.vsa.event.Signal} is instantaneous: a detector's word that its condition holds now. An {@link
 * dev.vsa.event.Alert} has one life: raised, updated, ended. All types are immutable and safe for any number of threads.
 */
@NullMarked
package dev.vsa.event;

import org.jspecify.annotations.NullMarked;
