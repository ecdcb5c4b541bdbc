package dev.vsa.record;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Detection;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Table;
import dev.vsa.scene.Track;
import dev.vsa.spi.Discontinuity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that was played, a line each, with every bit of every figure. */
final class Transcript implements SceneFlow {

    final List<String> lines = new ArrayList<>();

    @Override
    public void observe(Scene scene) {
        StringBuilder line = new StringBuilder("scene ")
                .append(scene.cameraId())
                .append(' ')
                .append(scene.mediaNanos())
                .append(' ')
                .append(scene.wallNanos())
                .append(' ')
                .append(scene.pictureHeight());
        bits(line, scene.aspect());
        scene.tracks().forEach(track -> track(line, track));
        scene.detections().forEach(detection -> detection(line, detection));
        scene.features().entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().name()))
                .forEach(e -> feature(line, e.getKey(), e.getValue()));
        lines.add(line.toString());
    }

    private static void track(StringBuilder line, Track t) {
        line.append(" | ")
                .append(t.id())
                .append(' ')
                .append(t.role())
                .append(' ')
                .append(t.label());
        line.append(' ').append(t.sighting());
        bits(line, t.confidence(), t.left(), t.top(), t.right(), t.bottom(), t.velocityX(), t.velocityY());
        line.append(' ').append(t.bornNanos()).append(' ').append(t.matchedNanos());
    }

    private static void detection(StringBuilder line, Detection d) {
        Box box = d.box();
        line.append(" ? ").append(d.role()).append(' ').append(d.label());
        bits(line, d.confidence(), box.left(), box.top(), box.right(), box.bottom());
    }

    private static void feature(StringBuilder line, FeatureKey<?> key, Object value) {
        line.append(" + ").append(key.name()).append(' ').append(key.type().getSimpleName());
        if (value instanceof Grid grid) {
            line.append(' ').append(grid.columns()).append('x').append(grid.rows());
            for (int row = 0; row < grid.rows(); row++) {
                for (int column = 0; column < grid.columns(); column++) {
                    line.append(' ').append(Integer.toHexString(Float.floatToRawIntBits(grid.at(column, row))));
                }
            }
        } else if (value instanceof Table table) {
            line.append(' ').append(table.columns()).append('x').append(table.rows());
            for (int row = 0; row < table.rows(); row++) {
                for (int column = 0; column < table.columns(); column++) {
                    bits(line, table.at(row, column));
                }
            }
        } else if (value instanceof Double number) {
            bits(line, number);
        } else {
            line.append(' ').append(value);
        }
    }

    private static void bits(StringBuilder line, double... values) {
        for (double value : values) {
            line.append(' ').append(Long.toHexString(Double.doubleToRawLongBits(value)));
        }
    }

    @Override
    public void discontinuity(Discontinuity discontinuity) {
        lines.add(discontinuity.toString());
    }

    @Override
    public void cannotJudge(long mediaNanos, long wallNanos, String reason) {
        lines.add("unseen " + mediaNanos + " " + wallNanos + " " + reason);
    }
}
