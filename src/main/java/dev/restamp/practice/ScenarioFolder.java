package dev.restamp.practice;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.practice.Scenario.Break;
import dev.restamp.practice.Scenario.Script;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the folder of a scenario. Whatever is wrong is said with the file it is wrong in. */
final class ScenarioFolder {
    private static final String DESCRIPTION = "scenario.properties";
    private static final String SQL = ".sql";

    /** They are names of databases, and part of a URL as they are. */
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}";

    static final String NAME_RULE = "up to 40 letters, digits, - _ and .";

    private static final Set<String> TAKEN = Set.of("original", "postgres", "template0", "template1");

    private static final String TOOLS = "tools";

    private final Path folder;
    private final Optional<String> tool;

    private ScenarioFolder(Path folder, Optional<String> tool) {
        this.folder = folder;
        this.tool = tool;
    }

    /** Those in our own resources. */
    static List<Scenario> all(Path resources) throws IOException {
        var all = new ArrayList<Scenario>();
        for (var folder : ResourceFolder.list(resources)) {
            if (isIn(folder)) {
                all.add(new ScenarioFolder(folder, Optional.empty()).read(Optional.empty()));
            }
        }
        return List.copyOf(all);
    }

    /** One of ours, told for another tool. */
    static Scenario ours(Path folder, String tool) throws IOException {
        return new ScenarioFolder(folder, Optional.of(tool)).checkedTool().read(Optional.empty());
    }

    static Scenario user(Path folder, String tool) {
        return user(folder, Optional.of(tool));
    }

    static Scenario user(Path folder) {
        return user(folder, Optional.empty());
    }

    private static Scenario user(Path folder, Optional<String> tool) {
        var place = folder.toAbsolutePath().normalize();
        try {
            return new ScenarioFolder(place, tool).checked(folder).checkedTool().read(Optional.of(place));
        } catch (MalformedInputException notText) {
            throw new Problem(Exit.USAGE, "a file in " + folder + " is not UTF-8", "docs/practice.md", notText);
        } catch (IOException failure) {
            throw new Problem(Exit.USAGE, "cannot read " + folder + ": " + failure, "docs/practice.md", failure);
        }
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(DESCRIPTION));
    }

    static boolean canBeDatabase(String name) {
        return name.matches(NAME) && !TAKEN.contains(name);
    }

    static String cannotName(String name) {
        return "\"" + name + "\" cannot name a practice database";
    }

    private ScenarioFolder checked(Path asTyped) {
        if (!Files.isDirectory(folder)) {
            throw new Problem(Exit.USAGE, "there is no folder " + asTyped, "practice list names what there is");
        }
        if (!isIn(folder)) {
            throw new Problem(
                    Exit.USAGE,
                    asTyped + " holds no scenario: it has no " + DESCRIPTION,
                    "practice record FOLDER makes one of the database that is open");
        }
        if (!Files.isDirectory(folder.resolve("project"))) {
            throw new Problem(
                    Exit.USAGE, asTyped + " has no folder project", "it holds the migration project: alembic.ini");
        }
        return this;
    }

    /** The part of a scenario's folder that is a tool's. */
    static Path part(Path folder, Optional<String> tool) {
        return tool.map(name -> folder.resolve(TOOLS, name)).orElse(folder);
    }

    /** The tools that a scenario is told for besides its own: those with a project. */
    static List<String> tools(Path folder) throws IOException {
        return list(folder.resolve(TOOLS)).stream()
                .filter(tool -> Files.isDirectory(tool.resolve("project")))
                .map(ScenarioFolder::last)
                .toList();
    }

    /** The same of a user's folder. */
    static List<String> userTools(Path folder) {
        try {
            return tools(folder);
        } catch (IOException failure) {
            throw new Problem(Exit.USAGE, "cannot read " + folder + ": " + failure, "docs/practice.md", failure);
        }
    }

    private ScenarioFolder checkedTool() throws IOException {
        if (tool.isPresent() && !Files.isDirectory(part(folder, tool).resolve("project"))) {
            var told = tools(folder);
            throw new Problem(
                    Exit.USAGE,
                    last(folder) + " is not told for " + tool.get(),
                    told.isEmpty() ? "practice start " + last(folder) : "--tool " + String.join(", --tool ", told));
        }
        return this;
    }

    private Scenario read(Optional<Path> own) throws IOException {
        var description = properties(DESCRIPTION);
        var databases = databases(description);
        return new Scenario(
                last(folder),
                text(description, DESCRIPTION, "title"),
                Optional.ofNullable(description.getProperty("contents")).orElse(databases.size() + " databases"),
                own,
                tool,
                build(),
                databases,
                breaks(databases));
    }

    private SequencedMap<String, Script> databases(Properties description) throws IOException {
        var there = new ArrayList<String>();
        for (var file : list(part(folder, tool).resolve("databases"))) {
            if (last(file).endsWith(SQL)) {
                there.add(last(file).substring(0, last(file).length() - SQL.length()));
            }
        }
        var databases = new LinkedHashMap<String, Script>();
        for (var name : inOrder(there, Optional.ofNullable(description.getProperty("databases")))) {
            if (!canBeDatabase(name)) {
                throw wrong("databases/" + name + SQL, cannotName(name), NAME_RULE);
            }
            databases.put(name, script(part("databases/" + name + SQL)).orElseThrow());
        }
        if (databases.isEmpty()) {
            throw wrong(
                    "databases",
                    "there is no database",
                    "databases/shop.sql makes one called shop, a copy of what schema.sql builds");
        }
        return databases;
    }

    private List<String> inOrder(List<String> there, Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return there;
        }
        var order = Stream.of(wanted.get().split(",", -1)).map(String::strip).toList();
        if (!new HashSet<>(order).equals(new HashSet<>(there)) || order.size() != there.size()) {
            throw wrong(
                    DESCRIPTION,
                    "databases = " + wanted.get() + " does not name what is in databases: " + String.join(", ", there),
                    "name each of them once");
        }
        return order;
    }

    private SequencedMap<String, Break> breaks(SequencedMap<String, Script> databases) throws IOException {
        var breaks = new LinkedHashMap<String, Break>();
        for (var entry : list(part(folder, tool).resolve("breaks"))) {
            if (Files.isDirectory(entry)) {
                breaks.put(last(entry), readBreak(part("breaks/" + last(entry)), databases));
            }
        }
        if (tool.isPresent()) {
            addShared(breaks, databases);
        }
        return breaks;
    }

    /** Those that say nothing of a version table. */
    private void addShared(SequencedMap<String, Break> breaks, SequencedMap<String, Script> databases)
            throws IOException {
        for (var entry : list(folder.resolve("breaks"))) {
            var place = "breaks/" + last(entry);
            if (properties(place + "/break.properties").containsKey("anyTool")) {
                breaks.putIfAbsent(last(entry), readBreak(place, databases));
            }
        }
    }

    /** A file of the tool's part, as seen from the scenario's folder. */
    private String part(String file) {
        return tool.map(name -> TOOLS + "/" + name + "/" + file).orElse(file);
    }

    private Break readBreak(String place, SequencedMap<String, Script> databases) throws IOException {
        var file = place + "/break.properties";
        var description = properties(file);
        var database = text(description, file, "database");
        if (!databases.containsKey(database)) {
            throw wrong(file, "there is no database " + database, "it has " + String.join(", ", databases.keySet()));
        }
        return new Break(
                place.substring(place.lastIndexOf('/') + 1),
                text(description, file, "title"),
                database,
                script(place + "/break.sql").orElseThrow(() -> wrong(place, "it has no break.sql", "")));
    }

    private List<Script> build() throws IOException {
        var build = new ArrayList<Script>();
        for (var file : List.of("schema.sql", "data.sql", part("version.sql"))) {
            script(file).ifPresent(build::add);
        }
        return build;
    }

    private Optional<Script> script(String file) throws IOException {
        var path = folder.resolve(file);
        return Files.exists(path) ? Optional.of(new Script(file, Files.readString(path))) : Optional.empty();
    }

    private static List<Path> list(Path inside) throws IOException {
        return Files.isDirectory(inside) ? ResourceFolder.list(inside) : List.of();
    }

    private Properties properties(String file) throws IOException {
        var path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw wrong(file, "it is missing", "title = one line that says what is wrong");
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(path)) {
            properties.load(reader);
            return properties;
        } catch (IllegalArgumentException malformed) {
            throw wrong(file, "it is no properties file: " + malformed.getMessage(), "key = value, line by line");
        }
    }

    private String text(Properties properties, String file, String key) {
        var value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw wrong(file, "it has no " + key, key + " = …");
        }
        return value;
    }

    private Problem wrong(String file, String what, String hint) {
        return new Problem(Exit.USAGE, last(folder) + "/" + file + ": " + what, hint);
    }

    private static String last(Path path) {
        return String.valueOf(path.getFileName()).replace("/", "");
    }
}
