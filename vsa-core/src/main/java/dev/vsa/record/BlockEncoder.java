package dev.vsa.record;

import dev.vsa.scene.Detection;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Table;
import dev.vsa.scene.Track;
import dev.vsa.spi.Discontinuity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells scenes as differences from the scene before, column by column. What it does {@link BlockDecoder} undoes. */
final class BlockEncoder {

    private final Columns columns = new Columns();
    private final Set<String> features;
    private final Map<String, Integer> texts = new HashMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private final Entries tracks = new Entries();
    private final Entries detections = new Entries();
    private final Entry none = new Entry();

    private int items;
    private long firstNanos;
    private long lastNanos;
    private boolean timed;
    private long mediaNanos;
    private long stepNanos;
    private long wallOffset;
    private long sceneNanos;
    private long lastId;
    private String cameraId = "";
    private double aspect;
    private int pictureHeight;

    BlockEncoder(Set<String> features) {
        this.features = features;
    }

    /** A feature that was met. */
    private static final class Slot {
        final FeatureKey<?> key;
        final FeatureKind kind;
        final GridMemory grid = new GridMemory();
        final TableMemory table = new TableMemory();

        Slot(FeatureKey<?> key, FeatureKind kind) {
            this.key = key;
            this.kind = kind;
        }

        void clear() {
            grid.clear();
            table.clear();
        }
    }

    Columns columns() {
        return columns;
    }

    int items() {
        return items;
    }

    long firstNanos() {
        return firstNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    /** The texts of the block, in the order of their numbers. */
    void finishTexts() {
        Column out = columns.texts;
        out.clear();
        out.putVarint(texts.size());
        texts.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> out.putText(entry.getKey()));
    }

    /** Forgets everything: the next block must be readable without this one. */
    void clear() {
        columns.clear();
        texts.clear();
        slots.forEach(Slot::clear);
        tracks.clear();
        detections.clear();
        items = 0;
        timed = false;
        sceneNanos = 0;
        mediaNanos = 0;
        stepNanos = 0;
        wallOffset = 0;
        lastId = 0;
        pictureHeight = 0;
    }

    void discontinuity(Discontinuity discontinuity) {
        item(Format.DISCONTINUITY, discontinuity.toNanos());
        columns.rare.putByte(Codes.of(discontinuity.kind()));
        columns.rare.putSigned(discontinuity.fromNanos() - mediaNanos);
        columns.rare.putSigned(discontinuity.toNanos() - mediaNanos);
        columns.rare.putVarint(text(discontinuity.detail()));
    }

    void unseen(long media, long wall, String reason) {
        item(Format.UNSEEN, media);
        time(media, wall);
        columns.rare.putVarint(text(reason));
    }

    void scene(Scene scene) {
        boolean changed = scene.aspect() != aspect
                || scene.pictureHeight() != pictureHeight
                || !scene.cameraId().equals(cameraId);
        item(changed ? Format.SCENE | Format.PICTURE_CHANGED : Format.SCENE, scene.mediaNanos());
        if (changed) {
            cameraId = scene.cameraId();
            aspect = scene.aspect();
            pictureHeight = scene.pictureHeight();
            columns.rare.putVarint(text(cameraId));
            columns.rare.putLong(Double.doubleToRawLongBits(aspect));
            columns.rare.putVarint(pictureHeight);
        }
        time(scene.mediaNanos(), scene.wallNanos());
        long passed = scene.mediaNanos() - sceneNanos;
        sceneNanos = scene.mediaNanos();
        tracks(scene.tracks(), passed);
        detections(scene.detections());
        features(scene.features());
    }

    private void item(int head, long nanos) {
        firstNanos = items == 0 ? nanos : Math.min(firstNanos, nanos);
        lastNanos = items == 0 ? nanos : Math.max(lastNanos, nanos);
        items++;
        columns.items.putByte(head);
    }

    private void time(long media, long wall) {
        long step = media - mediaNanos;
        columns.times.putSigned(step - stepNanos);
        columns.times.putSigned(wall - media - wallOffset);
        stepNanos = timed ? step : 0;
        timed = true;
        mediaNanos = media;
        wallOffset = wall - media;
    }

    private int text(String text) {
        Integer number = texts.get(text);
        if (number == null) {
            number = texts.size();
            texts.put(text, number);
        }
        return number;
    }

    private void tracks(List<Track> list, long passed) {
        columns.items.putVarint(list.size());
        tracks.nextScene();
        for (int i = 0; i < list.size(); i++) {
            Entry now = tracks.add();
            now.set(list.get(i));
            int index = sameTrack(now.id);
            columns.references.putVarint(tracks.reference(index));
            Entry was = index < 0 ? none : tracks.before(index);
            if (index < 0) {
                columns.rare.putSigned(now.id - lastId);
                lastId = now.id;
            }
            int flags = Codes.of(now.sighting) | names(was, now) | life(was, now) | box(was, now, passed);
            columns.flags.putByte(flags | motion(was, now) | confidence(was, now));
        }
    }

    private int sameTrack(long id) {
        int expected = tracks.expected();
        if (expected < tracks.before() && tracks.before(expected).id == id) {
            return expected;
        }
        for (int i = 0; i < tracks.before(); i++) {
            if (tracks.before(i).id == id) {
                return i;
            }
        }
        return -1;
    }

    private void detections(List<Detection> list) {
        columns.items.putVarint(list.size());
        detections.nextScene();
        for (int i = 0; i < list.size(); i++) {
            Entry now = detections.add();
            now.set(list.get(i));
            int index = likeliest(now);
            columns.references.putVarint(detections.reference(index));
            Entry was = index < 0 ? none : detections.before(index);
            columns.flags.putByte(names(was, now) | box(was, now, 0) | confidence(was, now));
        }
    }

