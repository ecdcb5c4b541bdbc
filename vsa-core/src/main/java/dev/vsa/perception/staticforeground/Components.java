package dev.vsa.perception.staticforeground;

/** Connected components of a mask, diagonal neighbours and gaps of one sample included. Past the first use of a size nothing allocates. */
final class Components {

    /** More would be rain, not objects. */
    static final int MOST = 256;

    private static final int REACH = 2;

    private int width;
    private int height;
    private boolean[] visited = {};
    private int[] samples = {};
    private final int[] first = new int[MOST + 1];
    private int count;

    void resize(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        visited = new boolean[width * height];
        samples = new int[width * height];
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The samples of all components, one component after the other. */
    int[] samples() {
        return samples;
    }

    /** Where a component begins in {@link #samples()}; that of the component after it is its end. */
    int first(int component) {
        return first[component];
    }

    /**
     * Finds them.
     *
     * @param member above 0 for the samples that count
     */
    void find(int[] member) {
        for (int k = 0; k < first[count]; k++) {
            visited[samples[k]] = false;
        }
        count = 0;
        first[0] = 0;
        int end = 0;
        for (int i = 0; i < member.length && count < MOST; i++) {
            if (member[i] != 0 && !visited[i]) {
                end = fill(i, member, end);
                first[++count] = end;
            }
        }
    }

    private int fill(int seed, int[] member, int from) {
        int end = from;
        visited[seed] = true;
        samples[end++] = seed;
        for (int at = from; at < end; at++) {
            int x = samples[at] % width;
            int y = samples[at] / width;
            int pastX = Math.min(width - 1, x + REACH);
            for (int ny = Math.max(0, y - REACH); ny <= Math.min(height - 1, y + REACH); ny++) {
                for (int n = ny * width + Math.max(0, x - REACH); n <= ny * width + pastX; n++) {
                    if (member[n] > 0 && !visited[n]) {
                        visited[n] = true;
                        samples[end++] = n;
                    }
                }
            }
        }
        return end;
    }
}
