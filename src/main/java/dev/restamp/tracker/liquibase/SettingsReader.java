package dev.restamp.tracker.liquibase;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.tracker.ProjectChoice;
import dev.restamp.tracker.liquibase.Settings.OwnTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the changelog of a project and what it is to be read with. */
final class SettingsReader {
    private final ProjectChoice choice;
    private final List<String> notes;

    private SettingsReader(ProjectChoice choice) {
        this.choice = choice;
        this.notes = new ArrayList<>(choice.notes());
    }

    /** @throws Problem with {@code Exit.PROJECT} where there is no changelog */
    static Settings read(ProjectChoice choice) {
        return new SettingsReader(choice).read();
    }

    private Settings read() {
        var place = choice.place();
        if (Files.isRegularFile(place)) {
            return ProjectFiles.isProperties(place)
                    ? configured(place, Stream.of(choice.current(), parent(place)))
                    : bare(place);
        }
        var properties = ProjectFiles.properties(place);
        if (properties.isPresent()) {
            return configured(
                    properties.get(),
                    Stream.of(place, parent(properties.get()), place.resolve(ProjectFiles.RESOURCES)));
        }
        return bare(ProjectFiles.changelog(place).orElseThrow(this::nothing));
    }

    /** @param bases the folders Liquibase may be run in, the likeliest first */
    private Settings configured(Path file, Stream<Path> bases) {
        var properties = PropertiesFile.read(file);
        properties
                .unknown()
                .forEach(key -> notes.add("%s: %s is not known and has been passed over".formatted(name(file), key)));
        var candidates = bases.map(Path::normalize).distinct().toList();
        var changelog = properties.get("changelogfile").map(SettingsReader::onClassPath);
        if (changelog.isEmpty()) {
            return unnamed(file, properties);
        }
        for (var base : candidates) {
            var roots = roots(properties, base);
            if (roots.stream().anyMatch(root -> Files.isRegularFile(root.resolve(changelog.get())))) {
                return settings(file, properties, base, roots, changelog.get());
            }
        }
        throw new Problem(
                Exit.PROJECT,
                "%s names the changelog %s, which is not there".formatted(file, changelog.get()),
                "open the folder in which liquibase is run, or correct changelog-file in " + name(file));
    }

    /** Properties without a changelog: it is named on Liquibase's command line, or has a usual name. */
    private Settings unnamed(Path file, PropertiesFile properties) {
        var folder = Files.isDirectory(choice.place()) ? choice.place() : parent(file);
        var changelog = ProjectFiles.changelog(folder)
                .orElseThrow(() -> new Problem(
                        Exit.PROJECT,
                        file + " names no changelog, and there is none with a usual name",
                        "add changelog-file=… to it, or name the changelog itself: project <file>"));
        return settings(file, properties, changelog);
    }

    /** A changelog that nothing configures. */
    private Settings bare(Path changelog) {
        return settings(changelog, PropertiesFile.NONE, changelog);
    }

    private Settings settings(Path file, PropertiesFile properties, Path changelog) {
        var root = root(changelog);
        if (root.endsWith(ProjectFiles.RESOURCES)) {
            notes.add("names of changelogs count from %s, as on the class path".formatted(ProjectFiles.RESOURCES));
        }
        var name = root.relativize(changelog).toString().replace('\\', '/');
        return settings(file, properties, root, List.of(root), name);
    }

    private Settings settings(Path file, PropertiesFile properties, Path base, List<Path> roots, String changelog) {
        var defaultSchema = properties.get("defaultschemaname");
        return new Settings(
                file,
                Files.isDirectory(choice.place()) ? choice.place() : base,
                roots,
                changelog,
                properties.get("contextfilter", "contexts"),
                properties.get("labelfilter", "labels"),
                properties.parameters(),
                defaultSchema.map(SettingsReader::stored),
                new OwnTables(
                        properties
                                .get("liquibaseschemaname")
                                .or(() -> defaultSchema)
                                .map(SettingsReader::stored),
                        stored(properties.get("databasechangelogtablename").orElse("DATABASECHANGELOG")),
                        stored(properties.get("databasechangeloglocktablename").orElse("DATABASECHANGELOGLOCK"))),
                notes);
    }

    /** A name of one case is written without quotes, so PostgreSQL has it in small letters. */
    private static String stored(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var upper = name.toUpperCase(Locale.ROOT);
        return name.equals(upper) && name.matches("\\w+") ? lower : name;
    }

    private static List<Path> roots(PropertiesFile properties, Path base) {
        var searched = properties.get("searchpath").stream()
                .flatMap(path -> Stream.of(path.split(",")))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> base.resolve(entry).normalize())
                .filter(Files::isDirectory)
                .toList();
        return searched.isEmpty() ? List.of(base) : searched;
    }

    /** The name without what says that it is on the class path, as it is in a project of Spring Boot. */
    static String onClassPath(String changelog) {
        return changelog.replaceFirst("^classpath\\*?:/*", "").replace('\\', '/');
    }

    /** The folder from which the changelog's name counts, as Liquibase will have written it into its rows. */
    private Path root(Path changelog) {
        for (var folder = changelog.getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith(ProjectFiles.RESOURCES)) {
                return folder;
            }
        }
        if (Files.isDirectory(choice.place())) {
            return choice.place();
        }
        return changelog.startsWith(choice.current()) ? choice.current() : parent(changelog);
    }

    private Problem nothing() {
        return new Problem(
                Exit.PROJECT,
                "no liquibase.properties and no changelog in " + choice.place(),
                "name the folder that holds liquibase.properties, or the changelog itself");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path parent(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(file);
    }
}
