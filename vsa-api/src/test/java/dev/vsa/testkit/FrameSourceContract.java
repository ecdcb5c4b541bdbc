package dev.vsa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.SourceException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every source of frames owes its host. Extend it and make a source that gives at least three frames and then ends:
 *
 * <pre>{@code
 * class ArchiveSourceContractTest extends FrameSourceContract {
 *     protected FrameSource source() { return new ArchiveSource(sample); }
 * }
 * }</pre>
 */
@Timeout(60)
public abstract class FrameSourceContract {

    /** Called by a subclass. */
    protected FrameSourceContract() {}

    /** A new source, not open, that gives at least three frames and then {@link Outcome.End}. */
    protected abstract FrameSource source();

    /** Media times are strictly increasing. */
    @Test
    protected void mediaTimeIsStrictlyIncreasing() {
        List<Long> times = new ArrayList<>();
        try (FrameSource source = opened()) {
            while (source.next() instanceof Outcome.Delivered delivered) {
                times.add(delivered.frame().mediaNanos());
                delivered.frame().close();
            }
        }
        assertThat(times).hasSizeGreaterThanOrEqualTo(3).isSorted().doesNotHaveDuplicates();
    }

    /** The end is told again and again, not once. */
    @Test
    protected void afterTheEndThereIsOnlyTheEnd() {
        try (FrameSource source = opened()) {
            Outcome outcome;
            while ((outcome = source.next()) instanceof Outcome.Delivered delivered) {
                delivered.frame().close();
            }
            assertThat(outcome).isInstanceOf(Outcome.End.class);
            assertThat(source.next()).isInstanceOf(Outcome.End.class);
        }
    }

    /** Every frame has one lease, which is the receiver's. */
    @Test
    protected void eachFrameComesWithOneLease() {
        try (FrameSource source = opened()) {
            Frame frame = ((Outcome.Delivered) source.next()).frame();
            frame.close();
            assertThatIllegalStateException().isThrownBy(frame::close);
        }
    }

    /** Frames belong to who received them: they may be read after the source was closed. */
    @Test
    protected void framesOutliveTheirSource() {
        FrameSource source = opened();
        Frame first = ((Outcome.Delivered) source.next()).frame();
        Frame second = ((Outcome.Delivered) source.next()).frame();
        byte before = first.plane(0).get(0);
        source.close();
        assertThat(first.plane(0).get(0)).isEqualTo(before);
        first.close();
        second.close();
    }

    /** Closing twice, or before opening, does no harm. */
    @Test
    protected void closeIsIdempotent() {
        FrameSource source = opened();
        source.close();
        source.close();
        FrameSource unopened = source();
        unopened.close();
        unopened.close();
    }

    /** A source that is not open gives no frames. */
    @Test
    protected void nextIsRefusedUnlessTheSourceIsOpen() {
        FrameSource source = source();
        assertThatIllegalStateException().isThrownBy(source::next);
        source.open();
        source.close();
        assertThatIllegalStateException().isThrownBy(source::next);
    }

    /** A source is opened once in its life. */
    @Test
    protected void openingTwiceIsRefused() {
        try (FrameSource source = opened()) {
            assertThatIllegalStateException().isThrownBy(source::open);
        }
    }

    /** An interrupted source does not open any more. */
    @Test
    protected void anInterruptedSourceDoesNotOpen() {
        try (FrameSource source = source()) {
            source.interrupt();
            source.interrupt();
            assertThatExceptionOfType(SourceException.class).isThrownBy(source::open);
        }
    }

    /** An interrupted source gives no frames any more. */
    @Test
    protected void anInterruptedSourceIsLost() {
        try (FrameSource source = opened()) {
            source.interrupt();
            assertThat(source.next()).isInstanceOf(Outcome.Lost.class);
            assertThat(source.next()).isInstanceOf(Outcome.Lost.class);
        }
    }

    private FrameSource opened() {
        FrameSource source = source();
        source.open();
        return source;
    }
}
