package dev.vsa.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sound file, damaged at random: it is read or refused, whatever the damage, and a refusal has places. */
class SiteMutationTest {

    private static final int ROUNDS = 1500;
    private static final List<String> ODDITIES = List.of(
            "",
            "null",
            "~",
            "-1",
            "1e999",
            ".nan",
            "-.inf",
            "true",
            "no",
            "[]",
            "{}",
            "[[[]]]",
            "{a: b}",
            "'",
            "\"",
            "\"a\\\n",
            "&a",
            "*a",
            "&a [*a]",
            "<<: *a",
            "<<: {id: x}",
            "!!str x",
            "!x",
            "? ",
            "- ",
            ": ",
            "#",
            "|",
            ">",
            "%",
            "@",
            "`",
            "\t",
            "---",
            "...",
            "\u0000",
            "\u00e9",
            "\ud83d\ude00",
            "\ud83d",
            "\ufeff",
            "0x10",
            "1_000",
            "2026-01-01",
            "x: x: x",
            "frame",
            "rtsp://u:secret@host/");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedFileIsReadOrRefused(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String text = damaged(random);
            String description = "seed " + seed + ", round " + round + ":\n" + text;
            try {
                assertThat(Samples.READER.read(text, "site.yaml")).isNotNull();
                assertThat(SiteSchemaTest.validate(text))
                        .as("schema, %s", description)
                        .isEmpty();
            } catch (InvalidSiteException e) {
                int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
                assertThat(e.problems())
                        .as(description)
                        .isNotEmpty()
                        .allSatisfy(p -> assertThat(p.line()).isBetween(1, lines))
                        .allSatisfy(p -> assertThat(p.column()).isPositive());
                assertThat(e.getMessage()).as(description).doesNotContain("secret");
            } catch (RuntimeException e) {
                throw new AssertionError(description, e);
            }
        }
    }

    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(Samples.WHOLE);
        for (int i = random.nextInt(3); i >= 0; i--) {
            damage(text, random);
        }
        return text.toString();
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(7)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
            case 2 -> text.insert(at, ODDITIES.get(random.nextInt(ODDITIES.size())));
            case 3 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(200)));
            case 4 -> replaceValue(text, at, ODDITIES.get(random.nextInt(ODDITIES.size())));
            case 5 -> text.setLength(Math.max(1, at));
            default -> shuffleLines(text, random);
        }
    }

    /** From the next colon to the end of the line. */
    private static void replaceValue(StringBuilder text, int from, String value) {
        int colon = text.indexOf(": ", from);
        int end = text.indexOf("\n", colon);
        if (colon >= 0 && end >= 0) {
            text.replace(colon + 2, end, value);
        }
    }

    private static void shuffleLines(StringBuilder text, Random random) {
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        text.setLength(0);
        text.append(String.join("\n", lines)).append('\n');
    }
}
