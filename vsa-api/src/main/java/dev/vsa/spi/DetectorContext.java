package dev.vsa.spi;

import dev.vsa.geometry.GroundPlane;
import java.util.Optional;

/** The camera that a detector works for. Immutable. */
public interface DetectorContext {

    /** The camera's id. */
    String cameraId();

    /** The name of the rule that the detector carries out. */
    String rule();

    /** The ground plane, if the camera is calibrated. */
    Optional<GroundPlane> groundPlane();
}
