package dev.vsa.record;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Detection;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.spi.Discontinuity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what {@link BlockEncoder} does. Whatever a block holds, it throws nothing but {@link IllegalArgumentException} and
 * takes no more memory than a few times the block's.
 */
final class BlockDecoder {

    /** Memories of grids that are kept from block to block; a log of a camera has a few. */
    private static final int MOST_SLOTS = 64;

    private final Columns columns = new Columns();
    private final SceneBuilder builder = new SceneBuilder();
    private final Entries tracks = new Entries();
    private final Entries detections = new Entries();
    private final Entry none = new Entry();
    private final List<Slot> slots = new ArrayList<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private String[] texts = {};

    private int kind;
    private boolean timed;
    private long mediaNanos;
    private long stepNanos;
    private long wallOffset;
    private long sceneNanos;
    private long lastId;
    private String cameraId = "";
    private double aspect;
    private int pictureHeight;
    private @Nullable Discontinuity discontinuity;
    private String reason = "";

    /** A feature that was met. */
    private static final class Slot {
        final FeatureKey<?> key;
        final FeatureKind kind;
        final GridMemory grid = new GridMemory();
        final TableMemory table = new TableMemory();

        Slot(String name, FeatureKind kind) {
            this.key = new FeatureKey<>(name, kind.type);
            this.kind = kind;
        }

        void clear() {
            grid.clear();
            table.clear();
        }
    }

    /** Names of the features that scenes had and the log does not hold, as far as was read. */
    Set<String> leftOut() {
        return leftOut;
    }

