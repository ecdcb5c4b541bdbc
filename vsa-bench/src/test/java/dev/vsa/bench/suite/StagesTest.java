package dev.vsa.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

class StagesTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyMeasuredNameIsABenchmarkWithThoseParameters(boolean full) {
        measured(full).forEach(it -> {
            assertThat(it.type().getMethods())
                    .as(it.name())
                    .filteredOn(Method::getName, it.method())
                    .anyMatch(method -> method.isAnnotationPresent(Benchmark.class));
            it.parameters()
                    .forEach((name, value) ->
                            assertThat(values(it.type(), name)).as(it.name()).contains(value));
        });
    }

    @Test
    void targetsAreInTheOrderOfTheirNumbersAndStandOnce() {
        List<String> ids = Stages.all(true).stream().map(Stage::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
    }

    @Test
    void theQuickSuiteAsksNothingThatTheFullOneDoesNot() {
        assertThat(Stages.all(true).stream()
                        .flatMap(it -> it.cases().stream())
                        .map(it -> it.ours().name()))
                .containsAll(Stages.all(false).stream()
                        .flatMap(it -> it.cases().stream())
                        .map(it -> it.ours().name())
                        .toList());
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private static Stream<Measured> measured(boolean full) {
        return Stream.concat(
                Stages.all(full).stream()
                        .flatMap(it -> it.cases().stream())
                        .flatMap(it -> Stream.of(it.ours(), it.peer())),
                Growths.all(full).stream().flatMap(it -> it.measured().stream()));
    }

    private static List<String> values(Class<?> type, String name) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.getName().equals(name))
                .map(StagesTest::values)
                .flatMap(Arrays::stream)
                .toList();
    }

    private static String[] values(Field field) {
        return field.getAnnotation(Param.class).value();
    }
}
