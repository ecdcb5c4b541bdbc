package dev.vsa.perception.staticforeground;

import dev.vsa.frame.Frame;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.Rounding;
import dev.vsa.scene.Scene;
import dev.vsa.scene.StaticRegions;
import dev.vsa.scene.Table;
import dev.vsa.spi.FeatureExtractor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands still and does not belong to the place; see {@link StaticRegions}. It looks five times a second of media time,
 * whatever the frame rate; between two looks the last answer stands.
 *
 * <p>What is mere light or shade, and what is the trace of something that was taken away, goes into the background at once. A
 * change of the whole picture, or a camera that moved, makes the picture the new background, but for regions whose outline can
 * still be seen. One thread at a time. Past the first frames nothing allocates.
 */
public final class StaticForeground implements FeatureExtractor<Table> {

    private static final double LOOK_S = 0.19;
    private static final int BEGIN = 2500;
    private static final int END = 1000;
    private static final int LEAST_SIDE = 5;
    private static final int LEAST_AREA = 30;
    private static final int MOST_REGIONS = 64;
    /** So many regions at once are no things put down: the light changed, or the camera moved. */
    private static final int FLOOD = 12;

    /** Samples round a region that learn nothing either, so that its outline is always judged against the place as it was. */
    private static final int AROUND = 2;

    /** Samples round a region by which a change of light is told. */
    private static final int RING = 5;

    /** What covers more of the picture than this is no thing that somebody carried. */
    private static final double LARGEST_SHARE = 0.2;

    private static final int CELLS = 16;
    private static final double CELL_SHARE = 0.1;
    private static final double UNSTEADY_SHARE = 0.5;
    private static final double SETTLED_SHARE = 0.03;
    private static final double SETTLE_S = 0.6;
    /** A picture that never settles is looked at all the same after so long. */
    private static final double LONGEST_UNSTEADY_S = 10;

    private static final double LONGEST_STEP_S = 2;
    private static final double GHOST = -0.35;
    private static final double LIGHT_S = 1;
    private static final double KEPT_STEP = 0.5;
    private static final double HOLD_S = 1800;

    private final Luma luma;
    private final Evidence evidence = new Evidence();
    private final Components components = new Components();
    private final Look look = new Look();
    private final Region[] regions = new Region[MOST_REGIONS];
    private final Table.Builder table = new Table.Builder(StaticRegions.COLUMNS);
    private int[] member = {};
    private int[] label = {};
    /** Above 0 where the background learns nothing: where something is being timed, and all round it. */
    private int[] held = {};

    private int width;
    private int height;
    private boolean started;
    private boolean unsteady;
    private double unsteadySeconds;
    private double settledSeconds;
    private long lookedNanos;
    private long lastId;

    /**
     * Creates one that has seen nothing.
     *
     * @param luma the brightness of the frame, loaded before each call
     */
    public StaticForeground(Luma luma) {
        this.luma = luma;
        Arrays.setAll(regions, i -> new Region());
    }

    @Override
    public @Nullable Table extract(Frame frame, Scene scene) {
        long now = scene.mediaNanos();
        if (!started || luma.width() != width || luma.height() != height) {
            begin(now);
            return null;
        }
        double seconds = (now - lookedNanos) * 1e-9;
        if (seconds >= LOOK_S || seconds < 0) {
            lookedNanos = now;
            look(Math.max(0, Math.min(LONGEST_STEP_S, seconds)));
        }
        return unsteady ? null : table.lend();
    }

    private void begin(long now) {
        if (luma.width() != width || luma.height() != height) {
            width = luma.width();
            height = luma.height();
            member = new int[width * height];
            label = new int[width * height];
            held = new int[width * height];
            components.resize(width, height);
        }
        evidence.start(luma.values(), width, height);
        Arrays.fill(label, 0);
        for (Region region : regions) {
            region.used = false;
        }
        table.clear();
        unsteady = false;
        started = true;
        lookedNanos = now;
    }

    private void look(double seconds) {
        int[] picture = luma.values();
        evidence.compare(picture, seconds);
        if (unsteady || spread() > UNSTEADY_SHARE) {
            settle(picture, seconds);
            return;
        }
        evidence.add(seconds);
        findMembers();
        components.find(member);
        if (match() > FLOOD) {
            settle(picture, seconds);
            return;
        }
        System.arraycopy(evidence.values(), 0, held, 0, held.length);
        report(picture, seconds);
        evidence.learn(picture, seconds, held);
    }

