package dev.restamp.core.log;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.core.revision.RowChange;
import dev.restamp.core.revision.StampStep;
import dev.restamp.core.revision.Stamping;
import dev.restamp.core.revision.TableForm;
import dev.restamp.core.revision.TableRow;
import dev.restamp.core.revision.VersionRows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a stamp makes of the rows of a log.
 *
 * @param order the revisions in an order in which what counts as applied afterwards comes first
 * @param applied what counts as applied before, known to the project or not
 * @param believed what counts as applied afterwards
 * @param realigned those of them whose rows are brought in line with their scripts
 * @param alone whether nothing is said of where the schema is: only rows are put right
 */
public record LogStamping(
        RevisionGraph order,
        Set<String> applied,
        Set<String> believed,
        Set<String> realigned,
        boolean alone,
        Stamping stamping) {
    /** What is asked for. */
    public enum Wish {
        /** These and all before them count as applied, and nothing after them. */
        UP_TO,
        /** These count as applied too. */
        ONLY,
        /** All up to this one counts as applied, by one row. */
        BASELINE,
        /** What counts as applied stays; rows that stop the tool are brought in order. */
        REPAIR
    }

    /** Makes the rows of one project's table. */
    private record Work(MigrationLog log, TableForm form, RevisionGraph order, VersionRows before, String user) {
        Set<String> applied() {
            return new LinkedHashSet<>(form.ids(before.rows()));
        }

        LogStamping mark(List<Revision> targets, Wish wish, Set<String> remove) {
            var applied = applied();
            var wanted = new LinkedHashSet<>(applied);
            if (wish == Wish.UP_TO && !targets.isEmpty()) {
                var upTo = order.ancestors(targets.stream().map(Revision::id).toList());
                wanted.removeIf(id -> order.get(id).isPresent() && !upTo.contains(id));
                wanted.addAll(upTo);
            }
            targets.forEach(target -> wanted.add(target.id()));
            wanted.removeAll(remove);
            return of(marked(applied, wanted, remove), targets.isEmpty() || wish == Wish.ONLY);
        }

        LogStamping base(Set<String> remove) {
            var applied = applied();
            var wanted = new LinkedHashSet<>(applied);
            wanted.removeIf(id -> order.get(id).isPresent() || remove.contains(id));
            return of(marked(applied, wanted, remove), false);
        }

        private List<TableRow> marked(Set<String> applied, Set<String> wanted, Set<String> remove) {
            var added = order.oldestFirst().stream()
                    .filter(revision -> wanted.contains(revision.id()) && !applied.contains(revision.id()))
                    .toList();
            var dropped = new LinkedHashSet<>(applied);
            dropped.removeAll(wanted);
            dropped.addAll(remove);
            return log.marked(before.rows(), added, dropped, user);
        }

        /** Of rows that are changed and not new. */
        private Set<String> realigned(List<RowChange> changes, Set<String> believed) {
            var changed = changes.stream()
                    .filter(change -> change.from().isPresent())
                    .flatMap(change -> change.to().stream())
                    .toList();
            var ids = new LinkedHashSet<>(form.ids(changed));
            ids.retainAll(believed);
            return ids;
        }

        LogStamping of(List<TableRow> rows, boolean alone) {
            var applied = applied();
            var believed = new LinkedHashSet<>(form.ids(rows));
            var later = LogOrder.of(order, List.of(believed));
            var changes = RowChange.between(form.key(), before.rows(), rows);
            return new LogStamping(
                    later,
                    applied,
                    believed,
                    realigned(changes, believed),
                    alone,
                    new Stamping(
                            before.ids(),
                            LogOrder.tip(later, believed),
                            changes.stream().<StampStep>map(StampStep.Row::new).toList()));
        }
    }

    /**
     * @param order what the rows come to is a beginning of it
     * @param targets as typed; see {@link RevisionQuery#resolve}
     * @param remove ids whose rows are taken away, known or not
     * @param user the role that writes
     * @throws Problem if a target names no revision, or the tool has no such thing as is wished
     */
    public static LogStamping of(
            MigrationLog log,
            TableForm form,
            RevisionGraph order,
            VersionRows before,
            Wish wish,
            List<String> targets,
            Set<String> remove,
            String user) {
        var work = new Work(log, form, order, before, user);
        var query = RevisionQuery.of(order, before.ids());
        var found = new ArrayList<Revision>();
        targets.forEach(target -> found.addAll(query.resolve(target)));
        return switch (wish) {
            case UP_TO, ONLY ->
                found.isEmpty() && !targets.isEmpty() ? work.base(remove) : work.mark(found, wish, remove);
            case BASELINE -> work.of(log.baselined(before.rows(), one(found), user), false);
            case REPAIR ->
                work.of(
                        log.repaired(
                                before.rows(),
                                new LinkedHashSet<>(
                                        found.stream().map(Revision::id).toList()),
                                user),
                        true);
        };
    }

    /** The rows as they were before these changes, each of which must still be as it left its row. */
    public static LogStamping undo(TableForm form, RevisionGraph order, VersionRows before, List<RowChange> changes) {
        var rows = new ArrayList<>(before.rows());
        for (var change : changes.reversed()) {
            change.to().ifPresent(row -> {
                if (!rows.remove(row)) {
                    throw new Problem(
                            Exit.REFUSED, "the row " + change.identity() + " is no longer as it was left", "status");
                }
            });
        }
        changes.forEach(change -> change.from().ifPresent(rows::add));
        var applied = new LinkedHashSet<>(form.ids(before.rows()));
        var believed = new LinkedHashSet<>(form.ids(rows));
        var later = LogOrder.of(order, List.of(believed));
        var steps = changes.reversed().stream()
                .map(RowChange::reversed)
                .<StampStep>map(StampStep.Row::new)
                .toList();
        return new LogStamping(
                later,
                applied,
                believed,
                Set.of(),
                true,
                new Stamping(before.ids(), LogOrder.tip(later, believed), steps));
    }

    private static Revision one(List<Revision> targets) {
        if (targets.size() != 1) {
            throw new Problem(Exit.USAGE, "a baseline is at one revision", "stamp REV --baseline");
        }
        return targets.getFirst();
    }
}
