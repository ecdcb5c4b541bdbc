package dev.vsa.event;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What can be signalled. The eight constants are the events that French decree 2023-828 of 28 August 2023, article 3, lists,
 * with its wording. Research may add types by a namespaced id, as in {@code org.example:loitering}; nothing runs that a site's
 * authorisation does not name.
 *
 * @param id a stable name: lower-case words joined by hyphens, with a namespace before a colon unless it is one of the eight
 * @param french the wording for a French-speaking operator
 * @param english the wording for an English-speaking operator
 */
public record EventType(String id, String french, String english) {

    private static final Pattern ID = Pattern.compile("([a-z0-9][a-z0-9.-]*:)?[a-z0-9]+(-[a-z0-9]+)*");

    /** A person or a vehicle does not respect the common direction of movement. */
    public static final EventType WRONG_WAY = new EventType(
            "wrong-way",
            "Non-respect par une personne ou un véhicule, du sens de circulation commun",
            "Movement of a person or a vehicle against the common direction");

    /** A person or a vehicle crosses into, or is present in, a forbidden or sensitive zone. */
    public static final EventType ZONE_INTRUSION = new EventType(
            "zone-intrusion",
            "Franchissement ou présence d'une personne ou d'un véhicule dans une zone interdite ou sensible",
            "Crossing or presence of a person or a vehicle in a forbidden or sensitive zone");

    /** Presence or use of a weapon. */
    public static final EventType WEAPON = new EventType(
            "weapon",
            "Présence ou utilisation d'armes, parmi celles mentionnées à l'article R. 311-2 du code de la sécurité intérieure",
            "Presence or use of weapons, among those listed in article R. 311-2 of the internal security code");

    /** A fire starts. */
    public static final EventType FIRE_START = new EventType("fire-start", "Départs de feux", "Starts of fires");

    /** A crowd moves. */
    public static final EventType CROWD_MOVEMENT =
            new EventType("crowd-movement", "Mouvement de foule", "Crowd movement");

    /** A person lies on the ground after a fall. */
    public static final EventType PERSON_DOWN = new EventType(
            "person-down",
            "Présence d'une personne au sol à la suite d'une chute",
            "Presence of a person on the ground after a fall");

    /** Too many persons in one place. */
    public static final EventType CROWD_DENSITY =
            new EventType("crowd-density", "Densité trop importante de personnes", "Excessive density of persons");

    /** An object is left behind. */
    public static final EventType ABANDONED_OBJECT =
            new EventType("abandoned-object", "Présence d'objets abandonnés", "Presence of abandoned objects");

    private static final List<EventType> DECREE = List.of(
            WRONG_WAY,
            ZONE_INTRUSION,
            WEAPON,
            FIRE_START,
            CROWD_MOVEMENT,
            PERSON_DOWN,
            CROWD_DENSITY,
            ABANDONED_OBJECT);

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if the id does not have the form above
     */
    public EventType {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is not an event id; expected words like 'zone-intrusion' or 'org.example:loitering'");
        }
    }

    /** The eight events of the decree. */
    public static List<EventType> decree() {
        return DECREE;
    }

    /** Whether this is one of the eight events of the decree. */
    public boolean inDecree() {
        return DECREE.contains(this);
    }
}
