package dev.restamp.tracker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the machine: on the path, or where daemons are, which is not on every user's path. */
public final class Programs {
    private Programs() {}

    public static Optional<Path> find(String name) {
        return find(name, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /** @param path as {@code $PATH} has it */
    public static Optional<Path> find(String name, String path) {
        return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Those that are not there. */
    public static List<String> missing(List<String> wanted) {
        return wanted.stream().filter(name -> find(name).isEmpty()).toList();
    }
}
