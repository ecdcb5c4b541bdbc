package dev.vsa.config;

import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import java.util.Map;
import java.util.Optional;

/**
 * The names that a value may refer to. What is declared but wrong is there without a value: it has been reported, and who
 * names it is not to blame.
 *
 * @param cameras the cameras of the site
 * @param zones the zones of the camera
 * @param lines the lines of the camera
 */
record Scope(
        Map<String, Optional<String>> cameras, Map<String, Optional<Zone>> zones, Map<String, Optional<Line>> lines) {

    /** The whole picture and nothing else. */
    static final Scope PICTURE = new Scope(Map.of(), Map.of(Zone.FRAME, Optional.of(Zone.frame())), Map.of());
}
