package dev.vsa.examples.cli;

import dev.vsa.examples.cli.sample.StreetCorner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Labelled clips made on the spot: a square that moves where nobody is, and the sample. */
public final class Labels {

    private Labels() {}

    /**
     * The moving square of 15 frames at ten a second, with somebody labelled in the left half who is not there.
     *
     * @param folder where to
     * @param name of the clip, without ending
     * @return the label
     */
    public static Path square(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Clips.square(folder.resolve(name + ".mp4"), 15);
        return Files.writeString(folder.resolve(name + ".label.json"), text(name + ".mp4"));
    }

    /** The label of a square. */
    static String text(String clip) {
        return """
                {
                 "format": "vsa-clip-label/1",
                 "clip": "CLIP",
                 "image": {"width": 320, "height": 240, "fps": 10, "durationS": 1.5},
                 "zones": [
                  {"id": "left", "polygon": [[0, 0], [0.5, 0], [0.5, 1], [0, 1]]}
                 ],
                 "rules": [
                  {"event": "zone-intrusion", "zone": "left", "subjects": ["person"]}
                 ],
                 "events": [
                  {"event": "zone-intrusion", "zone": "left", "subject": "person", "startS": 0.2, "endS": 1.2,
                   "region": [[0.1, 0.4], [0.3, 0.4], [0.3, 0.6], [0.1, 0.6]]}
                 ]
                }
                """.replace("CLIP", clip);
    }

    /**
     * The sample with a label that differs from the truth: whoever goes the wrong way at 44 s is left out, and somebody on the lawn
     * before anybody comes is added.
     *
     * @param folder where to
     */
    public static void wrongSample(Path folder) throws IOException {
        Files.createDirectories(folder);
        StreetCorner.copyTo(folder.resolve(StreetCorner.NAME));
        String added = """
                "events": [
                  {"event": "zone-intrusion", "subject": "person", "startS": 1, "endS": 4, "zone": "lawn",
                   "what": "nobody", "region": [[0.2, 0.6], [0.4, 0.6], [0.4, 0.9], [0.2, 0.9]]},
                """;
        String label = sample().replace("\"events\": [", added);
        int from = label.lastIndexOf("{", label.indexOf("(430,300)"));
        String without =
                label.substring(0, label.lastIndexOf(",", from)) + label.substring(label.indexOf("}", from) + 1);
        Files.writeString(folder.resolve("street-corner.label.json"), without);
    }

    /** The sample's own label. */
    public static String sample() throws IOException {
        try (InputStream in = Labels.class.getResourceAsStream("/dev/vsa/examples/sample/street-corner.label.json")) {
            if (in == null) {
                throw new IOException("the sample's label is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
