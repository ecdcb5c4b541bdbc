package dev.vsa.testkit.simulation;

import dev.vsa.event.EventType;
import dev.vsa.geometry.Zone;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A simulated play with what is true of it: which rule is to judge it, and when its event happens, if it does. One in which nothing
 * happens is a look-alike. Figures reached on plays are called simulated. Immutable: each method gives a changed copy.
 *
 * @param name what it shows
 * @param event what is to be detected
 * @param zone where; {@link Zone#frame()} for the whole picture
 * @param rule parameters of the rule, by the keys that labels have: {@code maxPeople}, {@code subjects}
 * @param happens when the event happens
 * @param scenes what a tracker sees; nothing if there are pictures
 * @param pictures what a camera sees; empty if there are scenes
 */
public record Play(
        String name,
        EventType event,
        Zone zone,
        Map<String, Object> rule,
        List<Span> happens,
        Scenario scenes,
        Optional<Footage> pictures) {

    /**
     * From when to when an event happens.
     *
     * @param startS its first second, as labels have it
     * @param endS its last second
     */
    public record Span(double startS, double endS) {}

    /** Copies the collections. */
    public Play {
        rule = Map.copyOf(rule);
        happens = List.copyOf(happens);
    }

    /**
     * A play of scenes.
     *
     * @param event what is to be detected
     * @param name what it shows
     * @param scenes what a tracker sees
     */
    public static Play of(EventType event, String name, Scenario scenes) {
        return new Play(name, event, Zone.frame(), Map.of(), List.of(), scenes, Optional.empty());
    }

    /**
     * A play of pictures.
     *
     * @param event what is to be detected
     * @param name what it shows
     * @param seconds how long it lasts
     * @param pictures what a camera sees
     */
    public static Play of(EventType event, String name, double seconds, Footage pictures) {
        return new Play(
                name, event, Zone.frame(), Map.of(), List.of(), Scenario.lasting(seconds), Optional.of(pictures));
    }

    /** The same, judged at a zone. */
    public Play in(Zone where) {
        return new Play(name, event, where, rule, happens, scenes, pictures);
    }

    /** The same with a parameter of the rule. */
    public Play rule(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(rule);
        more.put(key, value);
        return new Play(name, event, zone, more, happens, scenes, pictures);
    }

    /** The same with more actors. */
    public Play with(Actor... actors) {
        return new Play(name, event, zone, rule, happens, scenes.with(actors), pictures);
    }

    /** The same with an occurrence of the event. */
    public Play happens(double startS, double endS) {
        List<Span> more = new ArrayList<>(happens);
        more.add(new Span(startS, endS));
        return new Play(name, event, zone, rule, more, scenes, pictures);
    }

    /** Whether nothing happens in it. */
    public boolean lookAlike() {
        return happens.isEmpty();
    }
}
