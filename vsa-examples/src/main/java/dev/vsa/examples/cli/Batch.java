package dev.vsa.examples.cli;

import dev.vsa.VsaException;
import dev.vsa.examples.cli.evaluation.Clip;
import dev.vsa.examples.cli.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Does something with every clip, some at a time; a clip that it cannot be done with keeps none of the others from it.
 *
 * @param jobs how many at a time
 * @param err told of each clip that it could not be done with
 */
record Batch(int jobs, PrintWriter err) {

    /** Longer than a camera takes to give back what it holds. */
    private static final int PATIENCE_SECONDS = 10;

    /**
     * What is done with a clip.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Work<T> {

        /** Does it with the clip of a number. */
        T on(int number) throws IOException, InterruptedException;
    }

    /**
     * Does something with every clip.
     *
     * @param clips the clips
     * @param work what to do
     * @param <T> what comes of it
     * @return what came of each, in the same order
     * @throws InputException if it cannot be done with some of them, once it is done with all others
     * @throws InterruptedException if the caller is interrupted; what runs is stopped then
     */
    <T> List<T> each(List<Clip> clips, Work<T> work) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(jobs, clips.size())));
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < clips.size(); i++) {
                int number = i;
                running.add(pool.submit(() -> work.on(number)));
            }
            List<T> done = new ArrayList<>();
            for (int i = 0; i < clips.size(); i++) {
                collect(clips.get(i), running.get(i), done);
            }
            int failed = clips.size() - done.size();
            if (failed > 0) {
                throw new InputException(Words.count(failed, "clip") + " of " + clips.size()
                        + " cannot be judged; no report was written. What is perceived of the others is kept");
            }
            return done;
        } finally {
            pool.shutdownNow();
            pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private <T> void collect(Clip clip, Future<T> over, List<T> done) throws InterruptedException {
        try {
            done.add(over.get());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException || cause instanceof VsaException) {
                err.println(clip.reading().clip() + ": " + Vsa.message((Exception) cause));
            } else {
                throw cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
            }
        }
    }
}
