package dev.vsa.alert;

import dev.vsa.event.Signal;
import org.jspecify.annotations.Nullable;

/** One candidate of one rule, from its first margin to its end. */
final class Occurrence {

    /** What tells occurrences apart. Mutable, so that a look-up needs no new object. */
    static final class Key {
        String place = "";
        long number;

        Key set(String newPlace, long newNumber) {
            place = newPlace;
            number = newNumber;
            return this;
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Key k && number == k.number && place.equals(k.place);
        }

        @Override
        public int hashCode() {
            return place.hashCode() * 31 + Long.hashCode(number);
        }
    }

    final Key key = new Key();
    final MarginCurve curve = new MarginCurve();
    /** The last signal given for it; null as long as the rule's condition has never held. */
    @Nullable Signal signal;
    /** Media time of the first signal. */
    long signalledNanos;
    /** Media time at which the detector last said that the condition holds. */
    long heldNanos;
    /** Media time at which the detector last said anything. */
    long spokenNanos;
    /** The alert it belongs to, once raised or merged. */
    @Nullable OpenAlert alert;

    void start(String place, long number) {
        key.set(place, number);
        curve.clear();
        signal = null;
        alert = null;
        signalledNanos = 0;
        heldNanos = Long.MIN_VALUE;
        spokenNanos = Long.MIN_VALUE;
    }
}
