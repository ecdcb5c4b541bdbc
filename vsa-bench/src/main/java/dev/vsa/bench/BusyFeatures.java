package dev.vsa.bench;

import dev.vsa.scene.CameraView;
import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.Flow;
import dev.vsa.scene.Grid;
import dev.vsa.scene.HeadCount;
import dev.vsa.scene.ObjectClasses;
import dev.vsa.scene.Role;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.StaticRegions;
import dev.vsa.scene.Table;
import java.util.Random;

/**
 * Features such as a busy place has, the same in every scene: sixty cells that move, two lights that flicker a little like flames, three
 * things that stand still, a head count, a camera that sees well.
 */
final class BusyFeatures {

    private static final long SEED = 20240726;
    private static final int CELLS = 60;
    private static final int LIGHTS = 2;
    private static final int THINGS = 3;
    private static final int COLUMNS = 40;
    private static final int ROWS = 23;

    private final Table flow;
    private final Table flames;
    private final Table things;
    private final Table view = Table.of(CameraView.COLUMNS);
    private final Grid heads;
    private final String classes = ObjectClasses.pair(Role.WEAPON, "knife");

    BusyFeatures() {
        Random random = new Random(SEED);
        double[] cells = new double[(CELLS + 1) * Flow.COLUMNS];
        cells[Flow.COLUMN] = COLUMNS;
        cells[Flow.ROW] = ROWS;
        cells[Flow.SHARE] = 1;
        cells[Flow.RELIABILITY] = 0.08;
        for (int i = 1; i <= CELLS; i++) {
            int at = i * Flow.COLUMNS;
            cells[at + Flow.COLUMN] = random.nextInt(COLUMNS);
            cells[at + Flow.ROW] = random.nextInt(ROWS);
            cells[at + Flow.VELOCITY_X] = 0.2 * random.nextGaussian();
            cells[at + Flow.VELOCITY_Y] = 0.1 * random.nextGaussian();
            cells[at + Flow.SHARE] = random.nextDouble();
            cells[at + Flow.RELIABILITY] = 0.5 + 0.5 * random.nextDouble();
        }
        flow = Table.of(Flow.COLUMNS, cells);
        double[] lights = new double[LIGHTS * FlameCandidates.COLUMNS];
        for (int i = 0; i < LIGHTS; i++) {
            int at = i * FlameCandidates.COLUMNS;
            for (int c = 0; c < FlameCandidates.COLUMNS; c++) {
                lights[at + c] = 0.5 * random.nextDouble();
            }
            box(lights, at + FlameCandidates.LEFT, random);
            lights[at + FlameCandidates.ID] = i + 1;
        }
        flames = Table.of(FlameCandidates.COLUMNS, lights);
        double[] regions = new double[THINGS * StaticRegions.COLUMNS];
        for (int i = 0; i < THINGS; i++) {
            int at = i * StaticRegions.COLUMNS;
            box(regions, at + StaticRegions.LEFT, random);
            regions[at + StaticRegions.ID] = i + 1;
            regions[at + StaticRegions.FILL] = 0.7;
            regions[at + StaticRegions.OUTLINE] = 0.4;
            regions[at + StaticRegions.CONTRAST] = 0.2;
            regions[at + StaticRegions.VISIBLE] = 1;
        }
        things = Table.of(StaticRegions.COLUMNS, regions);
        float[] counts = new float[48 * 27];
        for (int i = 0; i < CELLS; i++) {
            counts[random.nextInt(counts.length)] += 1;
        }
        heads = Grid.over(48, 27, counts);
    }

    private static void box(double[] values, int at, Random random) {
        double x = 0.8 * random.nextDouble();
        double y = 0.8 * random.nextDouble();
        values[at] = x;
        values[at + 1] = y;
        values[at + 2] = x + 0.05;
        values[at + 3] = y + 0.08;
    }

    void addTo(SceneBuilder scene) {
        scene.feature(Flow.KEY, flow);
        scene.feature(FlameCandidates.KEY, flames);
        scene.feature(StaticRegions.KEY, things);
        scene.feature(CameraView.KEY, view);
        scene.feature(HeadCount.KEY, heads);
        scene.feature(ObjectClasses.KEY, classes);
    }
}