    /** Waits until the picture holds still, then takes it for the background, but for regions that can still be seen in it. */
    private void settle(int[] picture, double seconds) {
        if (!unsteady) {
            unsteady = true;
            unsteadySeconds = 0;
            settledSeconds = 0;
        }
        unsteadySeconds += seconds;
        settledSeconds = evidence.changingShare() < SETTLED_SHARE ? settledSeconds + seconds : 0;
        evidence.follow(picture, seconds);
        if (settledSeconds < SETTLE_S && unsteadySeconds < LONGEST_UNSTEADY_S) {
            return;
        }
        unsteady = false;
        keepWhatIsSeen(picture);
        for (int i = 0; i < label.length; i++) {
            if (label[i] == 0) {
                evidence.absorb(picture, i);
            }
        }
    }

    private void keepWhatIsSeen(int[] picture) {
        for (int i = 0; i < label.length; i++) {
            int owner = label[i];
            member[i] = owner > 0 && regions[owner - 1].used ? 1 : 0;
        }
        components.find(member);
        for (int c = 0; c < components.count(); c++) {
            int[] samples = components.samples();
            int from = components.first(c);
            int to = components.first(c + 1);
            Region region = regions[label[samples[from]] - 1];
            look.at(samples, from, to, label, width, picture, evidence.background());
            if (look.step < KEPT_STEP * region.step) {
                for (int k = from; k < to; k++) {
                    label[samples[k]] = 0;
                }
                region.used = false;
            } else {
                relight(samples, from, to, picture);
            }
        }
    }

    /** What a region hides cannot be seen in the new light; it has changed as what lies round it has. */
    private void relight(int[] samples, int from, int to, int[] picture) {
        long now = 0;
        long before = 1;
        int[] background = evidence.background();
        for (int y = Math.max(0, look.top - RING); y <= Math.min(height - 1, look.bottom + RING); y++) {
            for (int x = Math.max(0, look.left - RING); x <= Math.min(width - 1, look.right + RING); x++) {
                int i = y * width + x;
                now += label[i] == 0 ? picture[i] : 0;
                before += label[i] == 0 ? background[i] : 0;
            }
        }
        double ratio = Math.max(0.1, Math.min(10, (double) now / before));
        for (int k = from; k < to; k++) {
            evidence.relight(samples[k], ratio);
        }
    }

    /** The share of coarse cells of which a part differs from the background: a man before the camera does not fill half. */
    private double spread() {
        int[] foreground = evidence.foreground();
        int side = Math.max(1, (Math.max(width, height) + CELLS - 1) / CELLS);
        int cells = 0;
        int touched = 0;
        for (int top = 0; top < height; top += side) {
            for (int left = 0; left < width; left += side) {
                int pastY = Math.min(height, top + side);
                int pastX = Math.min(width, left + side);
                int sum = 0;
                for (int y = top; y < pastY; y += 2) { // every other row tells as much
                    for (int i = y * width + left; i < y * width + pastX; i++) {
                        sum += foreground[i];
                    }
                }
                cells++;
                touched += 2 * sum >= CELL_SHARE * (pastY - top) * (pastX - left) ? 1 : 0;
            }
        }
        return (double) touched / cells;
    }

    /** What has stood still for long enough, and what belonged to a region and has not lost its evidence. */
    private void findMembers() {
        int[] milliseconds = evidence.values();
        for (int i = 0; i < member.length; i++) {
            int least = BEGIN - (BEGIN - END) * (-label[i] >>> 31);
            member[i] = (least - 1 - milliseconds[i]) >>> 31;
        }
    }

    /**
     * Gives each region the component that it shares most with.
     *
     * @return how many large components are no region's
     */
    private int match() {
        for (Region region : regions) {
            region.component = -1;
            region.shared = 0;
        }
        int[] samples = components.samples();
        int fresh = 0;
        for (int c = 0; c < components.count(); c++) {
            int from = components.first(c);
            int to = components.first(c + 1);
            boolean known = false;
            for (int r = 0; r < MOST_REGIONS; r++) {
                Region region = regions[r];
                int shared = 0;
                for (int k = from; region.used && k < to; k++) {
                    shared += label[samples[k]] == r + 1 ? 1 : 0;
                }
                known |= shared > 0;
                if (shared > region.shared) {
                    region.shared = shared;
                    region.component = c;
                }
            }
            fresh += !known && to - from >= LEAST_AREA ? 1 : 0;
        }
        return fresh;
    }

