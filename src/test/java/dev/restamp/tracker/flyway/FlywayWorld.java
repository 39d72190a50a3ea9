package dev.restamp.tracker.flyway;

import dev.restamp.core.revision.TableRow;
import dev.restamp.core.schema.Schema;
import dev.restamp.postgres.CatalogReader;
import dev.restamp.postgres.Database;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.ToolConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A project in a folder, a database of its own, and Flyway itself with the same settings. */
final class FlywayWorld implements AutoCloseable {
    private static final String TABLE = "flyway_schema_history";

    private final Path folder;
    private final TestPostgres.TestDatabase database = TestPostgres.database();
    private final Database reading = database.open();
    private final ToolConnection connection = new ToolConnection(reading, "flyway");
    private final Map<String, String> settings = new LinkedHashMap<>();

    FlywayWorld(Path folder) {
        this.folder = folder;
        set("locations", "filesystem:sql");
    }

    /** The same project with an empty database. */
    FlywayWorld again() {
        var again = new FlywayWorld(folder);
        settings.forEach(again::set);
        return again;
    }

    FlywayWorld set(String key, String value) {
        settings.put(key, value);
        return file(
                "flyway.conf",
                settings.entrySet().stream()
                        .map(entry -> "flyway." + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
    }

    /** A script in the folder {@code sql}. */
    FlywayWorld script(String name, String text) {
        return file("sql/" + name, text);
    }

    FlywayWorld file(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).resolveSibling(""));
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    FlywayWorld remove(String script) {
        try {
            Files.delete(folder.resolve("sql").resolve(script));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path folder() {
        return folder;
    }

    TestPostgres.TestDatabase database() {
        return database;
    }

    Schema schema() {
        return reading.read(CatalogReader::read);
    }

    ToolConnection connection() {
        return connection;
    }

    FlywayProject project() {
        return (FlywayProject) new FlywayTracker().open(folder);
    }

    FlywayHistory history() {
        return project().history();
    }

    Flyway flyway() {
        var told = new LinkedHashMap<String, String>();
        settings.forEach((key, value) -> told.put("flyway." + key, value));
        told.put("flyway.locations", "filesystem:" + folder.resolve("sql"));
        return Flyway.configure()
                .configuration(told)
                .dataSource(connection.source())
                .load();
    }

    FlywayWorld migrate() {
        flyway().migrate();
        return this;
    }

    boolean hasTable() {
        return database.column("SELECT to_regclass('" + TABLE + "') IS NOT NULL")
                .equals(List.of("t"));
    }

    /** As the product reads them. */
    List<TableRow> rows() {
        if (!hasTable()) {
            return List.of();
        }
        try (var jdbc = database.connect();
                var statement = jdbc.createStatement();
                var result = statement.executeQuery("SELECT "
                        + HistoryForm.COLUMNS.stream()
                                .map(column -> column + "::text")
                                .collect(Collectors.joining(", "))
                        + " FROM " + TABLE + " ORDER BY installed_rank")) {
            var rows = new ArrayList<TableRow>();
            while (result.next()) {
                var row = new TableRow(Map.of());
                for (var column : HistoryForm.COLUMNS) {
                    row = row.with(column, result.getString(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** These rows instead of those, in a table as the product makes it where there is none. */
    FlywayWorld write(List<TableRow> rows) {
        if (!hasTable()) {
            project().versionTable().form().create(TABLE, TABLE).forEach(database::run);
        }
        database.run("DELETE FROM " + TABLE);
        rows.forEach(row -> database.run("INSERT INTO " + TABLE + " ("
                + String.join(", ", row.values().keySet()) + ") VALUES ("
                + row.values().values().stream().map(FlywayWorld::literal).collect(Collectors.joining(", "))
                + ")"));
        return this;
    }

    private static String literal(@Nullable String value) {
        return value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
    }

    /** Rows without what differs between two runs. */
    static List<TableRow> timeless(List<TableRow> rows) {
        return rows.stream()
                .map(row -> row.with("installed_on", "").with("execution_time", ""))
                .toList();
    }

    @Override
    public void close() {
        connection.close();
        reading.close();
    }
}
