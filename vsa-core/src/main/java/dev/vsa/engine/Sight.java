package dev.vsa.engine;

import dev.vsa.scene.CameraCondition;
import dev.vsa.scene.CameraView;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Table;
import java.util.ArrayList;
import java.util.List;

/** How well the camera sees in one scene, read once for all rules. */
final class Sight {

    private final List<CameraCondition> conditions = new ArrayList<>();
    private boolean suspends;

    /** Takes over what a scene says. A scene that does not say anything is one of a camera that sees well. */
    void read(Scene scene) {
        conditions.clear();
        suspends = false;
        Table view = scene.feature(CameraView.KEY);
        for (int row = 0; view != null && row < view.rows(); row++) {
            CameraCondition condition = CameraView.condition(view, row);
            conditions.add(condition);
            suspends |= condition.suspends();
        }
    }

    /** Whether detectors are not to be shown the scene. */
    boolean suspends() {
        return suspends;
    }

    int size() {
        return conditions.size();
    }

    CameraCondition at(int index) {
        return conditions.get(index);
    }
}
