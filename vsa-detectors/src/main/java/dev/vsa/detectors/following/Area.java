package dev.vsa.detectors.following;

import dev.vsa.geometry.Anchor;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.geometry.Segments;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Track;
import java.util.ArrayList;
import java.util.List;

/**
 * A zone, and how deep an object is in it. Depth is measured in object sizes: above 0 inside, below 0 outside.
 *
 * <p>A side of the zone that runs along the picture's edge is open: the zone goes on beyond it, since a person whose feet are
 * cut off by the picture has not left.
 *
 * <p>Judged by a point (foot, centre), depth is the distance to the nearest side. Judged by the box (any, all, a share of
 * overlap), it is the share of the box in the zone over the share asked for, which grows by as much as the object moves in
 * its own size. Not thread-safe: it remembers the last aspect ratio.
 */
public final class Area {

    /** The depth of an object that is so far outside that nobody asks how far; it can still be measured later. */
    public static final double FAR = Double.NEGATIVE_INFINITY;

    /** Why no zone can be judged any more once the camera has moved, for people. */
    public static final String CAMERA_MOVED = "the camera moved: the zone may no longer lie where it was drawn";

    /** Samples on the way between two sightings; only taken where that way is known to touch the zone. */
    private static final int SAMPLES = 256;

    private static final int GRID = 48;
    /** More than rounding can be wrong by. */
    private static final double SURELY = 1 + 1e-9;

    /** A side of the zone this near to the picture's edge runs along it. */
    private static final double BORDER = 0.02;

    private final Zone zone;
    private final PreparedPolygon polygon;
    /** Sides that are not open, as x0, y0, x1, y1. */
    private final double[] sides;

    /** The box around the zone. */
    private final Box extent;

    private final double zoneArea;
    private final Anchor anchor;
    /** The share of the box that must lie in the zone; NaN where a point decides. */
    private final double share;

    private double aspect;
    private double deepest;

    /**
     * Compiles a zone.
     *
     * @param zone the zone
     * @param anchor which part of an object decides
     * @param overlap above 0: the share of the box that must lie in the zone, instead of the anchor
     */
    public Area(Zone zone, Anchor anchor, double overlap) {
        this.zone = zone;
        this.polygon = PreparedPolygon.of(zone.polygon());
        this.extent = zone.polygon().boundingBox();
        this.zoneArea = zone.polygon().area();
        this.anchor = anchor;
        this.share = overlap > 0
                ? Math.min(0.98, overlap)
                : anchor == Anchor.ANY ? 0 : anchor == Anchor.ALL ? 0.98 : Double.NaN;
        List<Double> closed = new ArrayList<>();
        closed(zone.polygon().outer(), closed);
        zone.polygon().holes().forEach(hole -> closed(hole, closed));
        this.sides = closed.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void closed(List<Point> ring, List<Double> sides) {
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            Point a = ring.get(j);
            Point b = ring.get(i);
            boolean open = (a.x() <= BORDER && b.x() <= BORDER)
                    || (a.x() >= 1 - BORDER && b.x() >= 1 - BORDER)
                    || (a.y() <= BORDER && b.y() <= BORDER)
                    || (a.y() >= 1 - BORDER && b.y() >= 1 - BORDER);
            if (!open) {
                sides.addAll(List.of(a.x(), a.y(), b.x(), b.y()));
            }
        }
    }

    /** The zone's id. */
    public String id() {
        return zone.id();
    }

    /** Which point of an object to follow. */
    public Anchor anchor() {
        return anchor;
    }

    /**
     * How deep an object is.
     *
     * @param object the object, as last seen
     * @param track its track
     * @param pictureAspect the picture's
     * @return in object sizes
     */
    public double depth(Followed object, Track track, double pictureAspect) {
        if (Double.isNaN(share)) {
            return depth(object.x(), object.y(), object.size(), pictureAspect);
        }
        double area = track.width() * track.height();
        double in = area * polygon.overlap(track.left(), track.top(), track.right(), track.bottom());
        double covered = area > 0 ? in / (share == 0 ? Math.min(area, zoneArea) : area) : 0;
        return covered > 0 || share > 0 ? covered - share : -1;
    }

