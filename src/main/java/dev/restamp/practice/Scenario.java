package dev.restamp.practice;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * An incident to practise: a folder of resources beside this class.
 *
 * <pre>
 * restored-dump/
 *   scenario.properties    title, contents; databases, where their order matters: the last one is the one to work on
 *   project/               the migration project the user works in
 *   schema.sql, data.sql   build the original, from which the databases are copied
 *   databases/NAME.sql     what makes database NAME differ from the original
 *   breaks/NAME/           break.properties (title, database) and break.sql
 * </pre>
 *
 * @param name of the folder
 * @param title one line, lower case
 * @param contents what the original holds, for people: {@code 43 tables, 75 positions}
 * @param build the scripts of the original, in order
 * @param databases name to script
 * @param breaks by name
 */
public record Scenario(
        String name,
        String title,
        String contents,
        List<String> build,
        SequencedMap<String, String> databases,
        SequencedMap<String, Break> breaks) {
    private static final String DESCRIPTION = "scenario.properties";

    /**
     * One way to make it worse.
     *
     * @param title one line, lower case
     * @param database where {@code script} runs
     */
    public record Break(String name, String title, String database, String script) {}

    public Scenario {
        build = List.copyOf(build);
        databases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(databases));
        breaks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(breaks));
    }

    /** Every scenario there is, by name. */
    public static List<Scenario> all() {
        return ResourceFolder.open(Scenario::readAll);
    }

    /** @throws Problem if there is none of that name */
    public static Scenario named(String name) {
        var all = all();
        return all.stream()
                .filter(scenario -> scenario.name.equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "practice scenario",
                        name,
                        all.stream().map(Scenario::name).toList()));
    }

    /** @throws Problem if there is none of that name */
    Break breakNamed(String wanted) {
        var found = breaks.get(wanted);
        if (found == null) {
            throw unknown("break", wanted, List.copyOf(breaks.keySet()));
        }
        return found;
    }

    /** Writes the migration project to a folder that must not exist. */
    void unpackProject(Path target) {
        ResourceFolder.<Object>open(scenarios -> {
            ResourceFolder.copy(scenarios.resolve(name, "project"), target);
            return target;
        });
    }

    private static List<Scenario> readAll(Path scenarios) throws IOException {
        var all = new ArrayList<Scenario>();
        for (var folder : ResourceFolder.list(scenarios)) {
            if (Files.exists(folder.resolve(DESCRIPTION))) {
                all.add(read(folder));
            }
        }
        return List.copyOf(all);
    }

    private static Scenario read(Path folder) throws IOException {
        var description = properties(folder.resolve(DESCRIPTION));
        var build =
                List.of(Files.readString(folder.resolve("schema.sql")), Files.readString(folder.resolve("data.sql")));
        var databases = new LinkedHashMap<String, String>();
        for (var file : databaseFiles(folder, description)) {
            databases.put(last(file).replaceFirst("\\.sql$", ""), Files.readString(file));
        }
        var breaks = new LinkedHashMap<String, Break>();
        for (var entry : ResourceFolder.list(folder.resolve("breaks"))) {
            breaks.put(last(entry), readBreak(entry));
        }
        return new Scenario(
                last(folder), text(description, "title"), text(description, "contents"), build, databases, breaks);
    }

    private static List<Path> databaseFiles(Path folder, Properties description) throws IOException {
        var databases = folder.resolve("databases");
        var order = description.getProperty("databases");
        return order == null
                ? ResourceFolder.list(databases)
                : Stream.of(order.split(",", -1))
                        .map(name -> databases.resolve(name.strip() + ".sql"))
                        .toList();
    }

    private static Break readBreak(Path folder) throws IOException {
        var description = properties(folder.resolve("break.properties"));
        return new Break(
                last(folder),
                text(description, "title"),
                text(description, "database"),
                Files.readString(folder.resolve("break.sql")));
    }

    private static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static String text(Properties properties, String key) {
        var value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("no " + key + " in " + properties);
        }
        return value;
    }

    private static String last(Path path) {
        return String.valueOf(path.getFileName()).replace("/", "");
    }

    private static Problem unknown(String thing, String name, List<String> known) {
        return new Problem(Exit.USAGE, "no " + thing + " \"" + name + "\"", "known: " + String.join(", ", known));
    }
}
