package dev.vsa.examples.cli;

import dev.vsa.model.ModelCatalogue;
import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelException;
import dev.vsa.model.ModelFile;
import dev.vsa.model.ModelStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vsa models}. */
@Command(
        name = "models",
        description = {
            "Lists, fetches and verifies object models.",
            "Fetched ones are kept under $VSA_HOME/models or, where that is not set, ~/.cache/vsa/models."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Vsa.Version.class)
final class ModelsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    private final ModelCatalogue catalogue = ModelCatalogue.shipped();

    @Override
    public void run() {
        list();
    }

    @Command(name = "list", description = "Lists the models that are known by name.", mixinStandardHelpOptions = true)
    void list() {
        ModelStore store = ModelStore.usual();
        Listing listing = new Listing("model", "task", "size", "licence", "state");
        for (ModelDescription model : catalogue.entries()) {
            listing.row(
                    model.name(),
                    model.task().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Listing.size(model.origin().size()),
                    model.origin().licence(),
                    state(store, model));
        }
        listing.print(out());
    }

    private static String state(ModelStore store, ModelDescription model) {
        if (model.name().equals(ModelCatalogue.BUILT_IN)) {
            return "built in, the default";
        }
        if (ModelCatalogue.ships(model.name())) {
            return "built in";
        }
        if (store.find(model).isPresent()) {
            return "here";
        }
        if (model.origin().sources().isEmpty()) {
            return "not here, no address";
        }
        return model.verified() ? "can be fetched" : "can be fetched, unverified";
    }

    @Command(
            name = "fetch",
            description = "Fetches a model from its official address and checks its digest.",
            mixinStandardHelpOptions = true)
    int fetch(
            @Parameters(paramLabel = "NAME", description = "The model, as 'vsa models' calls it.") String name,
            @Option(
                            names = "--accept-digest",
                            paramLabel = "SHA256",
                            description = "The digest that you answer for; needed for a model that is unverified.")
                    @Nullable String acceptDigest) {
        ModelDescription model = catalogue.get(name);
        ModelFile file = ModelStore.usual().fetch(model, Optional.ofNullable(acceptDigest), Listing.progress(out()));
        out().println(name + ": " + file.path().map(Object::toString).orElse("built in, nothing to fetch"));
        return Vsa.OK;
    }

    @Command(
            name = "verify",
            description = "Checks the digests of the models that are here.",
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "The model; by default all.") @Nullable String name) {
        ModelStore store = ModelStore.usual();
        List<ModelDescription> models = name == null ? catalogue.entries() : List.of(catalogue.get(name));
        int code = Vsa.OK;
        for (ModelDescription model : models) {
            Optional<ModelFile> file = store.find(model);
            if (file.isPresent()) {
                code = Math.max(code, verify(model, file.get()));
            } else if (name != null) {
                throw new InputException("model '" + name + "' is not here; fetch it with: vsa models fetch " + name);
            }
        }
        return code;
    }

    private int verify(ModelDescription model, ModelFile file) {
        try {
            byte[] bytes = file.read();
            out().println(model.name() + ": whole, " + Listing.size(bytes.length));
            return Vsa.OK;
        } catch (ModelException e) {
            spec.commandLine().getErr().println("vsa models verify: " + e.getMessage());
            return Vsa.INPUT;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
