package dev.vsa.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words that no label of a model may hold. Whole words only, so that a surface, a package and a template pass. The list is
 * generous: what it refuses wrongly can be relabelled, what it lets through cannot be taken back.
 */
final class ForbiddenLabels {

    private static final Set<String> WORDS = Set.of(
            // faces
            "face",
            "faces",
            "facial",
            "faceid",
            "visage",
            "visages",
            "iris",
            "fingerprint",
            "gait",
            // ages
            "age",
            "ages",
            "aged",
            "child",
            "children",
            "kid",
            "kids",
            "baby",
            "toddler",
            "infant",
            "teenager",
            "adult",
            "adults",
            "elderly",
            "enfant",
            "enfants",
            "adulte",
            "adultes",
            // genders
            "gender",
            "genders",
            "sex",
            "male",
            "males",
            "female",
            "females",
            "man",
            "men",
            "woman",
            "women",
            "boy",
            "boys",
            "girl",
            "girls",
            "genre",
            "homme",
            "hommes",
            "femme",
            "femmes",
            "garcon",
            "fille",
            // origins
            "ethnicity",
            "ethnic",
            "ethnie",
            "race",
            "races",
            "skin",
            "religion",
            // emotions
            "emotion",
            "emotions",
            "emotional",
            "happy",
            "happiness",
            "sad",
            "sadness",
            "angry",
            "anger",
            "fear",
            "disgust",
            "surprised",
            "smile",
            "smiling",
            "mood",
            "colere",
            "tristesse",
            "joie",
            // plates
            "plate",
            "plates",
            "licenseplate",
            "licenceplate",
            "numberplate",
            "lpr",
            "anpr",
            "plaque",
            "plaques",
            "immatriculation",
            // identities
            "identity",
            "identities",
            "identite",
            "identites",
            "id",
            "ids",
            "reid",
            "identification",
            "suspect",
            "wanted");

    private ForbiddenLabels() {}

    /**
     * Looks at the labels.
     *
     * @throws ModelException.ForbiddenLabels if one of them holds a forbidden word
     */
    static void check(String model, List<String> labels) {
        Set<String> found = new TreeSet<>();
        for (String label : labels) {
            if (words(label).stream().anyMatch(WORDS::contains)) {
                found.add("'" + label + "'");
            }
        }
        if (!found.isEmpty()) {
            throw new ModelException.ForbiddenLabels("model '" + model + "' is refused because of its labels "
                    + String.join(", ", found)
                    + ": this library signals events and recognises no face, age, gender, emotion, number plate or identity,"
                    + " and no setting changes that; use a model without such classes");
        }
    }

    /** The words of a label in lower case, without accents: at marks, digits and humps, LicensePlate being two. */
    static List<String> words(String label) {
        String plain = java.text.Normalizer.normalize(label, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
        return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
