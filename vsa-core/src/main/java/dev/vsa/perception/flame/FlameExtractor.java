package dev.vsa.perception.flame;

import dev.vsa.frame.Frame;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Table;
import dev.vsa.spi.FeatureExtractor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@link FlameCandidates}. Samples that are lit like a flame for part of the time and whose brightness swings up and down again and
 * again are gathered in regions; of each region that stays, colour, flicker, growth and the change of its outline are measured.
 *
 * <p>The approach follows Töreyin et al. (2006: flicker and colour together, not either alone), Celik and Demirel (2009: colour in
 * YCbCr) and Borges and Izquierdo (2010: change of area and of outline). One camera's; not thread-safe.
 */
public final class FlameExtractor implements FeatureExtractor<Table> {

    /** Luma samples in a cell, each way. */
    private static final int CELL = 4;
    /** The least swing that counts, in 1/256 of a level: above sensor noise and the coder's pulse. */
    private static final int LEAST_SWING = 12 << 8;

    private static final double FLICKER_SECONDS = 1.5;
    /** Turning points in memory from which on a sample flickers: two swings; what passes makes one. */
    private static final float LEAST_TURNS = 3.2f;

    private static final float LEAST_LIT = 0.1f;
    private static final int LEAST_SAMPLES = 3;
    private static final int MOST = 16;
    private static final double UNSEEN_SECONDS = 1;
    private static final double LONGEST_STEP_SECONDS = 1;
    /** The classifier looks at a candidate that has stayed so long, so often, and at so many in a frame. */
    private static final double LEAST_AGE_SECONDS = 0.8;

    private static final double LOOK_SECONDS = 0.19;
    private static final int LOOKS = 2;

    private final Luma luma;
    private final Chroma chroma = new Chroma();
    private final Flicker flicker = new Flicker(FLICKER_SECONDS);
    private final Lattice lattice = new Lattice();
    private final Blobs blobs = new Blobs();
    private final Spot spot = new Spot();
    private final Blaze blaze = new Blaze();
    private final FlameModel model = new FlameModel();
    private final Candidate[] pool = new Candidate[MOST];
    private final Table.Builder table = new Table.Builder(FlameCandidates.COLUMNS);
    private int candidates;
    private long nextId = 1;
    private boolean started;
    private long lastNanos;
    private double secondsSinceLag;
    private int width;
    private int height;
    private int columns;
    private int rows;
    private int[] cells = {};
    private float[] turnsOf = {};
    private int[] lagLuma = {};
    private boolean[] lagLit = {};

    /** Creates one over the camera's luma, which is loaded before each call. */
    public FlameExtractor(Luma luma) {
        this.luma = luma;
        for (int i = 0; i < MOST; i++) {
            pool[i] = new Candidate();
        }
    }

    @Override
    public @Nullable Table extract(Frame frame, Scene scene) {
        double seconds = started ? (scene.mediaNanos() - lastNanos) / 1e9 : 0;
        if (luma.width() != width || luma.height() != height || seconds < 0 || seconds > LONGEST_STEP_SECONDS) {
            resize();
            seconds = 0;
        }
        started = true;
        lastNanos = scene.mediaNanos();
        chroma.load(frame, width, height);
        flicker.update(luma.values(), width * height, seconds, LEAST_SWING);
        lattice.update(luma.values(), width, height, chroma, seconds);
        nextId += blaze.update(lattice, chroma.width(), seconds, nextId) ? 1 : 0;
        weigh();
        blobs.find(cells, columns, rows);
        follow(seconds);
        secondsSinceLag += seconds;
        boolean lag = secondsSinceLag >= FlameCandidates.LAG_SECONDS - 0.01;
        table.clear();
        look(frame);
        for (int i = 0; i < candidates; i++) {
            if (pool[i].seen) {
                measure(pool[i], seconds);
                if (lag) {
                    change(pool[i]);
                }
                pool[i].write(table, columns, rows, chroma.grey());
            }
        }
        blaze.write(table, chroma.width(), chroma.height(), chroma.grey());
        if (lag) {
            secondsSinceLag = 0;
            remember();
        }
        return table.lend();
    }

