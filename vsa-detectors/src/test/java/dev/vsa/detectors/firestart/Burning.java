package dev.vsa.detectors.firestart;

import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.Table;
import dev.vsa.testkit.View;
import java.util.Map;

/** Tables of candidates for tests: one that behaves like a flame in every respect, changed where a test wants it. */
final class Burning {

    private Burning() {}

    static Table table(View view, double age, Map<Integer, Double> changes) {
        double width = 0.06 * view.scale() / view.toAspect();
        double height = 0.1 * view.scale();
        double x = view.x(0.6);
        double y = view.y(0.6);
        double[] row = new double[FlameCandidates.COLUMNS];
        row[FlameCandidates.ID] = 7;
        row[FlameCandidates.LEFT] = x - width;
        row[FlameCandidates.TOP] = y - height;
        row[FlameCandidates.RIGHT] = x + width;
        row[FlameCandidates.BOTTOM] = y + height;
        row[FlameCandidates.AGE] = age;
        row[FlameCandidates.RATE] = 2;
        row[FlameCandidates.SWING] = 0.08;
        row[FlameCandidates.FLICKER] = 0.4;
        row[FlameCandidates.UNISON] = 0.4;
        row[FlameCandidates.PERIODICITY] = age < 2 ? -1 : 0.4;
        row[FlameCandidates.OUTLINE] = 0.3;
        row[FlameCandidates.DRIFT] = 0.05;
        row[FlameCandidates.GROWTH] = 1 + age / 3;
        row[FlameCandidates.LIT] = 0.4;
        row[FlameCandidates.COLOUR] = 0.5;
        row[FlameCandidates.BRIGHTNESS] = 0.85;
        row[FlameCandidates.FLAME] = -1;
        row[FlameCandidates.SMOKE] = -1;
        changes.forEach((column, value) -> row[column] = value);
        return Table.of(FlameCandidates.COLUMNS, row);
    }

    static Table nothing() {
        return Table.of(FlameCandidates.COLUMNS);
    }
}
