package dev.vsa.geometry;

import dev.vsa.geometry.GroundPlane.Correspondence;
import java.util.List;

/** Least-squares estimate of a homography from point pairs. */
final class Homography {

    private static final int UNKNOWNS = 8;

    private Homography() {}

    /** Nine coefficients, row by row, scaled so that the denominator is positive at the given points. */
    static double[] estimate(List<Correspondence> points) {
        if (points.size() < 4) {
            throw new InvalidGeometryException("a ground plane needs at least 4 known points; got " + points.size());
        }
        double[] scale = scale(points);
        double[][] normal = new double[UNKNOWNS][UNKNOWNS + 1];
        for (Correspondence c : points) {
            double x = c.picture().x() - 0.5;
            double y = c.picture().y() - 0.5;
            double u = (c.eastMetres() - scale[0]) / scale[2];
            double v = (c.northMetres() - scale[1]) / scale[2];
            accumulate(normal, new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y}, u);
            accumulate(normal, new double[] {0, 0, 0, x, y, 1, -v * x, -v * y}, v);
        }
        double[] a = denormalise(solve(normal), scale);
        double sign = sign(a, points);
        for (int i = 0; i < a.length; i++) {
            a[i] *= sign;
        }
        return a;
    }

    /** Mean east, mean north, and the spread, so that the equations are well conditioned. */
    private static double[] scale(List<Correspondence> points) {
        double east = points.stream()
                .mapToDouble(Correspondence::eastMetres)
                .average()
                .orElseThrow();
        double north = points.stream()
                .mapToDouble(Correspondence::northMetres)
                .average()
                .orElseThrow();
        double spread = points.stream()
                .mapToDouble(c -> Math.hypot(c.eastMetres() - east, c.northMetres() - north))
                .average()
                .orElseThrow();
        if (!(spread > 0) || !Double.isFinite(spread)) {
            throw new InvalidGeometryException("the known points do not span a plane");
        }
        return new double[] {east, north, spread};
    }

    private static void accumulate(double[][] normal, double[] row, double target) {
        for (int i = 0; i < UNKNOWNS; i++) {
            for (int j = 0; j < UNKNOWNS; j++) {
                normal[i][j] += row[i] * row[j];
            }
            normal[i][UNKNOWNS] += row[i] * target;
        }
    }

    /** Gaussian elimination with partial pivoting. */
    private static double[] solve(double[][] m) {
        for (int c = 0; c < UNKNOWNS; c++) {
            int pivot = c;
            for (int r = c + 1; r < UNKNOWNS; r++) {
                if (Math.abs(m[r][c]) > Math.abs(m[pivot][c])) {
                    pivot = r;
                }
            }
            if (Math.abs(m[pivot][c]) < 1e-10) {
                throw new InvalidGeometryException("the known points do not span a plane: three of them lie on a line");
            }
            double[] swap = m[c];
            m[c] = m[pivot];
            m[pivot] = swap;
            for (int r = 0; r < UNKNOWNS; r++) {
                double f = r == c ? 0 : m[r][c] / m[c][c];
                for (int k = c; f != 0 && k <= UNKNOWNS; k++) {
                    m[r][k] -= f * m[c][k];
                }
            }
        }
        double[] solution = new double[UNKNOWNS];
        for (int i = 0; i < UNKNOWNS; i++) {
            solution[i] = m[i][UNKNOWNS] / m[i][i];
        }
        return solution;
    }

    /** From centred picture coordinates and scaled ground coordinates back to plain ones. */
    private static double[] denormalise(double[] s, double[] scale) {
        double[] rows = {s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], 1};
        double[] out = new double[9];
        for (int r = 0; r < 3; r++) {
            out[3 * r] = rows[3 * r];
            out[3 * r + 1] = rows[3 * r + 1];
            out[3 * r + 2] = rows[3 * r + 2] - 0.5 * rows[3 * r] - 0.5 * rows[3 * r + 1];
        }
        for (int k = 0; k < 3; k++) {
            out[k] = out[k] * scale[2] + scale[0] * out[6 + k];
            out[3 + k] = out[3 + k] * scale[2] + scale[1] * out[6 + k];
        }
        return out;
    }

    /** The denominator has one sign on the near side of the horizon, where the known points are. */
    private static double sign(double[] a, List<Correspondence> points) {
        int positive = 0;
        for (Correspondence c : points) {
            positive += a[6] * c.picture().x() + a[7] * c.picture().y() + a[8] > 0 ? 1 : 0;
        }
        if (positive != 0 && positive != points.size()) {
            throw new InvalidGeometryException("the known points lie on both sides of the horizon");
        }
        return positive == 0 ? -1 : 1;
    }
}
