package dev.vsa.bench.mot;

import dev.vsa.bench.SharedData;
import java.nio.file.Path;

/** Where sequences in the MOTChallenge format lie on a developer's machine. */
public final class MotData {

    private MotData() {}

    /**
     * The folder of the sequences: {@code mot} among the data that developers have; see {@link SharedData}.
     *
     * @return the folder, whether or not it exists
     */
    public static Path folder() {
        return SharedData.file("mot");
    }
}
