package dev.vsa.source;

import org.jspecify.annotations.Nullable;

/** Holds a source to one thread, since FFmpeg ends the process when two enter one context. */
final class Owner {

    private final String name;
    private volatile @Nullable Thread thread;

    Owner(String name) {
        this.name = name;
    }

    /** The calling thread owns the source from now on. */
    void claim() {
        thread = Thread.currentThread();
    }

    /**
     * Lets the owner pass, and anyone while there is none or once it has ended.
     *
     * @throws IllegalStateException for any other
     */
    void check() {
        Thread owner = thread;
        if (owner != null && owner != Thread.currentThread() && owner.isAlive()) {
            throw new IllegalStateException(
                    name + " belongs to thread " + owner.getName() + "; call interrupt() and let that thread close it");
        }
    }
}
