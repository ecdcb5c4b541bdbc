package dev.vsa.geometry;

import java.util.List;

/** Even-odd ray crossing on a ring; used while shapes are checked, not per frame. */
final class RingLocator {

    private RingLocator() {}

    static boolean inside(List<Point> ring, Point p) {
        boolean in = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            Point a = ring.get(i);
            Point b = ring.get(j);
            if ((a.y() > p.y()) != (b.y() > p.y())
                    && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                in = !in;
            }
        }
        return in;
    }
}
