package dev.vsa.bench.streams;

import dev.vsa.bench.AllEvents;
import dev.vsa.bench.streams.PacedSource.Timetable;
import dev.vsa.config.Analysis;
import dev.vsa.config.CameraConfig;
import dev.vsa.engine.Camera;
import dev.vsa.engine.CameraObserver;
import dev.vsa.engine.Engine;
import dev.vsa.engine.Observation;
import dev.vsa.geometry.Zone;
import dev.vsa.spi.EventDetectorProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This library: an engine, a camera for each stream, every frame that is analysed goes through the model. */
final class VsaPipeline implements Pipeline {

    private static final List<String> GEOMETRIC = List.of("zone-intrusion", "wrong-way");

    private final StreamModel model;
    private final List<EventDetectorProvider<?>> detectors;

    VsaPipeline(StreamModel model, boolean all) {
        this.model = model;
        this.detectors = AllEvents.detectors().stream()
                .filter(detector -> all || GEOMETRIC.contains(detector.id()))
                .toList();
    }

    @Override
    public String setUp() {
        return "one engine; decoding of one thread and an analysis thread for each camera; one shared session of one thread, "
                + model.width() + "x" + model.height() + ", run on each analysed frame; detectors "
                + detectors.stream().map(EventDetectorProvider::id).toList();
    }

    @Override
    public void watch(int cameras, Path clip, Delays delays) throws Exception {
        try (Engine engine = Engine.create()) {
            List<Camera> running = new ArrayList<>();
            List<Long> warmDrops = new ArrayList<>();
            long first = System.nanoTime() + Streams.HEAD_START_NANOS;
            for (int i = 0; i < cameras; i++) {
                Timetable timetable = new Timetable(first + Streams.offset(i, cameras));
                CameraConfig.Builder config = CameraConfig.builder(
                                "camera-" + i, () -> new PacedSource(clip, timetable))
                        .analysis(
                                new Analysis(Streams.ANALYSED, model.description(), model.width(), model.height(), 0));
                AllEvents.watch(config, detectors, List.of(Zone.frame()));
                running.add(engine.start(config.build(), new Watch(timetable, delays)));
            }
            Streams.sleepUntil(first + Streams.WARM_NANOS);
            running.forEach(camera -> warmDrops.add(camera.report().framesDropped()));
            for (int i = 0; i < cameras; i++) {
                running.get(i).await();
                long dropped = running.get(i).report().framesDropped() - warmDrops.get(i);
                for (long k = 0; k < dropped; k++) {
                    delays.dropped(Streams.WARM_NANOS);
                }
            }
        }
    }

    private record Watch(Timetable timetable, Delays delays) implements CameraObserver {

        @Override
        public void analysed(Observation observation) {
            long at = observation.frame().mediaNanos();
            delays.analysed(at, System.nanoTime() - timetable.startNanos() - at);
        }
    }
}
