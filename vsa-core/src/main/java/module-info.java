/** The engine of vsa: from a camera's frames to alerts. */
module dev.vsa.core {
    requires transitive dev.vsa.api;
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.microsoft.onnxruntime;
    requires java.net.http;
    requires org.bytedeco.ffmpeg;
    requires org.bytedeco.javacpp;
    requires org.slf4j;
    requires org.yaml.snakeyaml;
    requires dev.failsafe.core;

    exports dev.vsa.alert;
    exports dev.vsa.config;
    exports dev.vsa.engine;
    exports dev.vsa.evaluation;
    exports dev.vsa.model;
    exports dev.vsa.record;
    exports dev.vsa.sink.video;
    exports dev.vsa.sink;
    exports dev.vsa.source;

    opens dev.vsa.model to
            com.fasterxml.jackson.databind;

    uses dev.vsa.spi.EventDetectorProvider;
    uses dev.vsa.spi.FeatureProvider;
}