    /** The nearest detection of the same name in the scene before. */
    private int likeliest(Entry now) {
        int best = -1;
        double least = Math.max(now.right - now.left, now.bottom - now.top);
        for (int i = 0; i < detections.before(); i++) {
            Entry was = detections.before(i);
            double distance = Math.max(
                    Math.max(Math.abs(was.left - now.left), Math.abs(was.right - now.right)),
                    Math.max(Math.abs(was.top - now.top), Math.abs(was.bottom - now.bottom)));
            if (distance < least && was.sameName(now)) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private int names(Entry was, Entry now) {
        if (was != none && was.sameName(now)) {
            return 0;
        }
        columns.rare.putByte(Codes.of(now.role));
        columns.rare.putVarint(text(now.label));
        return Format.NAMED;
    }

    private int life(Entry was, Entry now) {
        int flags = 0;
        if (was == none || now.bornNanos != was.bornNanos) {
            columns.rare.putSigned(now.bornNanos - sceneNanos);
            flags |= Format.BORN;
        }
        if (now.matchedNanos != (now.sighting == Sighting.MATCHED ? sceneNanos : was.matchedNanos)) {
            columns.rare.putSigned(now.matchedNanos - sceneNanos);
            flags |= Format.MATCHED;
        }
        return flags;
    }

    private int box(Entry was, Entry now, long passed) {
        if (Lattice.holds(now.left, Lattice.POSITION)
                && Lattice.holds(now.top, Lattice.POSITION)
                && Lattice.holds(now.right, Lattice.POSITION)
                && Lattice.holds(now.bottom, Lattice.POSITION)) {
            long x = delta(now.left, was.left, Lattice.POSITION);
            long y = delta(now.top, was.top, Lattice.POSITION);
            columns.left.putSigned(x - Lattice.travel(was.velocityX, passed));
            columns.top.putSigned(y - Lattice.travel(was.velocityY, passed));
            columns.width.putSigned(delta(now.right, was.right, Lattice.POSITION) - x);
            columns.height.putSigned(delta(now.bottom, was.bottom, Lattice.POSITION) - y);
            return 0;
        }
        raw(now.left, was.left);
        raw(now.top, was.top);
        raw(now.right, was.right);
        raw(now.bottom, was.bottom);
        return Format.RAW_BOX;
    }

    private int motion(Entry was, Entry now) {
        if (Lattice.holds(now.velocityX, Lattice.SPEED) && Lattice.holds(now.velocityY, Lattice.SPEED)) {
            columns.velocity.putSigned(delta(now.velocityX, was.velocityX, Lattice.SPEED));
            columns.velocity.putSigned(delta(now.velocityY, was.velocityY, Lattice.SPEED));
            return 0;
        }
        raw(now.velocityX, was.velocityX);
        raw(now.velocityY, was.velocityY);
        return Format.RAW_MOTION;
    }

    private int confidence(Entry was, Entry now) {
        if (Lattice.holds(now.confidence, Lattice.CONFIDENCE)) {
            columns.confidence.putSigned(delta(now.confidence, was.confidence, Lattice.CONFIDENCE));
            return 0;
        }
        raw(now.confidence, was.confidence);
        return Format.RAW_CONFIDENCE;
    }

    private static long delta(double now, double was, double perUnit) {
        return Lattice.steps(now, perUnit) - Lattice.steps(was, perUnit);
    }

    private void raw(double now, double was) {
        columns.raw.putLong(Double.doubleToRawLongBits(now) ^ Double.doubleToRawLongBits(was));
    }

    private void features(Map<FeatureKey<?>, Object> values) {
        columns.items.putVarint(values.size());
        if (values.isEmpty()) {
            return;
        }
        for (FeatureKey<?> key : values.keySet()) {
            if (slots.stream().noneMatch(slot -> slot.key.equals(key))) {
                FeatureKind kind = features.contains(key.name()) ? FeatureKind.of(key.type()) : FeatureKind.LEFT_OUT;
                slots.add(new Slot(key, kind));
                slots.sort(Comparator.comparing((Slot slot) -> slot.key.name())
                        .thenComparing(slot -> slot.key.type().getName()));
            }
        }
        long cells = 0;
        for (Slot slot : slots) {
            Object value = values.get(slot.key);
            cells += cells(value);
            if (value != null) {
                boolean fits = cells(value) == 0 || cells <= Format.MOST_CELLS;
                columns.features.putVarint(text(slot.key.name()));
                feature(slot, value, fits ? slot.kind : FeatureKind.LEFT_OUT);
            }
        }
    }

    private static long cells(@Nullable Object value) {
        if (value instanceof Grid grid) {
            return (long) grid.columns() * grid.rows();
        }
        return value instanceof Table table ? (long) table.columns() * table.rows() : 0;
    }

    private void feature(Slot slot, Object value, FeatureKind kind) {
        Column out = columns.features;
        out.putByte(kind.code);
        switch (kind) {
            case LEFT_OUT -> {}
            case GRID -> slot.grid.write((Grid) value, out, columns.grids);
            case DOUBLE -> out.putLong(Double.doubleToRawLongBits((Double) value));
            case FLOAT -> out.putInt(Float.floatToRawIntBits((Float) value));
            case LONG -> out.putSigned((Long) value);
            case INT -> out.putSigned((Integer) value);
            case BOOLEAN -> out.putByte((Boolean) value ? 1 : 0);
            case TEXT -> out.putText((String) value);
            case TABLE -> slot.table.write((Table) value, out, columns.raw);
        }
    }
}
