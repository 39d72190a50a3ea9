package dev.restamp.tracker.flyway;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.tracker.sql.SqlReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a configuration says, with Flyway's own default where it says nothing. A part that comes from the environment or
 * a vault is not known: {@link SqlReader#HOLE} stands for it.
 */
final class Settings {
    /** What is in a configuration and is never kept: who may read it is none of Restamp's business. */
    private static final List<String> SECRETS = List.of("url", "user", "password", "jdbcproperties", "licensekey");

    static final String USUAL_TABLE = "flyway_schema_history";
    private static final Set<String> OF_MIGRATE = Set.of(
            "baselineDescription",
            "baselineMigrationPrefix",
            "baselineOnMigrate",
            "baselineVersion",
            "batch",
            "createSchemas",
            "defaultSchema",
            "detectEncoding",
            "encoding",
            "executeInTransaction",
            "failOnMissingLocations",
            "group",
            "ignoreMigrationPatterns",
            "initSql",
            "installedBy",
            "lockRetryCount",
            "mixed",
            "outOfOrder",
            "outputQueryResults",
            "placeholderPrefix",
            "placeholderReplacement",
            "placeholderSeparator",
            "placeholderSuffix",
            "repeatableSqlMigrationPrefix",
            "schemas",
            "skipDefaultCallbacks",
            "sqlMigrationPrefix",
            "sqlMigrationSeparator",
            "sqlMigrationSuffixes",
            "stream",
            "table",
            "tablespace",
            "target",
            "validateMigrationNaming",
            "validateOnMigrate");

    private static final String PLACEHOLDERS = "placeholders.";

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param values by Flyway's names without {@code flyway.}: {@code placeholders.owner} */
    Settings(Map<String, String> values) {
        values.forEach((key, value) -> {
            if (SECRETS.stream().noneMatch(key.toLowerCase(Locale.ROOT)::startsWith)) {
                this.values.put(key, value);
            }
        });
    }

    /** What matters to {@code migrate}, under Flyway's full names. */
    Map<String, String> ofMigrate() {
        var told = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> {
            if (isOfMigrate(key)) {
                told.put("flyway." + key, value);
            }
        });
        return told;
    }

    /** Of these, what is not known. */
    List<String> unknown() {
        return values.entrySet().stream()
                .filter(entry -> isOfMigrate(entry.getKey()) && entry.getValue().indexOf(SqlReader.HOLE) >= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isOfMigrate(String key) {
        return OF_MIGRATE.contains(key)
                || key.regionMatches(true, 0, PLACEHOLDERS, 0, PLACEHOLDERS.length())
                || key.startsWith("postgresql.");
    }

    /** Empty where Flyway's own default counts. */
    List<String> locations() {
        return list("locations");
    }

    String table() {
        return text("table", USUAL_TABLE);
    }

    Optional<String> tablespace() {
        return optional("tablespace");
    }

    /** The schema of the history table and of names without one; empty where the connection's own counts. */
    Optional<String> schema() {
        return optional("defaultSchema").or(() -> schemas().stream().findFirst());
    }

    List<String> schemas() {
        return list("schemas");
    }

    String baselineVersion() {
        return text("baselineVersion", "1");
    }

    String baselineDescription() {
        return text("baselineDescription", "<< Flyway Baseline >>");
    }

    Naming naming() {
        return Naming.of(
                text("sqlMigrationPrefix", "V"),
                text("repeatableSqlMigrationPrefix", "R"),
                text("baselineMigrationPrefix", "B"),
                text("undoSqlMigrationPrefix", "U"),
                text("sqlMigrationSeparator", "__"),
                values.containsKey("sqlMigrationSuffixes") ? list("sqlMigrationSuffixes") : List.of(".sql"));
    }

    /** The version that {@code migrate} stops at: {@code latest}, {@code current}, {@code next} or a number. */
    String target() {
        return text("target", "latest");
    }

    /** Whether a schema that is not empty gets a baseline where there is no history table. */
    boolean baselineOnMigrate() {
        return flag("baselineOnMigrate", false);
    }

    boolean outOfOrder() {
        return flag("outOfOrder", false);
    }

    boolean validateNaming() {
        return flag("validateMigrationNaming", false);
    }

    /** Whether {@code migrate} compares scripts and rows first. */
    boolean validates() {
        return flag("validateOnMigrate", true);
    }

    /** {@code *:future}: kinds of migrations and states that {@code validate} does not mind. */
    List<String> ignorePatterns() {
        return values.containsKey("ignoreMigrationPatterns") ? list("ignoreMigrationPatterns") : List.of("*:future");
    }

    /** Who stands in new rows; empty for the user of the connection. */
    Optional<String> installedBy() {
        return optional("installedBy");
    }

    Charset encoding() {
        return charset(text("encoding", StandardCharsets.UTF_8.name()));
    }

    /** Whether the encoding of each file is guessed first. */
    boolean detectEncoding() {
        return flag("detectEncoding", false);
    }

    boolean replacesPlaceholders() {
        return flag("placeholderReplacement", true);
    }

    String placeholderPrefix() {
        return text("placeholderPrefix", "${");
    }

    String placeholderSuffix() {
        return text("placeholderSuffix", "}");
    }

    /** Between {@code flyway} and the name of a placeholder that Flyway itself fills. */
    String placeholderSeparator() {
        return text("placeholderSeparator", ":");
    }

    Map<String, String> placeholders() {
        var placeholders = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((key, value) -> {
            if (key.regionMatches(true, 0, PLACEHOLDERS, 0, PLACEHOLDERS.length())) {
                placeholders.put(key.substring(PLACEHOLDERS.length()), value);
            }
        });
        return placeholders;
    }

    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new Problem(
                    Exit.PROJECT,
                    "encoding is \"" + name + "\", which is no encoding",
                    "write a name like UTF-8",
                    unknown);
        }
    }

    private String text(String key, String preset) {
        return values.getOrDefault(key, preset);
    }

    private Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    private List<String> list(String key) {
        return Arrays.stream(text(key, "").split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private boolean flag(String key, boolean preset) {
        return switch (text(key, String.valueOf(preset)).strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new Problem(
                        Exit.PROJECT,
                        key + " is neither true nor false in the configuration of Flyway",
                        "write true or false");
        };
    }
}
