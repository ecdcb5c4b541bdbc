package dev.vsa.perception.objects;

import dev.vsa.model.ModelClass;
import dev.vsa.model.ModelDescription;
import dev.vsa.perception.Detections;
import dev.vsa.scene.Role;
import java.util.List;

/** From candidates in pixels of a model's input to detections in the picture. Allocates nothing. Not thread-safe. */
final class Postprocessor {

    private final String[] labels;
    private final Role[] roles;
    private final float limit;
    private final Suppression suppression;

    Postprocessor(ModelDescription model) {
        List<ModelClass> classes = model.classes();
        this.labels = classes.stream().map(ModelClass::label).toArray(String[]::new);
        this.roles = classes.stream().map(ModelClass::role).toArray(Role[]::new);
        this.limit = (float) model.thresholds().overlap();
        this.suppression = new Suppression(limit, groups(roles));
    }

    /** One group a role: a van is car, bus and truck in turn, and is there once. Classes of no role stay apart. */
    private static int[] groups(Role[] roles) {
        int[] groups = new int[roles.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = roles[i] == Role.OTHER ? i : List.of(roles).indexOf(roles[i]);
        }
        return groups;
    }

    /**
     * Chooses and converts.
     *
     * @param found the candidates
     * @param width columns of the input that hold the picture
     * @param height rows of the input that hold the picture
     * @param out what is left is added here
     */
    void apply(Candidates found, float width, float height, Detections out) {
        int kept = suppression.run(found);
        for (int k = 0; k < kept; k++) {
            int i = suppression.kept(k);
            Role role = roles[found.kind[i]];
            float left = clamp(found.left[i] / width);
            float top = clamp(found.top[i] / height);
            float right = clamp(found.right[i] / width);
            float bottom = clamp(found.bottom[i] / height);
            if (right > left && bottom > top && !(role == Role.ANIMAL && isPerson(found, i, kept))) {
                out.add(left, top, right, bottom, clamp(found.score[i]), role, labels[found.kind[i]]);
            }
        }
    }

    /** Whether a person was found in the same place: somebody bent over is a dog to some models, and a person as well. */
    private boolean isPerson(Candidates found, int animal, int kept) {
        for (int k = 0; k < kept; k++) {
            int i = suppression.kept(k);
            if (roles[found.kind[i]] == Role.PERSON && found.overlap(i, animal) > limit) {
                return true;
            }
        }
        return false;
    }

    private static float clamp(float v) {
        return Math.max(0, Math.min(1, v));
    }
}
