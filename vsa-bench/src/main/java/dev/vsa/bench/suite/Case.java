package dev.vsa.bench.suite;

import java.util.function.Supplier;

/**
 * A question with a yes or a no: is ours at most so many times what it is compared with?
 *
 * @param label what distinguishes it from other cases of the stage, "" if it is the only one
 * @param ours what is judged
 * @param peer what it is compared with, on the same work in the same run
 * @param peerName what people call that
 * @param must the greatest ratio of times that is good enough
 * @param stretch the ratio that is close to what the machine can do
 * @param mostBytes the most bytes that ours may allocate an operation; negative if that is not asked
 * @param missing what this machine lacks to measure it, for people; "" if nothing
 */
record Case(
        String label,
        Measured ours,
        Measured peer,
        String peerName,
        double must,
        double stretch,
        double mostBytes,
        Supplier<String> missing) {

    /** What the harness itself allocates is spread over the operations of an iteration: the longer they take, the fewer there are. */
    private static final double SLACK_BYTES = 24;

    private static final double SLACK_BYTES_A_MILLISECOND = 100;

    static Case of(String label, Measured ours, Measured peer, String peerName, double must, double stretch) {
        return new Case(label, ours, peer, peerName, must, stretch, -1, () -> "");
    }

    /** The same, and ours may allocate no more than so many bytes an operation. */
    Case allocating(double bytes) {
        return new Case(label, ours, peer, peerName, must, stretch, bytes, missing);
    }

    /** The same, measured only where nothing is missing. */
    Case needing(Supplier<String> what) {
        return new Case(label, ours, peer, peerName, must, stretch, mostBytes, what);
    }

    boolean allocationFits(Sample ours) {
        return mostBytes < 0
                || ours.bytes()
                        <= mostBytes
                                + SLACK_BYTES
                                + SLACK_BYTES_A_MILLISECOND * ours.in("ms/op").median();
    }
}
