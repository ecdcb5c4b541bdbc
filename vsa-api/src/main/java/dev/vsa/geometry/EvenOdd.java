package dev.vsa.geometry;

/** The even-odd rule over all edges, one after another: the plain answer, for shapes being checked and compiled. */
final class EvenOdd {

    private EvenOdd() {}

    /**
     * Where a point lies in respect to rings.
     *
     * @param edges the rings' edges as x0, y0, x1, y1
     */
    static Location locate(double[] edges, double x, double y) {
        boolean in = false;
        for (int e = 0; e < edges.length; e += 4) {
            double y0 = edges[e + 1];
            double y1 = edges[e + 3];
            if (Segments.contains(edges[e], y0, edges[e + 2], y1, x, y)) {
                return Location.BOUNDARY;
            }
            // Does the ray to the right cross it? The upper end belongs to an edge, the lower one to the next.
            if ((y0 > y) != (y1 > y) && Segments.orientation(edges[e], y0, edges[e + 2], y1, x, y) < 0 == y1 > y0) {
                in = !in;
            }
        }
        return in ? Location.INSIDE : Location.OUTSIDE;
    }
}
