package dev.vsa.examples.cli.sample;

import dev.vsa.model.ModelOrigin;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A recording that anybody may fetch from its publisher.
 *
 * @param name what it is called here
 * @param about what it shows
 * @param origin where it comes from
 */
public record Sample(String name, String about, ModelOrigin origin) {

    private static final String INTEL = "https://raw.githubusercontent.com/intel-iot-devkit/sample-videos/master/";
    private static final String UNVERIFIED = "";

    private static final List<Sample> ALL = List.of(
            intel(
                    "cars",
                    "cars on a road, both ways",
                    "car-detection.mp4",
                    2_811_553,
                    "d31e0ebf194cc16e50eea784e7c3b0b1bb7976a4fb9b3fec26cb92a6704cca34"),
            intel(
                    "one-by-one",
                    "persons who walk through a room, one by one",
                    "one-by-one-person-detection.mp4",
                    3_291_918,
                    "a5964aa259099a482a8b360ffc2c57b5a30f84d5919236a4dad01f8e929ac07c"),
            intel("people", "persons in a corridor", "people-detection.mp4", 0, UNVERIFIED),
            intel(
                    "person-bicycle-car",
                    "persons, bicycles and cars on a street",
                    "person-bicycle-car-detection.mp4",
                    0,
                    UNVERIFIED),
            intel("worker-zone", "a worker near a machine", "worker-zone-detection.mp4", 0, UNVERIFIED),
            intel("store-aisle", "persons in the aisle of a shop", "store-aisle-detection.mp4", 0, UNVERIFIED));

    /** Those that this program knows, beside the one that is built in. All are Intel IoT DevKit sample-videos, CC-BY-4.0. */
    public static List<Sample> all() {
        return ALL;
    }

    /** Looks a sample up. */
    public static Optional<Sample> find(String name) {
        return ALL.stream().filter(sample -> sample.name.equals(name)).findFirst();
    }

    private static Sample intel(String name, String about, String file, long size, String sha256) {
        Optional<String> digest = Optional.of(sha256).filter(d -> !d.isEmpty());
        return new Sample(
                name, about, new ModelOrigin(file, size, digest, "CC-BY-4.0", List.of(URI.create(INTEL + file))));
    }
}