    void start(byte[] block, int length) {
        columns.read(block, length);
        int count = columns.texts.getCount(columns.texts);
        texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = columns.texts.getText();
        }
        if (slots.size() > MOST_SLOTS) {
            slots.clear();
        }
        slots.forEach(Slot::clear);
        tracks.clear();
        detections.clear();
        timed = false;
        mediaNanos = 0;
        stepNanos = 0;
        wallOffset = 0;
        sceneNanos = 0;
        lastId = 0;
        pictureHeight = 0;
    }

    /** Reads the next item; returns its media time. */
    long next() {
        int head = columns.items.getByte();
        kind = head & Format.KIND;
        if ((head & ~(Format.KIND | Format.PICTURE_CHANGED)) != 0) {
            throw new IllegalArgumentException("item " + head);
        }
        return switch (kind) {
            case Format.SCENE -> scene((head & Format.PICTURE_CHANGED) != 0);
            case Format.DISCONTINUITY -> brokenFlow();
            case Format.UNSEEN -> unseen();
            default -> throw new IllegalArgumentException("item kind " + kind);
        };
    }

    /** Hands the item over that was read last. */
    void tell(SceneFlow to) {
        Discontinuity broken = discontinuity;
        if (kind == Format.SCENE) {
            to.observe(builder.lend());
        } else if (kind == Format.UNSEEN) {
            to.cannotJudge(mediaNanos, mediaNanos + wallOffset, reason);
        } else if (broken != null) {
            to.discontinuity(broken);
        }
    }

    private long brokenFlow() {
        Discontinuity.Kind what = Codes.kind(columns.rare.getByte());
        long from = mediaNanos + columns.rare.getSigned();
        long to = mediaNanos + columns.rare.getSigned();
        discontinuity = new Discontinuity(what, from, to, text(columns.rare));
        return to;
    }

    private long unseen() {
        time();
        reason = text(columns.rare);
        return mediaNanos;
    }

    private long scene(boolean changed) {
        if (changed) {
            cameraId = text(columns.rare);
            aspect = Double.longBitsToDouble(columns.rare.getLong());
            pictureHeight = (int) columns.rare.getVarint();
        }
        time();
        builder.begin(cameraId, mediaNanos, mediaNanos + wallOffset, aspect, pictureHeight);
        long passed = mediaNanos - sceneNanos;
        sceneNanos = mediaNanos;
        tracks(passed);
        detections();
        features();
        return mediaNanos;
    }

    private void time() {
        long step = stepNanos + columns.times.getSigned();
        wallOffset += columns.times.getSigned();
        mediaNanos += step;
        stepNanos = timed ? step : 0;
        timed = true;
    }

    private String text(Column from) {
        return Codes.at(texts, from.getVarint(), "text");
    }

    private void tracks(long passed) {
        int count = columns.items.getCount(columns.flags);
        tracks.nextScene();
        for (int i = 0; i < count; i++) {
            Entry now = next(tracks);
            int flags = columns.flags.getByte();
            now.sighting = Codes.sighting(flags & Format.SIGHTING);
            name(now, flags);
            life(now, flags);
            box(now, flags, passed);
            motion(now, flags);
            confidence(now, flags);
            builder.track(now.id, now.role, now.label, now.confidence, now.sighting)
                    .place(now.left, now.top, now.right, now.bottom)
                    .move(now.velocityX, now.velocityY, now.bornNanos, now.matchedNanos);
        }
    }

    private void detections() {
        int count = columns.items.getCount(columns.flags);
        detections.nextScene();
        for (int i = 0; i < count; i++) {
            Entry now = next(detections);
            int flags = columns.flags.getByte();
            name(now, flags);
            box(now, flags, 0);
            confidence(now, flags);
            Box box = new Box(now.left, now.top, now.right, now.bottom);
            builder.detection(new Detection(now.role, now.label, now.confidence, box));
        }
    }

    /** The next entry, as it was in the scene before. */
    private Entry next(Entries entries) {
        int index = entries.referred(columns.references.getVarint());
        Entry now = entries.add();
        now.set(index < 0 ? none : entries.before(index));
        if (index < 0 && entries == tracks) {
            lastId += columns.rare.getSigned();
            now.id = lastId;
        }
        return now;
    }

    private void name(Entry now, int flags) {
        if ((flags & Format.NAMED) != 0) {
            now.role = Codes.role(columns.rare.getByte());
            now.label = text(columns.rare);
        }
    }

    private void life(Entry now, int flags) {
        if ((flags & Format.BORN) != 0) {
            now.bornNanos = sceneNanos + columns.rare.getSigned();
        }
        if ((flags & Format.MATCHED) != 0) {
            now.matchedNanos = sceneNanos + columns.rare.getSigned();
        } else if (now.sighting == Sighting.MATCHED) {
            now.matchedNanos = sceneNanos;
        }
    }

    private void box(Entry now, int flags, long passed) {
        if ((flags & Format.RAW_BOX) != 0) {
            now.left = raw(now.left);
            now.top = raw(now.top);
            now.right = raw(now.right);
            now.bottom = raw(now.bottom);
            return;
        }
        long x = columns.left.getSigned() + Lattice.travel(now.velocityX, passed);
        long y = columns.top.getSigned() + Lattice.travel(now.velocityY, passed);
        now.left = moved(now.left, x, Lattice.POSITION);
        now.top = moved(now.top, y, Lattice.POSITION);
        now.right = moved(now.right, x + columns.width.getSigned(), Lattice.POSITION);
        now.bottom = moved(now.bottom, y + columns.height.getSigned(), Lattice.POSITION);
    }

    private void motion(Entry now, int flags) {
        if ((flags & Format.RAW_MOTION) != 0) {
            now.velocityX = raw(now.velocityX);
            now.velocityY = raw(now.velocityY);
            return;
        }
        now.velocityX = moved(now.velocityX, columns.velocity.getSigned(), Lattice.SPEED);
        now.velocityY = moved(now.velocityY, columns.velocity.getSigned(), Lattice.SPEED);
    }

    private void confidence(Entry now, int flags) {
        now.confidence = (flags & Format.RAW_CONFIDENCE) != 0
                ? raw(now.confidence)
                : moved(now.confidence, columns.confidence.getSigned(), Lattice.CONFIDENCE);
    }

    private static double moved(double was, long steps, double perUnit) {
        return Lattice.value(Lattice.steps(was, perUnit) + steps, perUnit);
    }

    private double raw(double was) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(was) ^ columns.raw.getLong());
    }

    private void features() {
        int count = columns.items.getCount(columns.features);
        for (int i = 0; i < count; i++) {
            String name = text(columns.features);
            FeatureKind what = FeatureKind.at(columns.features.getByte());
            if (what == FeatureKind.LEFT_OUT) {
                leftOut.add(name);
            } else {
                feature(slot(name, what));
            }
        }
    }

    private Slot slot(String name, FeatureKind what) {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.kind == what && slot.key.name().equals(name)) {
                return slot;
            }
        }
        Slot slot = new Slot(name, what);
        slots.add(slot);
        return slot;
    }

    @SuppressWarnings("unchecked") // the key was made for the type of the value
    private void feature(Slot slot) {
        builder.feature((FeatureKey<Object>) slot.key, value(slot));
    }

    private Object value(Slot slot) {
        Column in = columns.features;
        return switch (slot.kind) {
            case GRID -> slot.grid.read(in, columns.grids);
            case DOUBLE -> Double.longBitsToDouble(in.getLong());
            case FLOAT -> Float.intBitsToFloat(in.getInt());
            case LONG -> in.getSigned();
            case INT -> (int) in.getSigned();
            case BOOLEAN -> in.getByte() != 0;
            case TEXT -> in.getText();
            case TABLE -> slot.table.read(in, columns.raw);
            case LEFT_OUT -> throw new IllegalStateException("nothing is stored for " + slot.key.name());
        };
    }
}
