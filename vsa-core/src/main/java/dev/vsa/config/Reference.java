package dev.vsa.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vsa.config.Node.Scalar;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The id of something that stands elsewhere in the file.
 *
 * @param what what it names, as in "zone"
 * @param known those there are
 * @param <T> the thing
 */
record Reference<T>(String what, Function<Scope, Map<String, Optional<T>>> known) implements Scalars.ScalarKind<T> {

    static final Reference<String> CAMERA = new Reference<>("camera", Scope::cameras);
    static final Reference<Zone> ZONE = new Reference<>("zone", Scope::zones);
    static final Reference<Line> LINE = new Reference<>("line", Scope::lines);

    @Override
    public String expected() {
        return "the id of a " + what;
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return Scalars.ID.schema(definitions);
    }

    @Override
    public @Nullable T read(Scalar scalar, Cursor at) {
        Map<String, Optional<T>> names = known.apply(at.surroundings().scope());
        Optional<T> meant = names.get(scalar.text());
        if (meant == null) {
            String choice = names.isEmpty() ? ", of which there is none" : ": " + Scalars.oneOf(names.keySet());
            return at.rejectName(scalar.text(), scalar.found(), expected() + choice, names.keySet());
        }
        return meant.orElse(null);
    }
}
