package dev.vsa.examples.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"0, 00:00.0", "59960, 00:59.9", "61000, 01:01.0", "3600000, 1:00:00.0", "-5, 00:00.0"})
    void tellsATimeAsAClockDoes(long millis, String clock) {
        assertThat(Words.clock(millis * 1_000_000)).isEqualTo(clock);
    }

    @ParameterizedTest
    @CsvSource({"9400, 9.4 s", "59960, 1 min 00 s", "200000, 3 min 20 s", "7500000, 2 h 05 min"})
    void tellsALengthOfTime(long millis, String length) {
        assertThat(Words.length(Duration.ofMillis(millis))).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01234, 0.0123", "1.25, 1.25", "1.5, 1.5", "2, 2", "104.4, 104", "12.34, 12.3", "NaN, –"})
    void tellsAFigureWithTheDigitsThatCount(double value, String figure) {
        assertThat(Words.figure(value)).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.0001, < 0.1 %", "0.004, 0.4 %", "0.125, 13 %", "1, 100 %"})
    void tellsAShare(double share, String percent) {
        assertThat(Words.percent(share)).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 alerts", "1, 1 alert", "2, 2 alerts"})
    void counts(long number, String text) {
        assertThat(Words.count(number, "alert")).isEqualTo(text);
    }
}
