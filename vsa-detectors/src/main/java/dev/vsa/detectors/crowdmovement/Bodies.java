package dev.vsa.detectors.crowdmovement;

import dev.vsa.scene.Scene;
import dev.vsa.scene.Track;
import java.util.Arrays;
import java.util.List;

/**
 * What is one body and not a crowd: a train, a lorry, a car that no model named. Neighbouring cells that move alike are one body; one
 * larger than several people counts only if people are seen to go along with it.
 */
final class Bodies {

    /** By what share of the greater speed two neighbours may differ. */
    private static final double ALIKE = 0.3;

    /** Speed in body heights a second from which on large bodies are looked for: what crawls brings no energy. */
    private static final double LEAST_SPEED = 0.8;

    /** Changing area of a large body, in squares of a person's height: four people side by side. */
    private static final double LARGE = 1.2;

    /** One person who goes along explains so much of it: 2.5 people. */
    private static final double EXPLAINED = 0.75;

    /** How alike the directions of the whole must be: people in a crowd differ more. */
    private static final double COHERENT = 0.95;

    private int[] body = {};
    private int[] stack = {};

    /** Takes out the cells of large bodies. */
    void drop(Cells cells, Scene scene) {
        if (body.length != cells.count()) {
            body = new int[cells.count()];
            stack = new int[cells.count()];
        }
        Arrays.fill(body, 0);
        double cellArea = scene.aspect() / cells.columns() / cells.rows();
        int next = 1;
        for (int i = 0; i < cells.changed(); i++) {
            int cell = cells.changing(i);
            if (body[cell] == 0 && cells.known(cell)) {
                fill(cells, scene, cell, next++, cellArea);
            }
        }
    }

    private void fill(Cells cells, Scene scene, int seed, int id, double cellArea) {
        int size = 0;
        int top = 0;
        stack[top++] = seed;
        body[seed] = id;
        double area = 0;
        double sumX = 0;
        double sumY = 0;
        double speeds = 0;
        double fast = 0;
        while (size < top) {
            int cell = stack[size++];
            double height = cells.height(cell);
            area += cells.share(cell) * cellArea / (height * height);
            sumX += cells.velocityX(cell);
            sumY += cells.velocityY(cell);
            speeds += cells.speed(cell);
            fast += cells.speed(cell) / height;
            int column = cell % cells.columns();
            top = join(cells, cell, column > 0 ? cell - 1 : -1, id, top);
            top = join(cells, cell, column + 1 < cells.columns() ? cell + 1 : -1, id, top);
            top = join(cells, cell, cell - cells.columns(), id, top);
            top = join(cells, cell, cell + cells.columns(), id, top);
        }
        boolean large = area >= LARGE && fast >= LEAST_SPEED * size && Math.hypot(sumX, sumY) >= COHERENT * speeds;
        if (large && companions(cells, scene, id, sumX / size, sumY / size) * EXPLAINED < area) {
            for (int i = 0; i < size; i++) {
                cells.drop(stack[i]);
            }
        }
    }

    private int join(Cells cells, int cell, int other, int id, int top) {
        if (other < 0 || other >= body.length || body[other] != 0 || !cells.known(other)) {
            return top;
        }
        double x = cells.velocityX(cell) - cells.velocityX(other);
        double y = cells.velocityY(cell) - cells.velocityY(other);
        double limit = ALIKE * Math.max(cells.speed(cell), cells.speed(other));
        if (x * x + y * y > limit * limit) {
            return top;
        }
        body[other] = id;
        stack[top] = other;
        return top + 1;
    }

    /** How many people on a body go its way: their tracks, not only the flow around them. */
    private int companions(Cells cells, Scene scene, int id, double x, double y) {
        int count = 0;
        List<Track> tracks = scene.tracks();
        double speed = Math.hypot(x, y);
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (Persons.counts(track, scene)) {
                int cell = cells.row(track.centreY()) * cells.columns() + cells.column(track.centreX());
                double along = (track.velocityX() * scene.aspect() * x + track.velocityY() * y) / speed;
                count += body[cell] == id && along >= speed / 3 ? 1 : 0;
            }
        }
        return count;
    }

    /** The mean speed in a person's box, picture heights a second; 0 with fewer cells than are asked for. */
    double speed(Cells cells, Track track, int least) {
        int right = cells.column(track.right());
        int bottom = cells.row(track.bottom());
        int count = 0;
        double weight = 0;
        double sum = 0;
        for (int row = cells.row(track.top()); row <= bottom; row++) {
            for (int column = cells.column(track.left()); column <= right; column++) {
                int cell = row * cells.columns() + column;
                if (cells.known(cell)) {
                    count++;
                    weight += cells.share(cell);
                    sum += cells.share(cell) * cells.speed(cell);
                }
            }
        }
        return count >= least && weight > 0 ? sum / weight : 0;
    }
}
