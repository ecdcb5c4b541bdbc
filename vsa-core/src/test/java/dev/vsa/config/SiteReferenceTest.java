package dev.vsa.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SiteReferenceTest {

    private final String keys = SiteReference.keys(Samples.DETECTORS);

    @Test
    void explainsEveryParameterOfADetector() {
        assertThat(SiteReference.detectors(List.of(new Samples.DwellingProvider())))
                .isEqualTo("""
                        ### zone-intrusion

                        Signals `zone-intrusion`: Crossing or presence of a person or a vehicle in a forbidden or sensitive \
                        zone (Franchissement ou présence d'une personne ou d'un véhicule dans une zone interdite ou sensible).

                        | key | value | default | meaning |
                        | --- | --- | --- | --- |
                        | `zone` | the id of a zone | *mandatory* | The zone that nobody may be in. |
                        | `subjects` | a list, each one of person, vehicle, bag, weapon, fire, smoke, animal, moving or other; \
                        nothing twice | `[person, vehicle]` | Who must not. |
                        | `dwell` | a time in seconds from 0 to 600 | `1.5` | How long one may stay. |
                        """);
    }

    @Test
    void hasAHeadingForEverythingThatItLinksTo() {
        List<String> links = Pattern.compile("\\]\\(#([^)]+)\\)")
                .matcher(keys)
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(name -> !name.equals("detectors"))
                .distinct()
                .toList();

        assertThat(links)
                .contains("camera", "rule", "alert", "source-url", "zone-with-holes")
                .allSatisfy(name -> assertThat(keys).containsOnlyOnce("### " + name + "\n"));
    }

    @Test
    void leavesTheParametersOfDetectorsToTheirOwnTables() {
        assertThat(keys).doesNotContain("dwell");
    }
}
