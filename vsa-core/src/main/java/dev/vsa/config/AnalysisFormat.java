package dev.vsa.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vsa.config.Composites.Group;
import dev.vsa.config.Node.Scalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the analysis of a camera is written. */
final class AnalysisFormat {

    private static final Field<Double> FPS = Field.optional(
            "fps",
            new Scalars.Decimal(0, 120, ""),
            Scalars.text(Analysis.DEFAULT.fps()),
            "At most this many frames of a second of media time are analysed; 0 for every frame.");
    private static final Field<String> MODEL = Field.optional(
            "model",
            new Scalars.Text("the name of a model, or the path of a model's file"),
            "The object model: a name of the catalogue, or a path that ends in .yaml. Unless it is given, the built-in one.");
    private static final Field<Size> INPUT = Field.optional(
            "input",
            new InputSize(),
            "auto",
            "Columns and rows of the model's input; `auto` chooses them by the camera's aspect ratio. More find smaller"
                    + " objects and take longer.");

    private static final Field<Double> REUSE = Field.optional(
            "reuse",
            new Scalars.Decimal(0, 10, "s"),
            Scalars.text(Analysis.DEFAULT.reuse()),
            "While nothing changes in the picture, the objects found last are taken over for at most so many seconds; 0 to look for"
                    + " objects in every analysed frame.");

    static final Kind<Analysis> ANALYSIS = new Group<>(
            new Section("analysis", "How the frames are analysed.", FPS, MODEL, INPUT, REUSE), AnalysisFormat::read);

    private AnalysisFormat() {}

    private static Analysis read(Fields fields) {
        Size size = fields.getOr(INPUT, new Size(0, 0));
        Optional<String> model = Optional.ofNullable(fields.get(MODEL))
                .map(name -> name.endsWith(".yaml") || name.endsWith(".yml")
                        ? fields.at().surroundings().folder().resolve(name).toString()
                        : name);
        return new Analysis(
                fields.getOr(FPS, Analysis.DEFAULT.fps()),
                model,
                size.width(),
                size.height(),
                fields.getOr(REUSE, Analysis.DEFAULT.reuse()));
    }

    /** Columns and rows. */
    private record Size(int width, int height) {}

    private record InputSize() implements Scalars.ScalarKind<Size> {

        private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{1,3})x([1-9][0-9]{1,3})");

        @Override
        public String expected() {
            return "auto, or a size such as 416x320, both multiples of 32 up to 2048";
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return Definitions.ofType("string").put("pattern", "^(auto|" + SIZE.pattern() + ")$");
        }

        @Override
        public @Nullable Size read(Scalar scalar, Cursor at) {
            if (scalar.text().equals("auto")) {
                return new Size(0, 0);
            }
            Matcher size = SIZE.matcher(scalar.text());
            if (!size.matches() || !isSide(size.group(1)) || !isSide(size.group(2))) {
                return at.reject(expected());
            }
            return new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
        }

        private static boolean isSide(String text) {
            int side = Integer.parseInt(text);
            return side % 32 == 0 && side <= 2048;
        }
    }
}
