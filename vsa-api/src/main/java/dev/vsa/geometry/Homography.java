package dev.vsa.geometry;

import dev.vsa.geometry.GroundPlane.Correspondence;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Least-squares estimate of a homography from point pairs: the direct linear transform with normalised coordinates, in its
 * inhomogeneous form (the last coefficient is 1). That form fails where the middle of the known points lies on the horizon;
 * they all lie below it, so it does not.
 */
final class Homography {

    private static final int UNKNOWNS = 8;
    /** A triangle flatter than this, height over length, cannot be told from a line when points are clicked by hand. */
    private static final double FLAT = 1e-4;
    /** A column whose part independent of the columns before is smaller than this depends on them. */
    private static final double DEPENDENT = 1e-9;

    private Homography() {}

    /**
     * Nine coefficients, row by row, from the picture to the ground, scaled so that the denominator is 1 at the middle of the
     * known points and above 0 at each of them.
     */
    static double[] estimate(List<Correspondence> points) {
        if (points.size() < 4) {
            throw new InvalidGeometryException("a ground plane needs at least 4 known points; got " + points.size());
        }
        Frame picture =
                Frame.around(points, c -> c.picture().x(), c -> c.picture().y());
        Frame ground = Frame.around(points, Correspondence::eastMetres, Correspondence::northMetres);
        if (points.size() == 4) {
            checkTriples(points);
        }
        double[] h = solve(points, picture, ground);
        for (int i = 0; i < points.size(); i++) {
            Point p = points.get(i).picture();
            if (!(h[6] * picture.x(p.x()) + h[7] * picture.y(p.y()) + 1 > 0)) {
                String what = "known point " + i + " " + Ring.text(p)
                        + " lies beyond the horizon of the others: is its place on the ground right?";
                throw new InvalidGeometryException(what, InvalidGeometryException.NONE, i);
            }
        }
        if (!(Math.abs(determinant(h)) > DEPENDENT)) {
            throw spansNoPlane();
        }
        return denormalise(h, picture, ground);
    }

    /** Coordinates whose origin is the middle of the known points and whose unit is their mean distance from it. */
    private record Frame(double middleX, double middleY, double unit) {

        static Frame around(
                List<Correspondence> points, ToDoubleFunction<Correspondence> x, ToDoubleFunction<Correspondence> y) {
            double middleX = points.stream().mapToDouble(x).average().orElseThrow();
            double middleY = points.stream().mapToDouble(y).average().orElseThrow();
            double unit = points.stream()
                    .mapToDouble(c -> Math.hypot(x.applyAsDouble(c) - middleX, y.applyAsDouble(c) - middleY))
                    .average()
                    .orElseThrow();
            if (!(unit > 0) || !Double.isFinite(unit)) {
                throw spansNoPlane();
            }
            return new Frame(middleX, middleY, unit);
        }

        double x(double plain) {
            return (plain - middleX) / unit;
        }

        double y(double plain) {
            return (plain - middleY) / unit;
        }
    }

    private static InvalidGeometryException spansNoPlane() {
        return new InvalidGeometryException("the known points do not span a plane: too many of them lie on one line");
    }

    /** Of four points no three may lie on a line, in the picture or on the ground. */
    private static void checkTriples(List<Correspondence> points) {
        for (int without = 3; without >= 0; without--) {
            int i = without == 0 ? 1 : 0;
            int j = without <= 1 ? 2 : 1;
            int k = without <= 2 ? 3 : 2;
            Correspondence a = points.get(i);
            Correspondence b = points.get(j);
            Correspondence c = points.get(k);
            boolean inPicture = flat(
                    b.picture().x() - a.picture().x(),
                            b.picture().y() - a.picture().y(),
                    c.picture().x() - a.picture().x(),
                            c.picture().y() - a.picture().y());
            boolean onGround = flat(
                    b.eastMetres() - a.eastMetres(), b.northMetres() - a.northMetres(),
                    c.eastMetres() - a.eastMetres(), c.northMetres() - a.northMetres());
            if (inPicture || onGround) {
                throw new InvalidGeometryException("known points " + i + ", " + j + " and " + k + " lie on one line "
                        + (inPicture ? "in the picture" : "on the ground"));
            }
        }
    }

