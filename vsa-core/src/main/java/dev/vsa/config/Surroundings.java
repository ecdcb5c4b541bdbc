package dev.vsa.config;

import dev.vsa.frame.FrameSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What reading a value depends on beside its text.
 *
 * @param problems where to report
 * @param folder what relative paths start from
 * @param environment the value of an environment variable, null if it is not set
 * @param source what takes the place of the camera's own source
 * @param authorised ids of the events that may be detected; empty where nothing limits them
 * @param scope the names that may be referred to
 */
record Surroundings(
        Problems problems,
        Path folder,
        Function<String, @Nullable String> environment,
        Optional<Supplier<? extends FrameSource>> source,
        Optional<Set<String>> authorised,
        Scope scope) {

    /** Surroundings of a value that stands in no file. */
    static Surroundings none(Problems problems) {
        return new Surroundings(problems, Path.of(""), name -> null, Optional.empty(), Optional.empty(), Scope.PICTURE);
    }

    Surroundings with(Scope other) {
        return new Surroundings(problems, folder, environment, source, authorised, other);
    }

    Surroundings with(Set<String> events) {
        return new Surroundings(problems, folder, environment, source, Optional.of(events), scope);
    }
}
