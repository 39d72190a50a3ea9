package dev.restamp.tracker.liquibase;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.log.MigrationLog;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.TableRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/** The rows of {@code DATABASECHANGELOG}, as Liquibase reads and writes them. */
final class LiquibaseLog implements MigrationLog {
    private static final int DEPLOYMENT_DIGITS = 10;

    private final Changelog changelog;
    private final ChangeSets changeSets;
    private final String deployment;

    /** @param millis the time by which rows that are written together are known */
    LiquibaseLog(Changelog changelog, ChangeSets changeSets, long millis) {
        this.changelog = changelog;
        this.changeSets = changeSets;
        this.deployment = deployment(millis);
    }

    /** The last ten digits of a time. */
    static String deployment(long millis) {
        var digits = "%010d".formatted(millis);
        return digits.substring(digits.length() - DEPLOYMENT_DIGITS);
    }

    @Override
    public List<Finding> findings(List<TableRow> rows, List<TableRow> locks) {
        return changelog.with(() -> Stream.concat(
                        rows.stream().flatMap(row -> finding(row).stream()),
                        locks.stream()
                                .filter(LiquibaseLog::isHeld)
                                .map(lock -> new Finding.LockHeld(
                                        changelog.settings().tables().lock(), holder(lock))))
                .toList());
    }

    private Optional<Finding> finding(TableRow row) {
        var id = changeSets.id(Columns.name(row));
        var stored = row.text(Columns.CHECKSUM);
        return edited(row)
                .map(changeSet -> Checksums.isReadable(stored)
                        ? new Finding.EditedScript(id, stored, Checksums.now(changeSet, stored))
                        : new Finding.FailedRow(
                                id, "the row of %s has \"%s\" for a checksum, which is none".formatted(id, stored)));
    }

    private Optional<ChangeSet> edited(TableRow row) {
        return changeSets
                .get(changeSets.id(Columns.name(row)))
                .filter(changeSet -> Checksums.isEdited(changeSet, row.text(Columns.CHECKSUM)));
    }

    @Override
    public Optional<String> obstacle(List<TableRow> rows, List<TableRow> locks) {
        var held = locks.stream().filter(LiquibaseLog::isHeld).findFirst();
        if (held.isPresent() && !isUpToDate(rows)) {
            return Optional.of("it waits for its lock, which is held " + holder(held.get()) + ", and then gives up");
        }
        var edited = changelog.with(
                () -> rows.stream().filter(row -> edited(row).isPresent()).toList());
        return edited.isEmpty()
                ? Optional.empty()
                : Optional.of("Validation Failed: %d changesets check sum, the first %s"
                        .formatted(edited.size(), changeSets.id(Columns.name(edited.getFirst()))));
    }

    /** Then an update ends before it asks for the lock. */
    private boolean isUpToDate(List<TableRow> rows) {
        var applied = new HashSet<>(new ChangelogForm(changeSets).ids(rows));
        return changeSets.revisions().stream()
                .map(Revision::id)
                .allMatch(id -> applied.contains(id)
                        && changeSets.get(id).filter(ChangeSet::shouldAlwaysRun).isEmpty());
    }

    private static boolean isHeld(TableRow lock) {
        return Set.of("t", "true", "1").contains(lock.text(Columns.LOCKED).toLowerCase(Locale.ROOT));
    }

    /** {@code since 2026-03-01 10:00:00 by build7 (10.0.0.7)}. */
    private static String holder(TableRow lock) {
        var since = lock.text(Columns.LOCK_GRANTED);
        var who = lock.text(Columns.LOCKED_BY);
        return "since " + (since.isEmpty() ? "nobody noted when" : since) + " by "
                + (who.isEmpty() ? "nobody noted whom" : who);
    }

    @Override
    public Map<String, String> states(List<TableRow> rows) {
        return changelog.with(() -> {
            var states = new LinkedHashMap<String, String>();
            for (var row : rows) {
                var name = Columns.name(row);
                if (!changeSets.isLeftOut(name)) {
                    states.put(changeSets.id(name), state(row));
                }
            }
            return states;
        });
    }

    private String state(TableRow row) {
        var tag = row.text(Columns.TAG);
        return row.text(Columns.TYPE)
                + (tag.isEmpty() ? "" : ", tag " + tag)
                + (edited(row).isPresent() ? ", check sum differs" : "");
    }

    @Override
    public List<TableRow> marked(List<TableRow> rows, List<Revision> added, Set<String> dropped, String user) {
        var marked = new ArrayList<>(rows.stream()
                .filter(row -> !dropped.contains(changeSets.id(Columns.name(row))))
                .toList());
        changelog.with(() -> {
            var order = highest(rows);
            for (var revision : added) {
                var changeSet = changeSets.get(revision.id()).orElseThrow();
                marked.add(within(rows, ChangeSetRow.of(changeSet, ++order, deployment)));
            }
            return marked;
        });
        return List.copyOf(marked);
    }

    /** A row with the columns that the table has, which an older Liquibase may have made. */
    private static TableRow within(List<TableRow> rows, TableRow row) {
        if (rows.isEmpty()) {
            return row;
        }
        var values = new LinkedHashMap<String, @Nullable String>(row.values());
        values.keySet().retainAll(rows.getFirst().values().keySet());
        return new TableRow(values);
    }

    private static long highest(List<TableRow> rows) {
        return rows.stream()
                .map(row -> row.text(Columns.ORDER))
                .filter(order -> order.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    /** What Liquibase itself makes of them after {@code clear-checksums}. */
    @Override
    public List<TableRow> repaired(List<TableRow> rows, Set<String> ids, String user) {
        var wanted = new HashSet<>(ids);
        return changelog.with(() -> rows.stream()
                .map(row -> wanted.isEmpty() || wanted.contains(changeSets.id(Columns.name(row))) ? repaired(row) : row)
                .toList());
    }

    private TableRow repaired(TableRow row) {
        return edited(row)
                .map(changeSet -> row.with(Columns.CHECKSUM, Checksums.now(changeSet)))
                .orElse(row);
    }

    @Override
    public List<TableRow> baselined(List<TableRow> rows, Revision at, String user) {
        throw new Problem(Exit.USAGE, "Liquibase has no baseline: each change set has its row", "stamp " + at.id());
    }
}
