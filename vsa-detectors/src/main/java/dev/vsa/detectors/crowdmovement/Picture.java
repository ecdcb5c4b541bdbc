package dev.vsa.detectors.crowdmovement;

import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Table;
import dev.vsa.scene.Track;
import java.util.List;

/**
 * What one scene shows of a crowd's movement. Amounts are in people: the area that moves over that of a person there (0.3 of the
 * square of the height). Speeds are in body heights a second.
 */
final class Picture {

    /** From this speed on one runs: 2 m/s; walkers reach 1.6 (Fruin 1971: 1.35 ± 0.25). */
    static final double RUNNING = 1.2;

    /** The same for the mean over a person's box, legs and still arms included. */
    static final double BOX_RUNNING = 1.0;

    /** From this mean over a person's box on one walks: 0.7 m/s. */
    static final double WALKING = 0.4;

    /** No crowd is faster: 8.5 m/s. */
    static final double FASTEST = 5;

    /** A person's area, in squares of the height: a third to a quarter as wide as tall. */
    private static final double PERSON_AREA = 0.3;

    /** A runner's track goes at no less than this; one who stands before a train does not. */
    private static final double LEAST_PACE = 0.3;

    /** Reliable cells from which on a person's box is judged. */
    private static final int LEAST_CELLS = 2;

    private final PreparedPolygon zone;
    private final Cells cells;
    private final Bodies bodies = new Bodies();

    /** People seen; of them those whose boxes show movement; of those the ones who at least walk, and who run. */
    int people;

    int judged;
    int walkers;

    int runners;

    /** Amount of people that moves, and that runs. */
    double moving;

    double running;

    /** Half the sum of squared speeds is the kinetic energy; this is the sum. */
    double energy;

    /** Sums of unit vectors over what moves, of their doubled angles, and of unit vectors over what runs. */
    double axisX;

    double axisY;
    double alongX;
    double alongY;
    double runX;
    double runY;

    /** How much what runs leads apart: the mean of its outward share, −1 to 1. */
    double divergence;

    /** The box of what runs. */
    double left;

    double top;
    double right;
    double bottom;

    Picture(PreparedPolygon zone) {
        this.zone = zone;
        cells = new Cells(zone);
    }

    /** Counts the people, lets the scale learn from them, and adds up what moves; false if there is nothing to go by. */
    boolean measure(Scene scene, Table flow, Scale scale) {
        if (!cells.load(flow)) {
            return false;
        }
        clear();
        cells.assign(scene, scale);
        bodies.drop(cells, scene);
        judgeBoxes(scene);
        double cellArea = scene.aspect() / cells.columns() / cells.rows();
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < cells.changed(); i++) {
            int cell = cells.changing(i);
            if (cells.known(cell)) {
                double height = cells.height(cell);
                double speed = cells.speed(cell) / height;
                if (speed <= FASTEST) {
                    double weight = cells.share(cell) * cellArea / (PERSON_AREA * height * height);
                    add(cell, speed, weight);
                    sumX += speed >= RUNNING ? weight * cells.x(cell) : 0;
                    sumY += speed >= RUNNING ? weight * cells.y(cell) : 0;
                }
            }
        }
        if (running > 0) {
            spread(scene.aspect(), cellArea, sumX / running, sumY / running);
        }
        return true;
    }

    private void clear() {
        people = 0;
        judged = 0;
        walkers = 0;
        runners = 0;
        moving = 0;
        running = 0;
        energy = 0;
        axisX = 0;
        axisY = 0;
        alongX = 0;
        alongY = 0;
        runX = 0;
        runY = 0;
        divergence = 0;
        left = 1;
        top = 1;
        right = 0;
        bottom = 0;
    }

    private void add(int cell, double speed, double weight) {
        double v = cells.speed(cell);
        double x = v > 0 ? cells.velocityX(cell) / v : 0;
        double y = v > 0 ? cells.velocityY(cell) / v : 0;
        moving += weight;
        energy += weight * speed * speed;
        alongX += weight * x;
        alongY += weight * y;
        axisX += weight * (x * x - y * y);
        axisY += weight * 2 * x * y;
        if (speed >= RUNNING) {
            running += weight;
            runX += weight * x;
            runY += weight * y;
            left = Math.min(left, cells.x(cell) - 0.5 / cells.columns());
            right = Math.max(right, cells.x(cell) + 0.5 / cells.columns());
            top = Math.min(top, cells.y(cell) - 0.5 / cells.rows());
            bottom = Math.max(bottom, cells.y(cell) + 0.5 / cells.rows());
        }
    }

    private void judgeBoxes(Scene scene) {
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (Persons.counts(track, scene) && zone.contains(track.centreX(), track.centreY())) {
                people++;
                double speed = bodies.speed(cells, track, LEAST_CELLS) / track.height();
                judged += speed > 0 ? 1 : 0;
                walkers += speed >= WALKING ? 1 : 0;
                runners += speed >= BOX_RUNNING && speed <= FASTEST && Persons.pace(track, scene.aspect()) >= LEAST_PACE
                        ? 1
                        : 0;
            }
        }
    }

    /** How far what runs leads away from its middle. */
    private void spread(double aspect, double cellArea, double middleX, double middleY) {
        double outward = 0;
        for (int i = 0; i < cells.changed(); i++) {
            int cell = cells.changing(i);
            if (cells.known(cell)) {
                double height = cells.height(cell);
                double v = cells.speed(cell);
                if (v >= RUNNING * height && v <= FASTEST * height) {
                    double x = (cells.x(cell) - middleX) * aspect;
                    double y = cells.y(cell) - middleY;
                    double r = Math.sqrt(x * x + y * y);
                    double weight = cells.share(cell) * cellArea / (PERSON_AREA * height * height);
                    outward += r > 0 ? weight * (x * cells.velocityX(cell) + y * cells.velocityY(cell)) / (r * v) : 0;
                }
            }
        }
        divergence = outward / running;
    }
}
