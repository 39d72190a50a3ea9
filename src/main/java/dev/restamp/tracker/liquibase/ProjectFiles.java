package dev.restamp.tracker.liquibase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files of a project by their names and first bytes. */
final class ProjectFiles {
    static final String PROPERTIES = "liquibase.properties";

    /** The folder of a Java project from which names on the class path count. */
    static final String RESOURCES = "src/main/resources";

    /** Enough for a licence at the top of the file. */
    private static final int FIRST_BYTES = 8192;

    private static final List<String> FOLDERS = List.of("", RESOURCES);
    private static final List<String> PLACES =
            List.of("db/changelog", "db", "changelog", "config/liquibase", "liquibase", "");
    private static final List<String> NAMES =
            List.of("db.changelog-master", "db.changelog", "changelog-master", "changelog", "dbchangelog", "master");
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".xml", ".json", ".sql");

    private static final Pattern XML = Pattern.compile("<(?:\\w+:)?databaseChangeLog\\b");
    private static final Pattern YAML = Pattern.compile("(?m)^[\"']?databaseChangeLog[\"']?\\s*:");
    private static final Pattern JSON = Pattern.compile("^\\s*\\{\\s*\"databaseChangeLog\"\\s*:");
    private static final Pattern SQL = Pattern.compile("^\\s*--\\s*liquibase\\s+formatted\\s+sql");

    private ProjectFiles() {}

    /** Whether the folder holds a project, or the file is the configuration or the changelog of one. */
    static boolean recognises(Path place) {
        if (Files.isRegularFile(place)) {
            return isProperties(place) || isChangelog(place);
        }
        return properties(place).isPresent() || changelog(place).isPresent();
    }

    /** By its name, or by naming a changelog. */
    static boolean isProperties(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".properties")
                && (name.contains("liquibase")
                        || beginning(file)
                                .lines()
                                .anyMatch(line -> line.matches(
                                        "(?i)\\s*(?:liquibase\\.command\\.)?change-?log-?file\\s*[=:].*")));
    }

    static boolean isChangelog(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) && holdsChangelog(name, beginning(file));
    }

    /** The properties of a folder. */
    static Optional<Path> properties(Path folder) {
        return FOLDERS.stream()
                .map(inner -> folder.resolve(inner).resolve(PROPERTIES))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The changelog of a folder that has no properties: one of the usual names at one of the usual places. */
    static Optional<Path> changelog(Path folder) {
        return FOLDERS.stream()
                .flatMap(inner -> PLACES.stream().map(folder.resolve(inner)::resolve))
                .filter(Files::isDirectory)
                .flatMap(ProjectFiles::usualNames)
                .filter(ProjectFiles::isChangelog)
                .findFirst();
    }

    private static Stream<Path> usualNames(Path folder) {
        return NAMES.stream()
                .flatMap(name -> ENDINGS.stream().map(ending -> folder.resolve(name + ending)))
                .filter(Files::isRegularFile);
    }

    private static boolean holdsChangelog(String name, String beginning) {
        if (name.endsWith(".xml")) {
            return XML.matcher(beginning).find();
        }
        if (name.endsWith(".sql")) {
            return SQL.matcher(beginning).find();
        }
        return name.endsWith(".json")
                ? JSON.matcher(beginning).find()
                : YAML.matcher(beginning).find();
    }

    private static String beginning(Path file) {
        try (var stream = Files.newInputStream(file)) {
            var text = new String(stream.readNBytes(FIRST_BYTES), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException unreadable) {
            return "";
        }
    }
}
