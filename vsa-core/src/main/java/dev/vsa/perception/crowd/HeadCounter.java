package dev.vsa.perception.crowd;

import dev.vsa.frame.Frame;
import dev.vsa.geometry.Box;
import dev.vsa.perception.objects.ObjectDetector;
import dev.vsa.perception.objects.ObjectModel;
import dev.vsa.scene.Detection;
import dev.vsa.scene.Grid;
import dev.vsa.scene.HeadCount;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import dev.vsa.spi.FeatureExtractor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes {@link HeadCount} from the persons in the scene, whom the camera's object model has found in the whole picture, and with the same
 * model's looks at four parts of it, and at nine, each finer one only where the one before found persons small enough to make it worth
 * while.
 *
 * <p>The smaller persons are in the picture, the fewer of them are found, so each one found stands for more: by as much as was
 * measured with the built-in model on a plaza and a lawn whose pictures were scaled down step by step. Tried without gain: to estimate
 * who is missing from how far two looks agree (Chapman 1951); both miss the same ones.
 *
 * <p>Past a few persons it looks once a second of media time, else every fourth second: a look costs none, four or thirteen runs
 * of the model. One thread at a time. Past the first looks nothing is allocated but what the runtime's binding and the sorting of many do.
 */
public final class HeadCounter implements FeatureExtractor<Grid> {

    private static final int COLUMNS = 48;
    private static final int ROWS = 27;

    private static final double BUSY_S = 1;
    private static final double CALM_S = 4;
    private static final double CROWD_S = 10;

    /** With fewer persons a look at the whole picture is not outdone. */
    private static final int FEW = 4;

    /** Persons lower than this share of the picture are found better in four parts, and in nine. */
    private static final double LOW = 0.25;

    private static final double LOWER = 0.12;

    /** Low, for in a crowd it is many who are half hidden. */
    private static final double SURE = 0.25;

    /** With fewer in four parts there is no crowd to look closer at. */
    private static final int ENOUGH = 12;

    /** Cones and bollards are lower than this share of a person who stands there; a child is not, and who is surely one stays. */
    private static final double DWARF = 0.6;

    private static final double CERTAIN = 0.5;

    private static final double[] ROWS_OF_A_PERSON = {10, 14, 17, 22, 40, 60};
    private static final double[] FOUND = {0.35, 0.5, 0.65, 0.75, 0.9, 1};

    private final @Nullable ObjectModel model;
    private final float[] cells = new float[COLUMNS * ROWS];
    private final Grid grid = Grid.over(COLUMNS, ROWS, cells);
    private final People whole = new People();
    private final People four = new People();
    private final People nine = new People();
    private final People all = new People();
    private final Tiles inFour = new Tiles(2);
    private final Tiles inNine = new Tiles(3);
    private final Perspective perspective = new Perspective();
    private @Nullable ObjectDetector detector;
    private long lookedNanos;
    private long crowdNanos;
    private boolean looked;
    private boolean crowd;

    /**
     * Creates one that has seen nothing.
     *
     * @param model the camera's; null where it has none: then nothing is counted. Not closed here
     */
    public HeadCounter(@Nullable ObjectModel model) {
        this.model = model;
    }

    @Override
    public @Nullable Grid extract(Frame frame, Scene scene) {
        ObjectModel eyes = model;
        if (eyes == null) {
            return null;
        }
        double since = (scene.mediaNanos() - lookedNanos) * 1e-9;
        boolean busy = all.size() > FEW || scene.tracks().size() > FEW || crowded(scene.mediaNanos());
        double pause = busy ? BUSY_S : CALM_S;
        if (!looked || since >= pause || since < 0) {
            look(eyes, frame, scene);
            if (four.size() >= ENOUGH) {
                crowdNanos = scene.mediaNanos();
                crowd = true;
            }
            lookedNanos = scene.mediaNanos();
            looked = true;
        }
        return grid;
    }

    /** Where a crowd was a moment ago, one look that finds nobody is no reason not to look closer. */
    private boolean crowded(long now) {
        return crowd && Math.abs(now - crowdNanos) < CROWD_S * 1e9;
    }

    private void look(ObjectModel model, Frame frame, Scene scene) {
        ObjectDetector eyes = detector == null ? model.detector() : detector;
        detector = eyes;
        boolean crowded = crowded(scene.mediaNanos());
        whole.clear();
        four.clear();
        nine.clear();
        take(scene);
        if (crowded || (whole.size() >= FEW && whole.medianHeight() < LOW)) {
            inFour.look(eyes, frame, SURE, four);
            four.mergeDoubles();
        }
        if ((crowded || four.size() >= ENOUGH) && four.medianHeight() < LOWER) {
            inNine.look(eyes, frame, SURE, nine);
            nine.mergeDoubles();
        }
        all.clear();
        all.addAll(whole);
        all.addAll(four);
        all.addAll(nine);
        all.mergeDoubles();
        perspective.fit(all);
        all.dropDwarfs(perspective, DWARF, CERTAIN);
        fill(frame.height());
    }

    /** Takes the persons whom the model has found in the whole picture; not those who are only guessed to be still there. */
    private void take(Scene scene) {
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            if (t.role() == Role.PERSON && t.sighting() != Sighting.COASTED && t.confidence() >= SURE) {
                whole.add((float) t.left(), (float) t.top(), (float) t.right(), (float) t.bottom(), (float)
                        t.confidence());
            }
        }
        List<Detection> detections = scene.detections();
        for (int i = 0; i < detections.size(); i++) {
            Detection d = detections.get(i);
            if (d.role() == Role.PERSON && d.confidence() >= SURE) {
                Box box = d.box();
                whole.add((float) box.left(), (float) box.top(), (float) box.right(), (float) box.bottom(), (float)
                        d.confidence());
            }
        }
        whole.mergeDoubles();
    }

    private void fill(int pictureHeight) {
        Arrays.fill(cells, 0);
        for (int i = 0; i < all.size(); i++) {
            int column = (int) Math.max(0, Math.min(COLUMNS - 1, all.x(i) * COLUMNS));
            int row = (int) Math.max(0, Math.min(ROWS - 1, all.y(i) * ROWS));
            double weight = 1 / foundOf(all.height(i) * pictureHeight);
            cells[row * COLUMNS + column] += (float) (Math.round(weight * 64) / 64.0);
        }
    }

    /** The share of persons of so many rows that is found. */
    private static double foundOf(double rows) {
        int i = 1;
        while (i < ROWS_OF_A_PERSON.length - 1 && ROWS_OF_A_PERSON[i] < rows) {
            i++;
        }
        double from = ROWS_OF_A_PERSON[i - 1];
        double share = Math.max(0, Math.min(1, (rows - from) / (ROWS_OF_A_PERSON[i] - from)));
        return FOUND[i - 1] + share * (FOUND[i] - FOUND[i - 1]);
    }

    @Override
    public void reset() {
        looked = false;
        crowd = false;
        all.clear();
        Arrays.fill(cells, 0);
    }

    @Override
    public void close() {
        if (detector != null) {
            detector.close();
        }
    }
}
