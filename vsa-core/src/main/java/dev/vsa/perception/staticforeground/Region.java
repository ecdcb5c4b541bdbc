package dev.vsa.perception.staticforeground;

/** A region with a number, from one step to the next. */
final class Region {

    long id;
    long sinceNanos;
    /** Seconds for which it has looked like mere light. */
    double lightSeconds;
    /** Whether it was ever told of. */
    boolean listed;

    /** How strong its outline was when it was seen last; see {@link Look#step}. */
    double step;
    /** The component that it is in this step; below 0 for none. */
    int component;

    /** The samples that it shares with that component. */
    int shared;

    /** Whether it stands for a region at all. */
    boolean used;
}
