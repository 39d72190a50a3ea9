package dev.restamp.tracker.flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lists the files of the locations that Flyway would look at. */
final class MigrationFolder {
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    private MigrationFolder() {}

    /** @param troubles locations that could not be listed, a sentence each */
    record Listing(List<Entry> entries, List<String> troubles) {}

    /**
     * A file below a location, whatever it is.
     *
     * @param path from the location, wildcards included, with slashes
     */
    record Entry(Path file, String path, Location location) {}

    /** A location inside another one adds nothing, as in Flyway: its files keep the longer path. */
    static Listing list(List<Location> locations) {
        var folder = new MigrationFolder();
        locations.stream()
                .sorted(Comparator.comparingInt(location -> location.root().getNameCount()))
                .forEach(folder::add);
        return new Listing(folder.entries, folder.troubles);
    }

    private void add(Location location) {
        if (!location.trouble().isEmpty()) {
            troubles.add(location.trouble());
            return;
        }
        try (var files = Files.find(
                location.root(), Integer.MAX_VALUE, (_, file) -> file.isRegularFile(), FileVisitOption.FOLLOW_LINKS)) {
            files.sorted(Comparator.comparing(Path::toString)).forEach(file -> add(file, location));
        } catch (IOException | UncheckedIOException unreadable) {
            troubles.add(location.root() + " cannot be listed");
        }
    }

    private void add(Path file, Location location) {
        var path = location.root().relativize(file).toString().replace('\\', '/');
        location.script(path)
                .filter(_ -> seen.add(file))
                .ifPresent(script -> entries.add(new Entry(file, script, location)));
    }
}
