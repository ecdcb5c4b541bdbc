package dev.vsa.config;

import dev.vsa.VsaException;
import java.util.List;
import java.util.stream.Collectors;

/** A site file that cannot be used. Holds everything that is wrong with it, and no secret. */
public final class InvalidSiteException extends VsaException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidSiteException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the text; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
