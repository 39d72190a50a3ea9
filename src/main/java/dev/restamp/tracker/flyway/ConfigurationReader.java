package dev.restamp.tracker.flyway;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.tracker.ProjectChoice;
import dev.restamp.tracker.TextFile;
import dev.restamp.tracker.TomlFile;
import dev.restamp.tracker.flyway.ConfigurationFiles.Found;
import dev.restamp.tracker.sql.SqlReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what describes a project: TOML, or properties, or no file at all. */
final class ConfigurationReader {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");
    /** {@code ${env.PASSWORD}}, {@code ${vault.key}}. */
    private static final Pattern RESOLVED = Pattern.compile("\\$\\{([A-Za-z0-9_]+)\\.([^}]*)}");

    private final ProjectChoice choice;
    private final List<String> notes;
    private final List<Path> files = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    private final Function<String, Optional<String>> environment;

    private ConfigurationReader(ProjectChoice choice, Function<String, Optional<String>> environment) {
        this.choice = choice;
        this.environment = environment;
        this.notes = new ArrayList<>(choice.notes());
    }

    /**
     * Without a look at the environment: what comes from there is not known.
     *
     * @throws Problem if there is no project, or its configuration cannot be understood
     */
    static Configuration read(ProjectChoice choice) {
        return read(choice, _ -> Optional.empty());
    }

    /** As Flyway itself would read it in that environment. */
    static Configuration read(ProjectChoice choice, Map<String, String> environment) {
        return read(choice, name -> Optional.of(environment.getOrDefault(name, "")));
    }

    private static Configuration read(ProjectChoice choice, Function<String, Optional<String>> environment) {
        var found = ConfigurationFiles.find(choice.place())
                .orElseThrow(() -> new Problem(
                        Exit.PROJECT,
                        "no Flyway project in " + choice.place(),
                        "name its flyway.toml or flyway.conf, or the folder that holds its V1__name.sql"));
        return new ConfigurationReader(choice, environment).read(found);
    }

    private Configuration read(Found found) {
        found.file().ifPresent(file -> readFiles(file, found.folder()));
        var settings = new Settings(values);
        var locations = found.scripts()
                .map(scripts -> List.of(Location.folder(scripts)))
                .orElseGet(() -> locations(settings, found.folder()));
        return new Configuration(
                found.file().orElseGet(() -> found.scripts().orElseThrow()),
                found.folder(),
                files,
                settings,
                locations,
                notes);
    }

    private void readFiles(Path file, Path folder) {
        if (file.toString().endsWith(".toml")) {
            readToml(file);
            Optional.of(file.resolveSibling("flyway.user.toml"))
                    .filter(user -> file.endsWith("flyway.toml") && Files.isRegularFile(user))
                    .ifPresent(this::readToml);
            passedOver(folder);
        } else {
            readConf(file);
        }
    }

    private void passedOver(Path folder) {
        Stream.of("flyway.conf", "conf/flyway.conf")
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .forEach(name -> notes.add(name + " is passed over: there is a flyway.toml"));
    }

    private void readConf(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(VARIABLE.matcher(text(file))
                    .replaceAll(variable -> Matcher.quoteReplacement(environment(variable.group(1))))));
        } catch (IOException | IllegalArgumentException broken) {
            throw notRead(file, String.valueOf(broken.getMessage()), broken);
        }
        properties.forEach(
                (key, value) -> put(String.valueOf(key), String.valueOf(value).strip()));
    }

    private void put(String key, String value) {
        if (key.startsWith("flyway.")) {
            values.put(key.substring("flyway.".length()), value);
        }
    }

    private void readToml(Path file) {
        Map<String, Object> toml;
        try {
            toml = TomlFile.parse(text(file));
        } catch (IllegalArgumentException broken) {
            throw notRead(file, String.valueOf(broken.getMessage()), broken);
        }
        flatten("", toml.get("flyway"));
        environment(toml).ifPresent(this::readEnvironment);
    }

    private Optional<Map<?, ?>> environment(Map<String, Object> toml) {
        var name = values.getOrDefault("environment", "default");
        return toml.get("environments") instanceof Map<?, ?> all && all.get(name) instanceof Map<?, ?> one
                ? Optional.of(one)
                : Optional.empty();
    }

    /** Its schemas, and what it says otherwise than the rest; how to connect is not looked at. */
    private void readEnvironment(Map<?, ?> environment) {
        Optional.ofNullable(environment.get("schemas")).ifPresent(schemas -> flatten("schemas", schemas));
        flatten("", environment.get("flyway"));
    }

    private void flatten(String key, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Map<?, ?> table ->
                table.forEach((name, inner) -> flatten(key.isEmpty() ? String.valueOf(name) : key + "." + name, inner));
            case List<?> items ->
                values.put(key, String.join(",", items.stream().map(this::known).toList()));
            case Object one -> values.put(key, known(one));
        }
    }

    private String known(Object value) {
        return RESOLVED.matcher(String.valueOf(value))
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).equals("env") ? environment(found.group(2)) : unknown()));
    }

    private String environment(String name) {
        return environment.apply(name).orElseGet(ConfigurationReader::unknown);
    }

    private static String unknown() {
        return String.valueOf(SqlReader.HOLE);
    }

    private String text(Path file) {
        files.add(file);
        return TextFile.read(file)
                .orElseThrow(
                        () -> new Problem(Exit.PROJECT, "there is no " + file, "name another file, or its folder"));
    }

    private static Problem notRead(Path file, String why, Throwable cause) {
        return new Problem(Exit.PROJECT, file + " cannot be read: " + why, "correct the file, then `project`", cause);
    }

    private List<Location> locations(Settings settings, Path folder) {
        if (settings.locations().isEmpty()) {
            return List.of(usual(folder));
        }
        return settings.locations().stream()
                .flatMap(text -> Location.parse(text, List.of(folder, choice.current())).stream())
                .toList();
    }

    /** The command line takes {@code sql}, a build {@code db/migration} on the class path. */
    private Location usual(Path folder) {
        var there = ConfigurationFiles.USUAL_FOLDERS.stream()
                .filter(name -> Files.isDirectory(folder.resolve(name)))
                .toList();
        if (there.isEmpty()) {
            throw new Problem(
                    Exit.PROJECT,
                    "the configuration names no locations, and there is none of "
                            + String.join(", ", ConfigurationFiles.USUAL_FOLDERS) + " in " + folder,
                    "set locations, for example locations = [\"filesystem:sql\"]");
        }
        if (there.size() > 1) {
            notes.add("the configuration names no locations: %s is taken, not %s"
                    .formatted(there.getFirst(), String.join(", ", there.subList(1, there.size()))));
        }
        return Location.folder(folder.resolve(there.getFirst()));
    }
}
