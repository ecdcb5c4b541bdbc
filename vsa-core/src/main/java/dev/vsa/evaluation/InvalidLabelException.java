package dev.vsa.evaluation;

import dev.vsa.VsaException;
import dev.vsa.config.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A label that cannot be used. Holds everything that is wrong with it. */
public final class InvalidLabelException extends VsaException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidLabelException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong or doubtful, in the order of the text; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