    /**
     * How deep an object is by the point that decides.
     *
     * @param x the point, normalised
     * @param y the point, normalised
     * @param size the object's
     * @param pictureAspect the picture's
     * @return in object sizes
     */
    public double depth(double x, double y, double size, double pictureAspect) {
        return depthAt(x, y, pictureAspect) / size;
    }

    /**
     * Whether the point that decides is certainly outside the zone by more than a number of the object's sizes. Most objects are,
     * and to know it costs a fraction of measuring how far. May be false for one that is.
     *
     * @param object the object, as last seen
     * @param sizes how far, at least 0
     * @param pictureAspect the picture's
     */
    public boolean isFar(Followed object, double sizes, double pictureAspect) {
        double gap = gap(object.x(), object.y(), pictureAspect);
        // Beyond two heights depth is cut off; and what has no place at all is no nearer and no farther.
        return gap > SURELY * sizes * object.size()
                && gap < 2
                && gap(inner(object.x()), inner(object.y()), pictureAspect) > 0
                && Double.isNaN(share);
    }

    /** The distance to the box around the zone along the axis on which it is greater: no side is nearer. 0 or less within. */
    private double gap(double x, double y, double pictureAspect) {
        double across = Math.max(extent.left() - x, x - extent.right()) * pictureAspect;
        return Math.max(across, Math.max(extent.top() - y, y - extent.bottom()));
    }

    /** How deep a point is, in picture heights. */
    private double depthAt(double x, double y, double pictureAspect) {
        double nearest = 2 * Math.max(1, pictureAspect);
        for (int i = 0; i < sides.length; i += 4) {
            nearest = Math.min(
                    nearest,
                    Segments.distance(sides[i], sides[i + 1], sides[i + 2], sides[i + 3], x, y, pictureAspect));
        }
        return contains(x, y) ? nearest : -nearest;
    }

    private boolean contains(double x, double y) {
        if (polygon.contains(x, y)) {
            return true;
        }
        double innerX = inner(x);
        double innerY = inner(y);
        return (innerX != x || innerY != y) && polygon.contains(innerX, innerY);
    }

    private static double inner(double v) {
        return Math.max(BORDER, Math.min(1 - BORDER, v));
    }

    /**
     * From which depth on an object that came in counts as inside: a band, but never more than half of what the zone's
     * narrowness allows.
     *
     * @param band the hysteresis in object sizes
     * @param size the object's size
     * @param pictureAspect the picture's
     */
    public double enter(double band, double size, double pictureAspect) {
        if (!Double.isNaN(share)) {
            return Math.min(band / 2, (1 - share) / 2);
        }
        if (aspect != pictureAspect) {
            aspect = pictureAspect;
            deepest = deepestPoint();
        }
        return Math.min(band, 0.5 * deepest / size);
    }

    /**
     * Beyond which depth (below 0) an object that was inside counts as outside.
     *
     * @param band the hysteresis in object sizes
     */
    public double leave(double band) {
        return Double.isNaN(share) ? -band : share == 0 ? -0.5 : -Math.min(band / 2, share / 2);
    }

    /** The greatest depth in the zone, in picture heights, on a grid. */
    private double deepestPoint() {
        double best = 0;
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                best = Math.max(best, depthAt((column + 0.5) / GRID, (row + 0.5) / GRID, aspect));
            }
        }
        return best > 0 ? best : Double.MIN_NORMAL;
    }

    /**
     * The greatest depth on the straight way between the last two sightings, both outside.
     *
     * @param object the object
     * @param pictureAspect the picture's
     * @return in object sizes; 0 or less if the way does not touch the zone
     */
    public double depthOnTheWay(Followed object, double pictureAspect) {
        double best = -1;
        if (polygon.sweptBy(object.fromX(), object.fromY(), object.x(), object.y())) {
            for (int i = 1; i < SAMPLES; i++) {
                double t = (double) i / SAMPLES;
                double x = object.fromX() + t * (object.x() - object.fromX());
                double y = object.fromY() + t * (object.y() - object.fromY());
                best = Math.max(best, depthAt(x, y, pictureAspect) / object.size());
            }
        }
        return best;
    }
}
