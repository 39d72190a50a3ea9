package dev.restamp.core.revision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of a version table, read as far as they stand for revisions, and what targets mean to them. */
final class KnownRows {
    private final RevisionGraph graph;
    private final Set<String> rows;
    private final Set<String> remaining;
    private final Refusals refusals;
    private final RevisionNames names;
    private final Resolver resolver;

    KnownRows(RevisionGraph graph, List<String> rows, Set<String> remove) {
        this.graph = graph;
        this.rows = new LinkedHashSet<>(rows);
        remaining = new LinkedHashSet<>(rows);
        remaining.removeAll(remove);
        refusals = new Refusals(graph, rows);
        names = new RevisionNames(graph, refusals);
        resolver = new Resolver(graph, refusals, names);
    }

    /** In the order of the table, without duplicates. */
    Set<String> rows() {
        return rows;
    }

    /** Those that are not to be removed. */
    Set<String> remaining() {
        return remaining;
    }

    /** The revision that a row stands for. As in Alembic the beginning of an id, or a label, will do. */
    Optional<String> id(String row) {
        return resolver.row(row).map(Revision::id);
    }

    /** The revisions to stamp; none only for base, and in a project without revisions. */
    List<String> destinations(String target) {
        var identifier = Identifier.parse(target);
        if (identifier instanceof Identifier.BelowHeads && !remaining.isEmpty()) {
            throw refusals.countsFromHeads(target);
        }
        var found =
                resolver.resolve(target).stream().map(Revision::id).distinct().toList();
        if (found.isEmpty()
                && !(identifier instanceof Identifier.Base)
                && !graph.revisions().isEmpty()) {
            throw refusals.namesNothing(target);
        }
        return found;
    }

    /** The rows that give way to a target: those of its lineage, for base all. */
    List<String> replacedBy(String target) {
        var lineage = lineage(target);
        return rows.stream()
                .filter(row -> id(row).filter(lineage::contains).isPresent())
                .toList();
    }

    private Set<String> lineage(String target) {
        var tips = Identifier.parse(target) instanceof Identifier.Base(var label)
                ? label.<Collection<String>>map(
                                each -> List.of(names.labelled(each).id()))
                        .orElseGet(() ->
                                graph.revisions().stream().map(Revision::id).toList())
                : destinations(target);
        var lineage = graph.ancestors(tips);
        lineage.addAll(graph.descendants(tips));
        return lineage;
    }
}
