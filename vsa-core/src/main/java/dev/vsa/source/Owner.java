package dev.vsa.source;

import java.util.concurrent.atomic.AtomicReference;

/** Holds a source to one thread, since FFmpeg ends the process when two enter one context. */
final class Owner {

    private final String name;
    private final AtomicReference<Thread> thread = new AtomicReference<>();

    Owner(String name) {
        this.name = name;
    }

    /**
     * Lets the owning thread pass. The first to come owns the source; once it has ended, the next to come.
     *
     * @throws IllegalStateException for any other thread
     */
    void enter() {
        Thread owner = thread.get();
        Thread caller = Thread.currentThread();
        if (owner == caller) {
            return;
        }
        if (owner != null && owner.isAlive() || !thread.compareAndSet(owner, caller)) {
            throw new IllegalStateException(name + " belongs to another thread"
                    + (owner == null ? "" : ", " + owner.getName())
                    + "; call interrupt() and let that thread close it");
        }
    }
}