    private void report(int[] picture, double seconds) {
        table.clear();
        Arrays.fill(label, 0);
        int[] samples = components.samples();
        for (int c = 0; c < components.count(); c++) {
            int from = components.first(c);
            int to = components.first(c + 1);
            int slot = slotOf(c);
            for (int k = from; slot >= 0 && k < to; k++) {
                label[samples[k]] = slot + 1;
            }
            if (slot < 0) {
                slot = to - from >= LEAST_AREA ? begin(from, to) : -1;
            }
            if (slot < 0) {
                dropScrap(picture, from, to);
            } else {
                describe(regions[slot], from, to, picture, seconds);
            }
        }
        for (Region region : regions) {
            region.used &= region.component >= 0;
        }
    }

    /** The oldest region that is this component. */
    private int slotOf(int component) {
        int best = -1;
        for (int r = 0; r < MOST_REGIONS; r++) {
            if (regions[r].used && regions[r].component == component) {
                if (best < 0 || regions[r].id < regions[best].id) {
                    best = r;
                }
            }
        }
        for (int r = 0; r < MOST_REGIONS; r++) {
            if (r != best && regions[r].component == component) {
                regions[r].component = -1;
            }
        }
        return best;
    }

    private int begin(int from, int to) {
        for (int r = 0; r < MOST_REGIONS; r++) {
            Region region = regions[r];
            if (!region.used) {
                region.used = true;
                region.id = ++lastId;
                region.component = Integer.MAX_VALUE;
                region.lightSeconds = 0;
                region.listed = false;
                region.sinceNanos = lookedNanos - age(from, to) * 1_000_000L;
                for (int k = from; k < to; k++) {
                    label[components.samples()[k]] = r + 1;
                }
                return r;
            }
        }
        return -1;
    }

    private long age(int from, int to) {
        long sum = 0;
        for (int k = from; k < to; k++) {
            sum += evidence.values()[components.samples()[k]];
        }
        return sum / (to - from);
    }

    /** A few samples that have stood still for as long as evidence lasts will never be a thing. */
    private void dropScrap(int[] picture, int from, int to) {
        int[] samples = components.samples();
        for (int k = from; k < to; k++) {
            if (evidence.values()[samples[k]] >= Evidence.MOST) {
                evidence.absorb(picture, samples[k]);
            }
        }
    }

    private void describe(Region region, int from, int to, int[] picture, double seconds) {
        int[] samples = components.samples();
        look.at(samples, from, to, label, width, picture, evidence.background());
        look.visible = evidence.seen(samples, from, to);
        boolean seen = look.visible > 0.8;
        region.lightSeconds = look.light && seen ? region.lightSeconds + seconds : 0;
        boolean old = (lookedNanos - region.sinceNanos) * 1e-9 > HOLD_S;
        boolean huge = look.area > LARGEST_SHARE * label.length;
        if (old || huge || (seen && (look.outline < GHOST || region.lightSeconds > LIGHT_S))) {
            for (int k = from; k < to; k++) {
                evidence.absorb(picture, samples[k]);
                label[samples[k]] = 0;
            }
            region.used = false;
            return;
        }
        if (seen) {
            region.step = look.step;
        }
        holdAround();
        int w = look.right + 1 - look.left;
        int h = look.bottom + 1 - look.top;
        boolean doubtful = !region.listed && (look.light || !seen); // mere light goes into the background unsaid
        if (!doubtful && w >= LEAST_SIDE && h >= LEAST_SIDE && look.area >= LEAST_AREA) {
            region.listed = true;
            table.add()
                    .set(StaticRegions.ID, (double) region.id)
                    .set(StaticRegions.LEFT, Rounding.position((double) look.left / width))
                    .set(StaticRegions.TOP, Rounding.position((double) look.top / height))
                    .set(StaticRegions.RIGHT, Rounding.position((look.right + 1.0) / width))
                    .set(StaticRegions.BOTTOM, Rounding.position((look.bottom + 1.0) / height))
                    .set(StaticRegions.SINCE, Math.rint(region.sinceNanos * 1e-9 * 64) / 64)
                    .set(StaticRegions.FILL, coarse((double) look.area / (w * h)))
                    .set(StaticRegions.OUTLINE, coarse(look.outline))
                    .set(StaticRegions.CONTRAST, coarse(look.contrast))
                    .set(StaticRegions.VISIBLE, coarse(look.visible));
        }
    }

    private void holdAround() {
        int pastX = Math.min(width, look.right + 1 + AROUND);
        for (int y = Math.max(0, look.top - AROUND); y < Math.min(height, look.bottom + 1 + AROUND); y++) {
            Arrays.fill(held, y * width + Math.max(0, look.left - AROUND), y * width + pastX, 1);
        }
    }

    private static double coarse(double share) {
        return Math.rint(share * 256) / 256 + 0.0;
    }

    @Override
    public void reset() {
        started = false;
    }
}
