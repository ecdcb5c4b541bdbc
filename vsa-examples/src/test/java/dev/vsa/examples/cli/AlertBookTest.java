package dev.vsa.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.EndCause;
import dev.vsa.event.NearMiss;
import dev.vsa.examples.cli.picture.Scenery;
import dev.vsa.geometry.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertBookTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<String> said = new ArrayList<>();
    private final AlertBook book = new AlertBook(said::add);

    private static Alert alert(int number) {
        return Scenery.alert(number, 7, new Box(0.1, 0.1, 0.2, 0.4), number * SECOND);
    }

    private static Alert at(Alert.Phase phase, Alert a) {
        return new Alert(
                a.id(),
                a.cameraId(),
                a.rule(),
                a.type(),
                a.place(),
                phase,
                a.onsetNanos(),
                a.raisedNanos(),
                a.nowNanos() + SECOND,
                a.raisedAt(),
                phase == Alert.Phase.ENDED ? Optional.of(EndCause.RULE) : Optional.empty(),
                a.subjects(),
                a.margin(),
                a.explanation(),
                a.caveats(),
                a.provenance());
    }

    private static NearMiss miss(double margin) {
        return new NearMiss("cam", "wrong-way", "left", 1, margin, SECOND);
    }

    private static Blindness blind(boolean over) {
        return new Blindness("cam", "wrong-way", "left", "dark", SECOND, 2 * SECOND, over);
    }

    @Test
    void saysAnAlertOnceWhenItIsRaised() {
        book.alert(alert(1));
        book.alert(at(Alert.Phase.UPDATED, alert(1)));
        book.alert(at(Alert.Phase.ENDED, alert(1)));

        assertThat(said).containsExactly("  1  00:01.0  Wrong way · left  #7  A person goes against the way & <fast>.");
    }

    @Test
    void keepsTheLastWordOfAnAlert() {
        book.alert(alert(1));
        book.alert(at(Alert.Phase.ENDED, alert(1)));

        assertThat(book.alerts()).hasSize(1);
        assertThat(book.alerts().get(1).phase()).isEqualTo(Alert.Phase.ENDED);
    }

    @Test
    void numbersAlertsInTheOrderInWhichTheyAreAskedFor() {
        assertThat(List.of(book.number(alert(5)), book.number(alert(3)), book.number(alert(5))))
                .containsExactly(1, 2, 1);
    }

    @Test
    void countsMoreAlertsThanItKeeps() {
        for (int i = 1; i <= AlertBook.MOST_ALERTS + 10; i++) {
            book.alert(alert(i));
            book.alert(at(Alert.Phase.ENDED, alert(i)));
        }

        assertThat(book.alerts()).hasSize(AlertBook.MOST_ALERTS);
        assertThat(book.raised()).isEqualTo(AlertBook.MOST_ALERTS + 10);
        assertThat(book.raisedByEvent()).containsEntry("wrong-way", AlertBook.MOST_ALERTS + 10L);
        assertThat(said).last().asString().startsWith(Integer.toString(AlertBook.MOST_ALERTS + 10));
    }

    @Test
    void keepsAStretchOfBlindnessOnce() {
        book.blindness(blind(false));
        book.blindness(blind(true));

        assertThat(book.blind()).containsExactly(blind(true));
    }

    @Test
    void keepsBlindnessThatLasts() {
        book.blindness(blind(false));

        assertThat(book.blind()).containsExactly(blind(false));
    }

    @Test
    void keepsTheNearestMissesNearestFirst() {
        for (int i = 0; i < 50; i++) {
            book.nearMiss(miss((i * 37 % 50) / 50.0));
        }

        assertThat(book.misses()).hasSize(12).first().isEqualTo(miss(0.98));
        assertThat(book.misses()).last().isEqualTo(miss(0.76));
    }
}
