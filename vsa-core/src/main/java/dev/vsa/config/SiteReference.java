package dev.vsa.config;

import dev.vsa.event.EventType;
import dev.vsa.spi.EventDetectorProvider;
import java.util.List;

/** Writes the reference of site files, from what {@link SiteReader} reads by. Stateless and thread-safe. */
public final class SiteReference {

    private SiteReference() {}

    /**
     * Every key of a site file with what it may hold, its default and its meaning, as Markdown: a heading of the third level
     * and a table for each mapping.
     *
     * @param detectors the detectors that rules may name
     * @throws IllegalArgumentException if two detectors have one id, or the parameter record of one is malformed
     */
    public static String keys(Iterable<? extends EventDetectorProvider<?>> detectors) {
        SiteFormat format = new SiteFormat(detectors);
        Definitions definitions = new Definitions();
        format.section().schema(definitions);
        StringBuilder out = new StringBuilder();
        for (Section section : definitions.sections()) {
            if (format.rule().detectors().values().stream()
                    .noneMatch(d -> d.section().name().equals(section.name()))) {
                section(section.name(), section.meaning(), section.fields(), out);
            }
        }
        return out.toString();
    }

    /**
     * The parameters of detectors, as Markdown: a heading of the third level and a table for each detector.
     *
     * @param detectors the detectors
     * @throws IllegalArgumentException if two detectors have one id, or the parameter record of one is malformed
     */
    public static String detectors(Iterable<? extends EventDetectorProvider<?>> detectors) {
        StringBuilder out = new StringBuilder();
        new SiteFormat(detectors).rule().detectors().forEach((id, detector) -> {
            EventType event = detector.provider().signals();
            String meaning = "Signals `" + event.id() + "`: " + event.english() + " (" + event.french() + ").";
            section(id, meaning, detector.parameters().fields(), out);
        });
        return out.toString();
    }

    private static void section(String name, String meaning, List<Field<?>> fields, StringBuilder out) {
        out.append(out.isEmpty() ? "" : "\n")
                .append("### ")
                .append(name)
                .append("\n\n")
                .append(meaning)
                .append("\n\n");
        out.append("| key | value | default | meaning |\n| --- | --- | --- | --- |\n");
        for (Field<?> field : fields) {
            String byDefault =
                    field.byDefault().map(usual -> "`" + usual.text() + "`").orElse("");
            out.append("| `").append(field.key()).append("` | ");
            out.append(cell(field.kind().documented())).append(" | ");
            out.append(field.mandatory() ? "*mandatory*" : cell(byDefault)).append(" | ");
            out.append(cell(field.meaning())).append(" |\n");
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
