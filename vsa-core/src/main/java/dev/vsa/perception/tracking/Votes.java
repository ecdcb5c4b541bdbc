package dev.vsa.perception.tracking;

import dev.vsa.scene.Role;

/**
 * What an object has been called over its life. Votes are confidence times seconds and fade, so that neither the frame rate
 * nor a distant past decides; labels of one role (car, bus, truck) vote for it together.
 */
final class Votes {

    private static final int SLOTS = 6;

    private final Role[] roles = new Role[SLOTS];
    private final String[] labels = new String[SLOTS];
    private final double[] weights = new double[SLOTS];
    private int used;
    private int elected;

    void clear() {
        used = 0;
    }

    /** The role with the most votes; call it after the first vote. */
    Role role() {
        return roles[elected];
    }

    /** The label with the most votes among those of the role. */
    String label() {
        return labels[elected];
    }

    /**
     * Adds a vote.
     *
     * @param kept the share of the older votes that is kept, 0 to 1
     */
    void add(Role role, String label, double weight, double kept) {
        int slot = -1;
        int weakest = 0;
        for (int i = 0; i < used; i++) {
            weights[i] *= kept;
            if (roles[i] == role && labels[i].equals(label)) {
                slot = i;
            }
            if (weights[i] < weights[weakest]) {
                weakest = i;
            }
        }
        if (slot < 0) {
            slot = used < SLOTS ? used++ : weakest;
            roles[slot] = role;
            labels[slot] = label;
            weights[slot] = 0;
        }
        weights[slot] += weight;
        elect();
    }

    private void elect() {
        elected = 0;
        double best = sum(0);
        for (int i = 1; i < used; i++) {
            double sum = sum(i);
            if (sum > best || (roles[i] == roles[elected] && weights[i] > weights[elected])) {
                best = sum;
                elected = i;
            }
        }
    }

    private double sum(int slot) {
        double sum = 0;
        for (int i = 0; i < used; i++) {
            if (roles[i] == roles[slot]) {
                sum += weights[i];
            }
        }
        return sum;
    }
}
