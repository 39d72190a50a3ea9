package dev.restamp.tracker.flyway;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a project is and what it is told.
 *
 * @param file what it was found by: a configuration file, or where there is none the folder of the scripts
 * @param folder in which Flyway would be run: relative locations are meant from there
 * @param files the configuration files that were read
 * @param notes a sentence each, without a full stop
 */
record Configuration(
        Path file, Path folder, List<Path> files, Settings settings, List<Location> locations, List<String> notes) {
    /** A file for people: from the folder of the project. */
    String shown(Path path) {
        var shown = path.startsWith(folder) ? folder.relativize(path).toString().replace('\\', '/') : path.toString();
        return shown.isEmpty() ? String.valueOf(path.getFileName()) : shown;
    }
}
