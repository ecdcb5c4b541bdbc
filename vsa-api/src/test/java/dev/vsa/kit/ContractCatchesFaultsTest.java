package dev.vsa.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vsa.kit.Presence.Fault;
import dev.vsa.testkit.EventDetectorContract;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault is caught by the check that is named after it: a contract that lets everything pass is worth nothing. */
class ContractCatchesFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "COUNTS_SCENES, frameRateDoesNotMatter",
        "KEEPS_TRACKS, lentScenesAreEnough",
        "SHARES_STATE, sameScenesGiveSameFindings",
        "FORGETS_ON_SNAPSHOT, snapshotAfterEverySceneChangesNothing",
        "READS_ANYTHING, unreadableStateIsRefused",
        "HEEDS_ORDER, orderOfObjectsDoesNotMatter",
        "BELIEVES_COASTING, coastedBoxesAloneNeverSignal",
        "NEVER_ENDS, everyOccurrenceEnds",
        "ENDS_NOT_AFTER_A_BREAK, everyOccurrenceEndsAfterABreak",
        "TELLS_NO_MARGIN, marginsAreReported",
        "JUDGES_BY_PLACE, viewDoesNotMatter",
        "FORGETS_NOBODY, stateStaysBounded",
        "FAILS_ON_FLAT_BOXES, oddScenesThrowNothing",
        "SEES_GHOSTS, nothingComesOutOfNothing",
        "ALLOCATES, quietScenesAllocateNothing",
        "IS_NOT_REGISTERED, providerIsFoundByServiceLoader",
    })
    void faultIsCaught(Fault fault, String check) {
        EventDetectorContract<?> contract = new PresenceContract(fault);
        Throwable thrown = catchThrowable(
                () -> EventDetectorContract.class.getMethod(check).invoke(contract));
        assertThat(thrown).as("what " + check + " says").isInstanceOf(InvocationTargetException.class);
        assertThat(thrown.getCause()).isInstanceOfAny(AssertionError.class, ArithmeticException.class);
    }
}
