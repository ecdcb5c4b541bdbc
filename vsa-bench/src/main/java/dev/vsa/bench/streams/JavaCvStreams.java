package dev.vsa.bench.streams;

import ai.onnxruntime.OrtException;
import dev.vsa.bench.BenchClip;
import dev.vsa.bench.peer.JavaCvPipeline;
import dev.vsa.bench.peer.NanoDet;
import dev.vsa.bench.streams.PacedSource.Timetable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacv.FrameGrabber;

/** The careful pipeline of well-known parts, a thread for each camera. */
final class JavaCvStreams implements Pipeline {

    private final StreamModel model;
    private final boolean features;

    JavaCvStreams(StreamModel model, boolean features) {
        this.model = model;
        this.features = features;
    }

    @Override
    public String setUp() {
        return "JavaCV 1.5.13, a thread for each camera: FFmpegFrameGrabber of one thread, which makes BGR only of frames that are analysed; "
                + (features ? "MOG2 and DIS ultrafast on 320x180 grey; " : "neither background nor flow; ")
                + "OpenCV of one thread; one shared session of one thread, " + model.width() + "x" + model.height()
                + ", the same file, run on each analysed frame; NMSBoxes; ByteTrack's two stages with a full matrix; no event is judged; "
                + "a frame whose successor is due before its analysis begins is dropped, as the library does";
    }

    @Override
    public void watch(int cameras, Path clip, Delays delays) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(cameras);
        List<JavaCvPipeline> pipelines = new ArrayList<>();
        try (NanoDet shared = NanoDet.open(model.bytes(), model.takesBytes(), model.width(), model.height())) {
            for (int i = 0; i < cameras; i++) {
                pipelines.add(new JavaCvPipeline(shared, features));
            }
            List<Future<Long>> ends = new ArrayList<>();
            long first = System.nanoTime() + Streams.HEAD_START_NANOS;
            for (int i = 0; i < cameras; i++) {
                Timetable timetable = new Timetable(first + Streams.offset(i, cameras));
                JavaCvPipeline pipeline = pipelines.get(i);
                ends.add(threads.submit(() -> watch(pipeline, clip, new LivePace(timetable, delays))));
            }
            for (Future<Long> end : ends) {
                end.get();
            }
            pipelines.forEach(JavaCvPipeline::close);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long watch(JavaCvPipeline pipeline, Path clip, LivePace pace)
            throws FrameGrabber.Exception, OrtException, InterruptedException {
        return pipeline.run(clip, BenchClip.FPS / Streams.ANALYSED, pace);
    }

    private record LivePace(Timetable timetable, Delays delays) implements JavaCvPipeline.Pace {

        private static final long PERIOD_NANOS = Math.round(1e9 / Streams.ANALYSED);

        @Override
        public void await(int picture) throws InterruptedException {
            Streams.sleepUntil(timetable.of(picture));
        }

        @Override
        public boolean inTime(int picture) {
            if (System.nanoTime() - timetable.of(picture) <= PERIOD_NANOS) {
                return true;
            }
            delays.dropped(Timetable.at(picture));
            return false;
        }

        @Override
        public void analysed(int picture) {
            delays.analysed(Timetable.at(picture), System.nanoTime() - timetable.of(picture));
        }
    }
}
