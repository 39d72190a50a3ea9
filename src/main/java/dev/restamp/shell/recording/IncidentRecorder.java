package dev.restamp.shell.recording;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.catalog.CatalogDiff;
import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.catalog.Scope;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.postgres.CatalogSnapshots;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.Sql;
import dev.restamp.postgres.VersionTableInfo;
import dev.restamp.practice.Practice;
import dev.restamp.practice.Scenario;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Records the database that is open, with the project, and proves on a private server that the recording is true. */
public final class IncidentRecorder {
    private final Session session;
    private final Cleaner cleaner;

    public IncidentRecorder(Session session) {
        this.session = session;
        this.cleaner = new Cleaner(session.console().redactor());
    }

    /** A database at one moment, with its project. */
    private record Seen(Inspection inspection, CatalogSnapshot catalog, List<String> searchPath) {
        static Seen of(Inspection inspection, Reading reading) {
            return new Seen(inspection, catalog(inspection, reading), reading.searchPath());
        }

        static CatalogSnapshot catalog(Inspection inspection, Reading reading) {
            return CatalogSnapshots.read(
                    reading, CatalogSnapshots.version(inspection.connection().database()));
        }

        List<String> verdict() {
            return inspection.findings().stream().map(Finding::code).toList();
        }
    }

    /**
     * Records.
     *
     * @param place a folder that is empty, or not there
     * @param name what the database is to be called in practice
     * @throws Problem where the folder is not empty, or something of the database cannot be read
     */
    public Recording record(Path place, String name) {
        refuseLogs();
        var folder = RecordingFolder.made(place);
        try {
            session.console().progress("recording: reading the database …");
            var seen = session.inspect(Seen::of);
            return record(folder, name, seen, rows(seen.inspection().table()));
        } catch (IOException failure) {
            folder.undo();
            throw new Problem(Exit.USAGE, "cannot write to " + place + ": " + failure, "another folder", failure);
        } catch (RuntimeException failure) {
            folder.undo();
            throw failure;
        } finally {
            session.console().clearProgress();
        }
    }

    /** What is written holds a project of Alembic and its rows. */
    private void refuseLogs() {
        var project = session.project();
        if (project.log().isPresent()) {
            throw new Problem(
                    Exit.PROJECT,
                    "only Alembic projects can be recorded yet, and this is one of "
                            + project.words().name(),
                    "practice start restored-dump --tool "
                            + project.words().name().toLowerCase(Locale.ROOT) + " has an incident to practise on");
        }
    }

    private Recording record(RecordingFolder folder, String name, Seen seen, List<String> rows) throws IOException {
        var wished = cleaner.clean(seen.catalog());
        var tables = wished.count(CatalogKind.TABLE);
        var leftOut = new ArrayList<String>();
        var copied =
                new ProjectCopy(seen.inspection(), cleaner).write(folder.path().resolve("project"), leftOut);
        try (var practice = start(blank(folder.path(), name))) {
            var empty = session.inspectBeside(practice, Seen::catalog);
            var schema = SchemaScript.tried(wished, empty, practice, name);
            leftOut.addAll(schema.leftOut());
            folder.write("schema.sql", schema.text(searchPath(seen)));
            folder.write("databases/" + name + ".sql", String.join("", rows));
            folder.write("scenario.properties", description(name, seen.verdict(), tables));
            session.console().progress("recording: building it once …");
            practice.rebuild(Scenario.in(folder.path()));
            var made = session.inspectBeside(practice, Seen::of);
            return new Recording(
                    folder.path(),
                    name,
                    tables,
                    schema.statements().size(),
                    rows.size(),
                    copied.scripts().size(),
                    copied.modules(),
                    leftOut,
                    cleaner.cleaned(),
                    CatalogDiff.between(made.catalog(), wished, Scope.USUAL),
                    seen.verdict(),
                    made.verdict());
        }
    }

    /** A superuser practises: what a role may not see cannot be recorded. */
    private static List<String> rows(VersionTableInfo table) {
        if (table.rows().state() == State.NOT_READABLE && table.columnType().isPresent()) {
            throw new Problem(
                    Exit.INCONCLUSIVE,
                    "the version rows cannot be recorded: " + table.why(),
                    "connect as a role that may read " + table.table().sql());
        }
        return table.rows().ids().stream()
                .map(id -> "INSERT INTO " + table.table().sql() + " (version_num) VALUES ("
                        + (id.isEmpty() && !table.primaryKey() ? "NULL" : Sql.literal(id)) + ");\n")
                .toList();
    }

    /** Of the role, because a setting of the database is not copied with it. */
    private static List<String> searchPath(Seen seen) {
        return seen.searchPath().equals(List.of("public"))
                ? List.of()
                : List.of("ALTER ROLE CURRENT_USER SET search_path TO "
                        + (seen.searchPath().isEmpty()
                                ? "''"
                                : seen.searchPath().stream()
                                        .map(Sql::identifier)
                                        .collect(Collectors.joining(", "))));
    }

    private static String description(String name, List<String> verdict, int tables) {
        return "# Written by practice record. The title is a line of your own: what was wrong, and when.\n"
                + "title = " + name + " as it was recorded: "
                + (verdict.isEmpty() ? "nothing wrong" : String.join(", ", verdict)) + "\n"
                + "contents = " + tables + " tables without rows\n";
    }

    /** A database with nothing in it, of the name and with the project. */
    private static Scenario blank(Path folder, String name) {
        var databases = new LinkedHashMap<String, Scenario.Script>();
        databases.put(name, new Scenario.Script("", ""));
        return new Scenario(
                name,
                "",
                "an empty database",
                Optional.of(folder),
                Optional.empty(),
                List.of(),
                databases,
                new LinkedHashMap<>());
    }

    private Practice start(Scenario scenario) {
        return Practice.start(
                scenario, session.state().practice(), what -> session.console().progress("recording: " + what + " …"));
    }
}
