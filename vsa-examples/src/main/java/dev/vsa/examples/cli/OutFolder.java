package dev.vsa.examples.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a run writes to, and what its files are called. */
record OutFolder(Path folder) {

    private static final Pattern SNAPSHOT = Pattern.compile("\\d{4,}-[a-z0-9-]+\\.jpg");

    /**
     * Makes the folder, if need be, and takes away the snapshots that an earlier run left in it: they would pass for those of
     * this one. Other files stay until they are replaced.
     *
     * @throws InputException if nothing can be written there
     */
    static OutFolder open(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputException(folder + " is a file, not a folder; choose another one with --out");
        }
        OutFolder out = new OutFolder(folder);
        try {
            Files.createDirectories(out.snapshots());
            try (DirectoryStream<Path> old = Files.newDirectoryStream(out.snapshots(), OutFolder::isSnapshot)) {
                for (Path file : old) {
                    Files.delete(file);
                }
            }
            Files.delete(Files.createTempFile(folder, ".vsa", ".try"));
            return out;
        } catch (IOException e) {
            throw new InputException(
                    folder + " cannot be written to (" + reason(e) + "); choose another folder with --out", e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof NoSuchFileException) {
            return "nothing can be created there";
        }
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
    }

    private static boolean isSnapshot(Path file) {
        return SNAPSHOT.matcher(String.valueOf(file.getFileName())).matches();
    }

    Path alerts() {
        return folder.resolve("alerts.jsonl");
    }

    Path video() {
        return folder.resolve("annotated.mp4");
    }

    Path report() {
        return folder.resolve("report.html");
    }

    Path snapshots() {
        return folder.resolve("snapshots");
    }

    /** The snapshot of an alert. */
    Path snapshot(int number, String event, String place) {
        String words = (event + "-" + place).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return snapshots().resolve(String.format(Locale.ROOT, "%04d-%s.jpg", number, words.replaceAll("^-|-$", "")));
    }
}