    /** Shows the candidates whose turn it is to the classifier. */
    private void look(Frame frame) {
        for (int looks = 0; looks < LOOKS; looks++) {
            Candidate next = null;
            for (int i = 0; i < candidates; i++) {
                Candidate c = pool[i];
                if (c.seen
                        && c.age >= LEAST_AGE_SECONDS
                        && c.secondsSinceAsked >= LOOK_SECONDS
                        && (next == null || c.secondsSinceAsked > next.secondsSinceAsked)) {
                    next = c;
                }
            }
            if (next == null) {
                return;
            }
            double left = next.left / columns;
            double top = next.top / rows;
            double right = next.right / columns;
            double bottom = next.bottom / rows;
            Crop.write(frame, left, top, right, bottom, model.input());
            model.run();
            next.classified(model.flame(), model.smoke());
            next.stroked(Strokes.in(frame, left, top, right, bottom));
        }
    }

    private void remember() {
        System.arraycopy(lattice.luma(), 0, lagLuma, 0, lagLuma.length);
        System.arraycopy(lattice.lit(), 0, lagLit, 0, lagLit.length);
    }

    private void resize() {
        reset();
        width = luma.width();
        height = luma.height();
        columns = (width + CELL - 1) / CELL;
        rows = (height + CELL - 1) / CELL;
        cells = new int[columns * rows];
        turnsOf = new float[columns * rows];
        int samples = ((width + 1) / 2) * ((height + 1) / 2);
        lagLuma = new int[samples];
        lagLit = new boolean[samples];
    }

