package dev.vsa.examples.cli;

import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.NearMiss;
import dev.vsa.event.Subject;
import dev.vsa.examples.cli.picture.Palette;
import dev.vsa.examples.cli.text.Words;
import dev.vsa.spi.AlertSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Keeps what the report will tell, and says each alert on a line when it is raised. Of a run without end it keeps the first
 * {@value #MOST_ALERTS} alerts and the nearest misses, and counts the rest. Thread-safe.
 */
final class AlertBook implements AlertSink {

    static final int MOST_ALERTS = 2_000;
    private static final int MOST_BLIND = 1_000;
    private static final int MOST_MISSES = 12;

    private final Consumer<String> say;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final Map<String, Long> raisedByEvent = new TreeMap<>();
    private final Map<String, Blindness> blindNow = new LinkedHashMap<>();
    private final List<Blindness> blind = new ArrayList<>();
    private final List<NearMiss> misses = new ArrayList<>();
    private long raised;
    private int last;

    /**
     * An empty book.
     *
     * @param say takes a line for each alert that is raised
     */
    AlertBook(Consumer<String> say) {
        this.say = say;
    }

    /** The alert's number: 1 for the first that anyone asked for. */
    synchronized int number(Alert alert) {
        return numbers.computeIfAbsent(alert.id(), id -> ++last);
    }

    @Override
    public void alert(Alert alert) {
        int number;
        synchronized (this) {
            number = number(alert);
            if (alert.phase() == Alert.Phase.RAISED) {
                raised++;
                raisedByEvent.merge(alert.type().id(), 1L, Long::sum);
            }
            if (alerts.size() < MOST_ALERTS || alerts.containsKey(alert.id())) {
                alerts.put(alert.id(), alert);
            }
            if (alert.phase() == Alert.Phase.ENDED && number > MOST_ALERTS) {
                numbers.remove(alert.id());
            }
        }
        if (alert.phase() == Alert.Phase.RAISED) {
            say.accept(line(number, alert));
        }
    }

    private static String line(int number, Alert alert) {
        String who = alert.subjects().stream()
                .filter(s -> s.trackId() != Subject.NO_TRACK)
                .map(s -> "#" + s.trackId())
                .collect(Collectors.joining(" "));
        return "%3d  %s  %s · %s  %s%s"
                .formatted(
                        number,
                        Words.clock(alert.raisedNanos()),
                        Palette.title(alert.type()),
                        alert.place(),
                        who.isEmpty() ? "" : who + "  ",
                        alert.explanation().sentence());
    }

    @Override
    public synchronized void blindness(Blindness blindness) {
        String key = blindness.rule() + '/' + blindness.place();
        if (!blindness.over()) {
            blindNow.put(key, blindness);
            return;
        }
        blindNow.remove(key);
        if (blind.size() < MOST_BLIND) {
            blind.add(blindness);
        }
    }

    @Override
    public synchronized void nearMiss(NearMiss miss) {
        misses.add(miss);
        misses.sort(Comparator.comparingDouble(NearMiss::peakMargin).reversed());
        if (misses.size() > MOST_MISSES) {
            misses.remove(MOST_MISSES);
        }
    }

    /** Each alert's last word, in the order of their numbers. */
    synchronized Map<Integer, Alert> alerts() {
        Map<Integer, Alert> byNumber = new TreeMap<>();
        alerts.values().forEach(alert -> byNumber.put(number(alert), alert));
        return byNumber;
    }

    /** How many alerts were raised. */
    synchronized long raised() {
        return raised;
    }

    /** How many were raised of each event. */
    synchronized Map<String, Long> raisedByEvent() {
        return new TreeMap<>(raisedByEvent);
    }

    /** Stretches that could not be judged, those that last included. */
    synchronized List<Blindness> blind() {
        List<Blindness> all = new ArrayList<>(blind);
        all.addAll(blindNow.values());
        return all;
    }

    /** The nearest misses, the nearest first. */
    synchronized List<NearMiss> misses() {
        return new ArrayList<>(misses);
    }
}
