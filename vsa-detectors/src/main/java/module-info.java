/** The reference detectors of vsa, written against the contracts alone. */
module dev.vsa.detectors {
    requires transitive dev.vsa.api;
    requires static org.jspecify;

    exports dev.vsa.detectors.abandonedobject;
    exports dev.vsa.detectors.crowddensity;
    exports dev.vsa.detectors.crowdmovement;
    exports dev.vsa.detectors.firestart;
    exports dev.vsa.detectors.persondown;
    exports dev.vsa.detectors.weapon;
    exports dev.vsa.detectors.wrongway;
    exports dev.vsa.detectors.zoneintrusion;

    provides dev.vsa.spi.EventDetectorProvider with
            dev.vsa.detectors.abandonedobject.AbandonedObjectProvider,
            dev.vsa.detectors.crowddensity.CrowdDensityProvider,
            dev.vsa.detectors.crowdmovement.CrowdMovementProvider,
            dev.vsa.detectors.firestart.FireStartProvider,
            dev.vsa.detectors.persondown.PersonDownProvider,
            dev.vsa.detectors.weapon.WeaponProvider,
            dev.vsa.detectors.wrongway.WrongWayProvider,
            dev.vsa.detectors.zoneintrusion.ZoneIntrusionProvider;
}
