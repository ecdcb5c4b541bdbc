package dev.vsa.bench.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From samples to the rows of {@code ratios.json}. */
final class Judgement {

    /** Medians and minima that disagree by more than this were taken in a disturbed run. */
    private static final double DISTURBED = 1.2;

    private Judgement() {}

    static List<Row> of(List<Stage> stages, Run run) {
        Map<String, Sample> samples = new HashMap<>();
        run.samples().forEach(sample -> samples.put(sample.benchmark(), sample));
        List<Row> rows = new ArrayList<>();
        for (Stage stage : stages) {
            rows.add(row(stage, samples, run.skipped()));
        }
        return StreamRows.into(rows, run.streams());
    }

    private static Row row(Stage stage, Map<String, Sample> samples, Map<String, String> skipped) {
        List<Row> cases = new ArrayList<>();
        for (Case question : stage.cases()) {
            cases.add(row(stage, question, samples, skipped));
        }
        if (cases.isEmpty()) {
            return new Row(
                    stage.id(),
                    stage.name(),
                    null,
                    null,
                    "",
                    "",
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    stage.remark(),
                    List.of());
        }
        return whole(stage.id(), cases, stage.remark());
    }

    /** A stage's row: its hardest case, and all of them. */
    static Row whole(String id, List<Row> cases, String remark) {
        Row hardest = cases.stream()
                .filter(Row::measured)
                .max(Comparator.comparingDouble(Row::strain))
                .orElse(cases.get(0));
        boolean met = cases.stream().allMatch(Row::met);
        return new Row(
                id,
                hardest.stage(),
                hardest.ours(),
                hardest.peer(),
                hardest.unit(),
                hardest.peerName(),
                hardest.ratio(),
                hardest.ratioOfMinima(),
                hardest.target(),
                hardest.stretch(),
                met,
                hardest.bytes(),
                join(remark, hardest.note()),
                cases.size() == 1 ? List.of() : cases);
    }

    private static Row row(Stage stage, Case question, Map<String, Sample> samples, Map<String, String> skipped) {
        String name = name(stage, question);
        Sample ours = samples.get(question.ours().name());
        Sample peer = samples.get(question.peer().name());
        if (ours == null || peer == null) {
            String why = skipped.getOrDefault(key(stage, question), "not reached");
            return new Row(
                    stage.id(),
                    name,
                    null,
                    null,
                    "",
                    question.peerName(),
                    null,
                    null,
                    question.must(),
                    question.stretch(),
                    false,
                    null,
                    why,
                    List.of());
        }
        peer = peer.in(ours.unit());
        double ratio = ours.median() / peer.median();
        double minima = ours.least() / peer.least();
        boolean met = ratio <= question.must() && question.allocationFits(ours);
        String note = "";
        if (Math.max(ratio / minima, minima / ratio) > DISTURBED) {
            note = "medians and minima disagree: measure again on a quiet machine";
        }
        if (!question.allocationFits(ours)) {
            note = join(note, "allocates more than " + Math.round(question.mostBytes()) + " B");
        }
        return new Row(
                stage.id(),
                name,
                ours.median(),
                peer.median(),
                ours.unit(),
                question.peerName(),
                ratio,
                minima,
                question.must(),
                question.stretch(),
                met,
                ours.bytes() < 0 ? null : ours.bytes(),
                note,
                List.of());
    }

    static String name(Stage stage, Case question) {
        return question.label().isEmpty() ? stage.name() : stage.name() + ", " + question.label();
    }

    static String key(Stage stage, Case question) {
        return stage.id() + " " + question.label();
    }

    private static String join(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a + b;
        }
        return a + "; " + b;
    }
}
