package dev.restamp.tracker.flyway;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Scripts and rows side by side, each with the state that {@code flyway info} shows for it.
 *
 * <p>Flyway works its states out on a connection of its own; here the rows are already read. The words are the library's.
 */
final class Standing {
    /** A migration in its state; at least one of both is there. */
    record Entry(Optional<Migration> migration, Optional<HistoryRow> row, MigrationState state) {}

    private final List<Migration> resolved;
    private final List<HistoryRow> rows;
    private final boolean outOfOrder;
    private final Set<HistoryRow> deleted = new HashSet<>();
    private final Set<HistoryRow> undone = new HashSet<>();
    private final Set<HistoryRow> late = new HashSet<>();
    private final Map<String, Integer> latestRun = new HashMap<>();
    private MigrationVersion lastApplied = MigrationVersion.EMPTY;
    private MigrationVersion lastResolved = MigrationVersion.EMPTY;
    private Optional<MigrationVersion> appliedBaseline = Optional.empty();
    private Optional<MigrationVersion> pendingBaseline = Optional.empty();
    private Optional<MigrationVersion> target;

    private Standing(List<Migration> resolved, List<HistoryRow> rows, String target, boolean outOfOrder) {
        this.resolved = resolved.stream()
                .filter(migration -> migration.kind() != MigrationName.Kind.UNDO)
                .toList();
        this.rows = rows.stream().sorted(comparingInt(HistoryRow::rank)).toList();
        this.outOfOrder = outOfOrder;
        this.target = target(target);
        lookAtRows();
        lookAtScripts();
        if (target.equalsIgnoreCase("current")) {
            this.target = Optional.of(lastApplied);
        }
    }

    /**
     * Rows in the order of their rank, then what has none.
     *
     * @param target as it is configured: {@code latest}, {@code 2.1}
     */
    static List<Entry> of(List<Migration> resolved, List<HistoryRow> rows, String target, boolean outOfOrder) {
        var standing = new Standing(resolved, rows, target, outOfOrder);
        var entries = standing.entries();
        if (target.equalsIgnoreCase("next")) {
            standing.target = entries.stream()
                    .filter(entry -> entry.state() == MigrationState.PENDING)
                    .flatMap(entry -> entry.migration().stream())
                    .flatMap(migration -> migration.version().stream())
                    .min(MigrationVersion::compareTo);
            return standing.entries();
        }
        return entries;
    }

    private static Optional<MigrationVersion> target(String target) {
        return target.matches("(?i)latest|next|current|")
                ? Optional.empty()
                : Optional.of(MigrationVersion.fromVersion(target.replace("?", "")));
    }

    private void lookAtRows() {
        for (var row : rows) {
            if (row.success() && (row.isDelete() || row.isUndo())) {
                takeBack(row);
            }
            if (row.version().isEmpty()) {
                latestRun.merge(row.description(), row.rank(), Math::max);
            } else if (row.isBaseline()) {
                appliedBaseline = later(appliedBaseline, row.version().get());
            }
        }
        rows.stream()
                .filter(row -> row.version().isPresent() && !(row.isDelete() && row.success()))
                .forEach(this::run);
    }

    /** The last run of that migration that still counts does not count any more. */
    private void takeBack(HistoryRow by) {
        rows.stream()
                .filter(row -> row.rank() < by.rank() && row.isAbout(by) && !row.isSynthetic() && !row.isUndo())
                .reduce((_, second) -> second)
                .ifPresent((by.isDelete() ? deleted : undone)::add);
    }

    private void run(HistoryRow row) {
        var version = row.version().orElseThrow();
        if (version.compareTo(lastApplied) <= 0) {
            late.add(row);
        } else if (!row.isDelete() && !row.isUndo() && !deleted.contains(row) && !undone.contains(row)) {
            lastApplied = version;
        }
    }

    private void lookAtScripts() {
        for (var migration : resolved) {
            migration
                    .version()
                    .filter(version -> version.compareTo(lastResolved) > 0)
                    .ifPresent(version -> lastResolved = version);
            if (isBaseline(migration) && isPending(migration)) {
                pendingBaseline = later(pendingBaseline, migration.version().orElseThrow());
            }
        }
    }

    private static Optional<MigrationVersion> later(Optional<MigrationVersion> one, MigrationVersion other) {
        return one.filter(version -> version.compareTo(other) >= 0).or(() -> Optional.of(other));
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (var row : rows) {
            if (!(row.isDelete() && row.success() && row.version().isPresent())) {
                var script = resolved.stream()
                        .filter(migration -> row.isFor(migration) && isOneKind(migration, row))
                        .findFirst();
                entries.add(new Entry(script, Optional.of(row), state(row, script)));
            }
        }
        resolved.stream()
                .filter(this::isPending)
                .forEach(migration ->
                        entries.add(new Entry(Optional.of(migration), Optional.empty(), state(migration))));
        return entries;
    }

