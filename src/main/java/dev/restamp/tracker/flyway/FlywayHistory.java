package dev.restamp.tracker.flyway;

import dev.restamp.core.evidence.Finding;
import dev.restamp.core.log.MigrationLog;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.TableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.MigrationState;

/**
 * What the rows of {@code flyway_schema_history} say of the migrations of a project.
 *
 * @param line the migrations that are revisions, in order
 * @param resolved all that Flyway would see
 */
record FlywayHistory(List<Migration> line, List<Migration> resolved, Settings settings) implements MigrationLog {
    /** As {@code flyway info} would list them. */
    List<Standing.Entry> standing(List<TableRow> rows) {
        return Standing.of(resolved, understood(rows), settings.target(), settings.outOfOrder());
    }

    static List<HistoryRow> understood(List<TableRow> rows) {
        return rows.stream().map(HistoryRow::of).toList();
    }

    /** Ids in the order they ran; a baseline stands for all that have no higher version. */
    List<String> applied(List<TableRow> rows) {
        var ids = new LinkedHashSet<String>();
        standing(rows).stream()
                .filter(FlywayHistory::counts)
                .sorted(Comparator.comparingInt(
                        entry -> entry.row().map(HistoryRow::rank).orElse(0)))
                .forEach(entry -> ids.addAll(ids(entry.row().orElseThrow())));
        return List.copyOf(ids);
    }

    private static boolean counts(Standing.Entry entry) {
        return entry.row()
                .filter(row -> row.success() && !row.isSchema() && !row.isDelete() && !row.isUndo())
                .filter(_ -> switch (entry.state()) {
                    case DELETED, UNDONE, SUPERSEDED -> false;
                    default -> true;
                })
                .isPresent();
    }

    private List<String> ids(HistoryRow row) {
        return row.isBaseline() ? covered(row).stream().map(Migration::id).toList() : List.of(id(row));
    }

    /** The migrations that need no row of their own because of this baseline. */
    List<Migration> covered(HistoryRow baseline) {
        return line.stream()
                .filter(migration -> migration
                        .version()
                        .filter(version -> baseline.version()
                                .filter(up -> version.compareTo(up) <= 0)
                                .isPresent())
                        .isPresent())
                .toList();
    }

    /** The revision that a row is about, or where the project has none what would be its id. */
    String id(HistoryRow row) {
        return line.stream()
                .filter(row::isFor)
                .findFirst()
                .map(Migration::id)
                .or(() -> Optional.of(row.row().text("version")).filter(text -> !text.isEmpty()))
                .orElseGet(() -> stem(row.script()));
    }

    private static String stem(String script) {
        var name = script.substring(script.lastIndexOf('/') + 1);
        var dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    Optional<Migration> migration(String id) {
        return line.stream().filter(migration -> migration.id().equals(id)).findFirst();
    }

    @Override
    public List<Finding> findings(List<TableRow> rows, List<TableRow> locks) {
        var findings = new ArrayList<Finding>();
        for (var entry : standing(rows)) {
            entry.row()
                    .ifPresent(row -> Validation.finding(entry, row, this, rows).ifPresent(findings::add));
        }
        return findings;
    }

    @Override
    public Optional<String> obstacle(List<TableRow> rows, List<TableRow> locks) {
        return Validation.obstacle(standing(rows), this, rows);
    }

    @Override
    public Optional<String> obstacleWithoutTable() {
        return settings.baselineOnMigrate()
                ? Optional.empty()
                : Optional.of("Found non-empty schema(s) but no schema history table");
    }

    /** Of a repeatable one the last run counts, of a version that was deleted and may run again that it may. */
    @Override
    public Map<String, String> states(List<TableRow> rows) {
        var states = new LinkedHashMap<String, String>();
        for (var entry : standing(rows)) {
            var id = entry.migration()
                    .map(Migration::id)
                    .or(() -> entry.row().filter(row -> !row.isSchema()).map(this::id));
            id.filter(known -> !states.containsKey(known) || !isRunAgain(entry))
                    .ifPresent(known -> states.put(known, entry.state().getDisplayName()));
        }
        return states;
    }

    /** The second line that {@code info} has for a repeatable migration that was edited: its first says Outdated. */
    private static boolean isRunAgain(Standing.Entry entry) {
        return entry.state() == MigrationState.PENDING
                && entry.migration().filter(one -> one.version().isEmpty()).isPresent();
    }

    @Override
    public List<TableRow> marked(List<TableRow> rows, List<Revision> added, Set<String> dropped, String user) {
        var migrations = added.stream()
                .flatMap(revision -> migration(revision.id()).stream())
                .toList();
        return new HistoryMarker(this, rows, by(user)).marked(migrations, dropped);
    }

    @Override
    public List<TableRow> repaired(List<TableRow> rows, Set<String> ids, String user) {
        return new HistoryRepair(this, rows, by(user)).repaired(ids);
    }

    @Override
    public List<TableRow> baselined(List<TableRow> rows, Revision at, String user) {
        return new HistoryMarker(this, rows, by(user)).baselined(at.id());
    }

    private String by(String user) {
        return settings.installedBy().orElse(user);
    }
}