    /** Weighs each cell by its samples that flicker and are lit for part of the time. */
    private void weigh() {
        float[] turns = flicker.turns();
        float[] share = lattice.share();
        int w = chroma.width();
        Arrays.fill(cells, 0);
        Arrays.fill(turnsOf, 0);
        for (int y = 0; y < height; y++) {
            int row = y / CELL * columns;
            int half = y / 2 * w;
            for (int x = 0; x < width; x++) {
                float t = turns[y * width + x];
                if (t >= LEAST_TURNS && share[half + x / 2] >= LEAST_LIT) {
                    cells[row + x / CELL]++;
                    turnsOf[row + x / CELL] += t;
                }
            }
        }
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] < LEAST_SAMPLES) {
                cells[i] = 0;
            }
        }
    }

    private void follow(double seconds) {
        for (int i = 0; i < candidates; i++) {
            pool[i].seen = false;
        }
        int limit = Integer.MAX_VALUE;
        for (int k = 0; k < Math.min(blobs.count(), MOST); k++) {
            int blob = heaviestBelow(limit, k);
            limit = blob;
            int match = match(blob);
            if (match < 0 && candidates < MOST) {
                match = candidates++;
                pool[match].begin(nextId++, blobs.left(blob), blobs.top(blob), blobs.right(blob), blobs.bottom(blob));
            }
            if (match >= 0) {
                pool[match].see(blobs.left(blob), blobs.top(blob), blobs.right(blob), blobs.bottom(blob), seconds);
            }
        }
        for (int i = candidates - 1; i >= 0; i--) {
            Candidate c = pool[i];
            c.unseenSeconds += c.seen ? 0 : seconds;
            if (c.unseenSeconds > UNSEEN_SECONDS) {
                pool[i] = pool[--candidates];
                pool[candidates] = c;
            }
        }
    }

    private int heaviestBelow(int last, int k) {
        int best = -1;
        for (int b = 0; b < blobs.count(); b++) {
            boolean later = k == 0
                    || blobs.weight(b) < blobs.weight(last)
                    || (blobs.weight(b) == blobs.weight(last) && b > last);
            if (later && (best < 0 || blobs.weight(b) > blobs.weight(best))) {
                best = b;
            }
        }
        return best;
    }

    /** The oldest candidate, not seen yet in this frame, whose box meets the blob's; −1 if there is none. */
    private int match(int blob) {
        int best = -1;
        for (int i = 0; i < candidates; i++) {
            Candidate c = pool[i];
            boolean meets = c.left < blobs.right(blob)
                    && blobs.left(blob) < c.right
                    && c.top < blobs.bottom(blob)
                    && blobs.top(blob) < c.bottom;
            if (!c.seen && meets && (best < 0 || c.id < pool[best].id)) {
                best = i;
            }
        }
        return best;
    }

    private void measure(Candidate c, double seconds) {
        int l = (int) Math.floor(c.left);
        int t = (int) Math.floor(c.top);
        int r = (int) Math.min(columns, Math.ceil(c.right));
        int b = (int) Math.min(rows, Math.ceil(c.bottom));
        int samples = 0;
        double turns = 0;
        for (int y = t; y < b; y++) {
            for (int x = l; x < r; x++) {
                samples += cells[y * columns + x];
                turns += cells[y * columns + x] > 0 ? turnsOf[y * columns + x] : 0;
            }
        }
        int w = chroma.width();
        int pastX = Math.min(w, 2 * r);
        int pastY = Math.min(chroma.height(), 2 * b);
        spot.clear();
        int burning = 0;
        double litShare = 0;
        double colour = 0;
        double bright = 0;
        double light = 0;
        for (int y = 2 * t; y < pastY; y++) {
            for (int x = 2 * l; x < pastX; x++) {
                int i = y * w + x;
                light += lattice.luma()[i];
                if (cells[y / 2 * columns + x / 2] > 0) {
                    burning++;
                    litShare += lattice.share()[i];
                }
                if (lattice.lit()[i]) {
                    spot.add(x, y);
                    int excess = chroma.redExcess()[i];
                    colour += Math.min(1, (chroma.blueLack()[i] + excess) / 100.0);
                    int red = Lattice.redLight(lattice.luma()[i], excess);
                    red = chroma.grey() ? Math.max(red, lattice.luma()[i]) : red;
                    bright += Math.max(0, Math.min(1, red / lattice.white()));
                }
            }
        }
        int lit = spot.count();
        int all = Math.max(1, (pastX - 2 * l) * (pastY - 2 * t));
        c.measure(
                samples == 0 ? c.rate : turns / samples / FLICKER_SECONDS / 2,
                samples / (4.0 * all),
                burning == 0 ? c.lit : litShare / burning,
                lit == 0 ? c.colour : colour / lit,
                lit == 0 ? c.brightness : bright / lit,
                seconds);
        c.shape(spot, light / all / 65280, seconds);
    }

    /** Compares with the picture a moment ago. */
    private void change(Candidate c) {
        int w = chroma.width();
        int pastX = (int) Math.min(w, 2 * Math.ceil(c.right));
        int pastY = (int) Math.min(chroma.height(), 2 * Math.ceil(c.bottom));
        double sum = 0;
        double absolute = 0;
        int changed = 0;
        int lit = 0;
        int burning = 0;
        for (int y = 2 * (int) c.top; y < pastY; y++) {
            for (int x = 2 * (int) c.left; x < pastX; x++) {
                int i = y * w + x;
                if (cells[y / 2 * columns + x / 2] > 0) {
                    int d = lattice.luma()[i] - lagLuma[i];
                    sum += d;
                    absolute += Math.abs(d);
                    burning++;
                }
                changed += lattice.lit()[i] == lagLit[i] ? 0 : 1;
                lit += lattice.lit()[i] || lagLit[i] ? 1 : 0;
            }
        }
        c.change(
                burning == 0 ? 0 : absolute / burning / 65280,
                burning == 0 ? 0 : Math.abs(sum) / burning / 65280,
                lit == 0 ? 0 : (double) changed / lit);
    }

    @Override
    public void reset() {
        flicker.reset();
        lattice.reset();
        blaze.reset();
        candidates = 0;
        started = false;
        secondsSinceLag = 0;
    }

    @Override
    public void close() {
        model.close();
    }
}
