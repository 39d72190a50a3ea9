package dev.restamp.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The resources beside this package, as a folder that can be listed: on disk in a build, inside the jar in a
 * distribution. Hence a scenario is found because its folder is there, and no list of files has to be kept.
 */
final class ResourceFolder {
    private static final URL HERE = Objects.requireNonNull(ResourceFolder.class.getResource("ResourceFolder.class"));

    private ResourceFolder() {}

    /** What to do with the folder while it is open. */
    interface Use<T> {
        T with(Path folder) throws IOException;
    }

    /** Opens the folder of this package's resources. Paths in it are of no use afterwards: read what is needed. */
    static <T> T open(Use<T> use) {
        try {
            if (!(HERE.openConnection() instanceof JarURLConnection jar)) {
                return use.with(parent(Path.of(HERE.toURI())));
            }
            try (var files =
                    FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                return use.with(parent(files.getPath("/", jar.getEntryName())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in a folder, by name. */
    static List<Path> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** Copies a folder with everything in it; {@code target} must not exist. */
    static void copy(Path folder, Path target) throws IOException {
        try (var entries = Files.walk(folder)) {
            for (var entry : (Iterable<Path>) entries::iterator) {
                Files.copy(entry, target.resolve(folder.relativize(entry).toString()));
            }
        }
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }
}