    /** A version may have a script and a baseline; a row is that of its own type. */
    private static boolean isOneKind(Migration migration, HistoryRow row) {
        return migration.version().isEmpty() || migration.type().equals(row.type());
    }

    private boolean isPending(Migration migration) {
        return rows.stream()
                .noneMatch(row -> row.isFor(migration) && isOneKind(migration, row) && stands(row, migration));
    }

    private boolean stands(HistoryRow row, Migration migration) {
        return !deleted.contains(row)
                && !undone.contains(row)
                && !row.isDelete()
                && (row.version().isPresent()
                        || (isLatest(row) && (!migration.hasCertainChecksum() || migration.matches(row.checksum()))));
    }

    private boolean isLatest(HistoryRow row) {
        return latestRun.getOrDefault(row.description(), row.rank()) == row.rank();
    }

    private MigrationState state(Migration migration) {
        var plain = plainState(migration);
        if (!isBaseline(migration)) {
            return plain;
        }
        var used = appliedBaseline.isPresent() || !lastApplied.equals(MigrationVersion.EMPTY);
        if (plain == MigrationState.PENDING && used) {
            return MigrationState.IGNORED;
        }
        return plain == MigrationState.BASELINE_IGNORED && migration.version().equals(pendingBaseline) && !used
                ? MigrationState.PENDING
                : plain;
    }

    private MigrationState plainState(Migration migration) {
        if (migration.version().isEmpty()) {
            return MigrationState.PENDING;
        }
        var version = migration.version().get();
        var baseline = lastApplied.equals(MigrationVersion.EMPTY) ? pendingBaseline : appliedBaseline;
        if (baseline.isPresent() && version.compareTo(baseline.get()) <= 0) {
            return version.equals(baseline.get()) ? MigrationState.BASELINE_IGNORED : MigrationState.BELOW_BASELINE;
        }
        if (target.isPresent() && version.compareTo(target.get()) > 0) {
            return MigrationState.ABOVE_TARGET;
        }
        return version.compareTo(lastApplied) < 0 && !outOfOrder ? MigrationState.IGNORED : MigrationState.PENDING;
    }

    private MigrationState state(HistoryRow row, Optional<Migration> script) {
        if (undone.contains(row)) {
            return MigrationState.UNDONE;
        }
        if (deleted.contains(row)) {
            return MigrationState.DELETED;
        }
        if (row.isDelete()) {
            return MigrationState.SUCCESS;
        }
        if (row.isBaseline()) {
            return baselineState(row, script);
        }
        if (script.isEmpty() && (row.version().isPresent() || isLatest(row))) {
            return missing(row);
        }
        if (!row.success()) {
            return MigrationState.FAILED;
        }
        if (row.version().isEmpty() && !row.isSchema()) {
            return repeatableState(row, script);
        }
        return late.contains(row) ? MigrationState.OUT_OF_ORDER : MigrationState.SUCCESS;
    }

    private MigrationState baselineState(HistoryRow row, Optional<Migration> script) {
        if (row.isSynthetic()) {
            return MigrationState.BASELINE;
        }
        if (!row.success()) {
            return MigrationState.FAILED;
        }
        return script.isEmpty() ? missing(row) : MigrationState.BASELINE;
    }

    private MigrationState missing(HistoryRow row) {
        if (row.isSchema()) {
            return MigrationState.SUCCESS;
        }
        var future = row.version()
                .filter(version -> version.compareTo(lastResolved) >= 0)
                .isPresent();
        if (future) {
            return row.success() ? MigrationState.FUTURE_SUCCESS : MigrationState.FUTURE_FAILED;
        }
        return row.success() ? MigrationState.MISSING_SUCCESS : MigrationState.MISSING_FAILED;
    }

    private MigrationState repeatableState(HistoryRow row, Optional<Migration> script) {
        if (!isLatest(row)) {
            return MigrationState.SUPERSEDED;
        }
        var same = script.filter(found -> !found.hasCertainChecksum() || found.matches(row.checksum()));
        return same.isPresent() ? MigrationState.SUCCESS : MigrationState.OUTDATED;
    }

    private static boolean isBaseline(Migration migration) {
        return migration.kind() == MigrationName.Kind.BASELINE;
    }
}
