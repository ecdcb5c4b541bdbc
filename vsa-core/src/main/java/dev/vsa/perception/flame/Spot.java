package dev.vsa.perception.flame;

/** The lit samples of a candidate in one picture: how many they are, where their middle is and how wide they spread. Not thread-safe. */
final class Spot {

    private int count;
    private double sumX;
    private double sumY;
    private double squaresX;
    private double squaresY;

    void clear() {
        count = 0;
        sumX = 0;
        sumY = 0;
        squaresX = 0;
        squaresY = 0;
    }

    void add(int x, int y) {
        count++;
        sumX += x;
        sumY += y;
        squaresX += (double) x * x;
        squaresY += (double) y * y;
    }

    int count() {
        return count;
    }

    double middleX() {
        return sumX / Math.max(1, count);
    }

    double middleY() {
        return sumY / Math.max(1, count);
    }

    /** Half the width of an even spread with the same variance. */
    double halfWidth() {
        return half(sumX, squaresX);
    }

    /** Half the height of an even spread with the same variance. */
    double halfHeight() {
        return half(sumY, squaresY);
    }

    private double half(double sum, double squares) {
        int n = Math.max(1, count);
        double mean = sum / n;
        return Math.sqrt(3 * Math.max(0, squares / n - mean * mean));
    }
}
