package dev.vsa.config;

import dev.vsa.config.Composites.Mapped;
import dev.vsa.config.Scalars.FilePath;
import dev.vsa.frame.FrameSource;
import dev.vsa.source.Sources;
import java.nio.file.Path;
import java.util.function.Supplier;

/** How the source of a camera is written. */
final class SourceFormat {

    static final Kind<Supplier<? extends FrameSource>> SOURCE = new Mapped<>(new FilePath(), Recording::new);

    private SourceFormat() {}

    private record Recording(Path file) implements Supplier<FrameSource> {

        @Override
        public FrameSource get() {
            return Sources.file(file);
        }
    }
}
