package dev.restamp.tracker.flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what describes a Flyway project: a configuration file, or a folder of files that are named like migrations. */
final class ConfigurationFiles {
    /** Where scripts are if no file says it, from the folder of the project. */
    static final List<String> USUAL_FOLDERS =
            List.of("sql", "migrations", "src/main/resources/db/migration", "db/migration");

    private static final List<String> USUAL_FILES =
            List.of("flyway.toml", "conf/flyway.toml", "flyway.user.toml", "flyway.conf", "conf/flyway.conf");

    private ConfigurationFiles() {}

    /**
     * A project.
     *
     * @param file empty where only a folder was found
     * @param folder in which Flyway would be run
     * @param scripts the folder of the scripts where no file says it; empty where one does
     */
    record Found(Optional<Path> file, Path folder, Optional<Path> scripts) {}

    /** What this folder holds, or this file is. Reads no script. */
    static Optional<Found> find(Path place) {
        if (Files.isRegularFile(place)) {
            return isConfiguration(place)
                    ? Optional.of(configured(place))
                    : Optional.of(place).filter(ConfigurationFiles::isScript).map(ConfigurationFiles::beside);
        }
        return USUAL_FILES.stream()
                .map(place::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> new Found(Optional.of(file), place, Optional.empty()))
                .or(() -> scripts(place).map(scripts -> new Found(Optional.empty(), place, Optional.of(scripts))));
    }

    private static Found configured(Path file) {
        var folder = parent(file);
        var above = folder.endsWith("conf") ? parent(folder) : folder;
        return new Found(Optional.of(file), above, Optional.empty());
    }

    private static Found beside(Path script) {
        return new Found(Optional.empty(), parent(script), Optional.of(parent(script)));
    }

    private static Path parent(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(file);
    }

    private static Optional<Path> scripts(Path place) {
        return Stream.concat(Stream.of(place), USUAL_FOLDERS.stream().map(place::resolve))
                .filter(ConfigurationFiles::holdsScripts)
                .findFirst();
    }

    /** Whether a file in it, or in a folder in it, is named like a migration. */
    static boolean holdsScripts(Path folder) {
        return Files.isDirectory(folder) && any(folder, isUsual(folder) ? 3 : 1);
    }

    private static boolean isUsual(Path folder) {
        return USUAL_FOLDERS.stream().anyMatch(folder::endsWith);
    }

    private static boolean any(Path folder, int depth) {
        try (var files =
                Files.find(folder, depth, (file, attributes) -> attributes.isRegularFile() && isScript(file))) {
            return files.findFirst().isPresent();
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    private static boolean isScript(Path file) {
        return Naming.USUAL.parse(String.valueOf(file.getFileName())).isPresent();
    }

    private static boolean isConfiguration(Path file) {
        var name = String.valueOf(file.getFileName());
        if (name.endsWith(".toml")) {
            return mentions(file, "[flyway") || mentions(file, "[environments.");
        }
        return name.endsWith(".conf") && mentions(file, "flyway.") && !isScript(stripped(file, ".conf"));
    }

    /** The configuration of a single script is named after it: {@code V1__users.sql.conf}. */
    private static Path stripped(Path file, String ending) {
        var name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.length() - ending.length()));
    }

    private static boolean mentions(Path file, String word) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
