package dev.vsa.config;

import java.util.List;
import java.util.Optional;

/**
 * Everything that runs together.
 *
 * @param name for people
 * @param cameras the cameras; ids are unique
 * @param authorisation what may run; empty means that the host answers for it (the library runs what it is told)
 * @param sinks where alerts go, beside what the host adds
 * @param digest SHA-256 of the configuration's text, in hex; "" for one made in code
 */
public record Site(
        String name,
        List<CameraConfig> cameras,
        Optional<Authorisation> authorisation,
        List<SinkConfig> sinks,
        String digest) {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if two cameras have one id
     */
    public Site {
        cameras = List.copyOf(cameras);
        sinks = List.copyOf(sinks);
        if (cameras.stream().map(CameraConfig::id).distinct().count() != cameras.size()) {
            throw new IllegalArgumentException("two cameras have the same id");
        }
    }

    /**
     * A site made in code, whose host adds the sinks itself.
     *
     * @param name for people
     * @param cameras the cameras; ids are unique
     * @param authorisation what may run; empty means that the host answers for it
     * @throws IllegalArgumentException if two cameras have one id
     */
    public Site(String name, List<CameraConfig> cameras, Optional<Authorisation> authorisation) {
        this(name, cameras, authorisation, List.of(), "");
    }
}
