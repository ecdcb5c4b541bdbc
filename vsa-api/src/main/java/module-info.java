/** The contracts of vsa: what a frame, a scene, an event and a detector are. Plain Java, no native code, no I/O. */
module dev.vsa.api {
    requires static transitive org.jspecify;

    exports dev.vsa;
    exports dev.vsa.event;
    exports dev.vsa.frame;
    exports dev.vsa.geometry;
    exports dev.vsa.scene;
    exports dev.vsa.spi;
}
