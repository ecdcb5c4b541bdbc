package dev.vsa.perception.tracking;

import java.util.Arrays;

/** Finds the pairs of targets and detections that have no other partner to choose from. */
final class Lonely {

    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private int[] partnerOfTarget = new int[64];
    private int[] partnerOfDetection = new int[64];

    void begin(int targets, int detections) {
        if (partnerOfTarget.length < targets) {
            partnerOfTarget = new int[Math.max(targets, 2 * partnerOfTarget.length)];
        }
        if (partnerOfDetection.length < detections) {
            partnerOfDetection = new int[Math.max(detections, 2 * partnerOfDetection.length)];
        }
        Arrays.fill(partnerOfTarget, 0, targets, NONE);
        Arrays.fill(partnerOfDetection, 0, detections, NONE);
    }

    void pair(int target, int detection) {
        partnerOfTarget[target] = partnerOfTarget[target] == NONE ? detection : SEVERAL;
        partnerOfDetection[detection] = partnerOfDetection[detection] == NONE ? target : SEVERAL;
    }

    /** The one detection that a target can be and that can be no other target; else negative. */
    int partner(int target) {
        int detection = partnerOfTarget[target];
        return detection >= 0 && partnerOfDetection[detection] == target ? detection : NONE;
    }
}
