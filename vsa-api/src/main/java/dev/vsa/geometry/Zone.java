package dev.vsa.geometry;

import java.util.Objects;

/**
 * A named part of the picture. The zone named {@value #FRAME} always exists: the whole picture.
 *
 * @param id the name by which configuration and alerts refer to it; not blank
 * @param polygon its extent
 */
public record Zone(String id, Polygon polygon) {

    /** The id of the zone that is the whole picture. */
    public static final String FRAME = "frame";

    /**
     * Checks the id.
     *
     * @throws InvalidGeometryException if the id is blank
     */
    public Zone {
        Objects.requireNonNull(polygon, "polygon");
        if (id.isBlank()) {
            throw new InvalidGeometryException("a zone needs an id");
        }
    }

    /** The whole picture. */
    public static Zone frame() {
        return new Zone(FRAME, Polygon.picture());
    }

    /**
     * A zone without holes from a flat list of coordinates.
     *
     * @param id the name
     * @param xy x and y in turn
     * @throws InvalidGeometryException if the polygon is not valid; the message starts with the zone's id
     */
    public static Zone of(String id, double... xy) {
        try {
            return new Zone(id, Polygon.of(xy));
        } catch (InvalidGeometryException e) {
            throw new InvalidGeometryException("zone '" + id + "': " + e.getMessage(), e.hole(), e.vertex());
        }
    }
}