    private static boolean flat(double ux, double uy, double vx, double vy) {
        double longest = Math.max(Math.hypot(ux, uy), Math.max(Math.hypot(vx, vy), Math.hypot(vx - ux, vy - uy)));
        return !(Math.abs(ux / longest * (vy / longest) - uy / longest * (vx / longest)) > FLAT);
    }

    /** The eight coefficients in normalised coordinates. */
    private static double[] solve(List<Correspondence> points, Frame picture, Frame ground) {
        double[][] rows = new double[2 * points.size()][];
        for (int i = 0; i < points.size(); i++) {
            Correspondence c = points.get(i);
            double x = picture.x(c.picture().x());
            double y = picture.y(c.picture().y());
            double u = ground.x(c.eastMetres());
            double v = ground.y(c.northMetres());
            rows[2 * i] = new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
            rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v};
        }
        double[] before = new double[UNKNOWNS];
        for (int k = 0; k < UNKNOWNS; k++) {
            before[k] = length(rows, 0, k);
        }
        for (int k = 0; k < UNKNOWNS; k++) {
            if (!(length(rows, k, k) > DEPENDENT * before[k])) {
                throw spansNoPlane();
            }
            reflect(rows, k);
        }
        double[] solution = new double[UNKNOWNS];
        for (int k = UNKNOWNS - 1; k >= 0; k--) {
            double rest = rows[k][UNKNOWNS];
            for (int j = k + 1; j < UNKNOWNS; j++) {
                rest -= rows[k][j] * solution[j];
            }
            solution[k] = rest / rows[k][k];
        }
        return solution;
    }

    /** Householder's reflection that clears column k below the diagonal, applied to the columns from k on. */
    private static void reflect(double[][] rows, int k) {
        double diagonal = -Math.copySign(length(rows, k, k), rows[k][k]);
        double[] axis = new double[rows.length];
        double squared = 0;
        for (int i = k; i < rows.length; i++) {
            axis[i] = rows[i][k] - (i == k ? diagonal : 0);
            squared += axis[i] * axis[i];
        }
        for (int j = k; j <= UNKNOWNS; j++) {
            double along = 0;
            for (int i = k; i < rows.length; i++) {
                along += axis[i] * rows[i][j];
            }
            for (int i = k; i < rows.length; i++) {
                rows[i][j] -= 2 * along / squared * axis[i];
            }
        }
    }

    private static double length(double[][] rows, int from, int column) {
        double squared = 0;
        for (int i = from; i < rows.length; i++) {
            squared += rows[i][column] * rows[i][column];
        }
        return Math.sqrt(squared);
    }

    private static double determinant(double[] h) {
        return h[0] * (h[4] - h[5] * h[7]) - h[1] * (h[3] - h[5] * h[6]) + h[2] * (h[3] * h[7] - h[4] * h[6]);
    }

    /** From normalised coordinates on both sides to plain ones. */
    private static double[] denormalise(double[] h, Frame picture, Frame ground) {
        double[] rows = {h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7], 1};
        for (int r = 0; r < 9; r += 3) {
            rows[r] /= picture.unit();
            rows[r + 1] /= picture.unit();
            rows[r + 2] -= rows[r] * picture.middleX() + rows[r + 1] * picture.middleY();
        }
        for (int k = 0; k < 3; k++) {
            rows[k] = rows[k] * ground.unit() + ground.middleX() * rows[6 + k];
            rows[3 + k] = rows[3 + k] * ground.unit() + ground.middleY() * rows[6 + k];
        }
        return rows;
    }
}
