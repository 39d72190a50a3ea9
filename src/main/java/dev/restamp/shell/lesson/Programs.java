package dev.restamp.shell.lesson;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the machine that a lesson needs. */
final class Programs {
    private Programs() {}

    /** Those that are in none of the usual folders. */
    static List<String> missing(List<String> wanted) {
        return wanted.stream()
                .filter(name -> folders().noneMatch(folder -> Files.isExecutable(folder.resolve(name))))
                .toList();
    }

    /** Daemons are in folders that are not on everybody's path. */
    private static Stream<Path> folders() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }
}
