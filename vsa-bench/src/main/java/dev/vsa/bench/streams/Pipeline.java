package dev.vsa.bench.streams;

import java.nio.file.Path;

/** Something that watches cameras. */
interface Pipeline {

    /** How it is set up, for people who want to judge whether the comparison is fair. */
    String setUp();

    /**
     * Watches so many cameras at once, from the first picture of the recording to its last.
     *
     * @param cameras how many
     * @param clip what each of them sees
     * @param delays told of each frame
     * @throws Exception if it cannot
     */
    void watch(int cameras, Path clip, Delays delays) throws Exception;
}
