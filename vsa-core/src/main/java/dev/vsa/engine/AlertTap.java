package dev.vsa.engine;

import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.NearMiss;
import dev.vsa.spi.AlertSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Passes alerts to a camera's sinks and remembers which were told by the present scene and which are open. */
final class AlertTap implements AlertSink {

    private final List<QueuedSink> sinks;
    private final List<Alert> told = new ArrayList<>();
    private final Map<String, Alert> open = new LinkedHashMap<>();

    AlertTap(List<QueuedSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public void alert(Alert alert) {
        told.add(alert);
        if (alert.phase() == Alert.Phase.ENDED) {
            open.remove(alert.id());
        } else {
            open.put(alert.id(), alert);
        }
        for (int i = 0; i < sinks.size(); i++) {
            sinks.get(i).alert(alert);
        }
    }

    @Override
    public void blindness(Blindness blindness) {
        sinks.forEach(s -> s.blindness(blindness));
    }

    @Override
    public void nearMiss(NearMiss miss) {
        sinks.forEach(s -> s.nearMiss(miss));
    }

    void nextScene() {
        told.clear();
    }

    List<Alert> told() {
        return List.copyOf(told);
    }

    List<Alert> open() {
        return List.copyOf(open.values());
    }
}
