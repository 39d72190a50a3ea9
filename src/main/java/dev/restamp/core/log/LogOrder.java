package dev.restamp.core.log;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which one database has run the migrations of a project, and will run the rest: one line, in which what has
 * been applied comes first. In this order the last row implies those before it, as it does in Alembic, though in the project
 * a migration that has not run may stand before one that has.
 */
public final class LogOrder {
    private LogOrder() {}

    /**
     * The graph in that order; the project's own where nothing was left out.
     *
     * @param first ids in any order, in several groups: the first group comes first; each group in the order of the project
     */
    public static RevisionGraph of(RevisionGraph project, List<Set<String>> first) {
        var order = new LinkedHashSet<Revision>();
        var given = project.oldestFirst();
        first.forEach(group ->
                given.stream().filter(revision -> group.contains(revision.id())).forEach(order::add));
        order.addAll(given);
        return List.copyOf(order).equals(given) ? project : RevisionGraph.ofLog(line(order));
    }

    /**
     * What the rows come to in that order: the last of those that have been applied, then those that the project does not
     * know.
     */
    public static List<String> tip(RevisionGraph order, Set<String> applied) {
        var tip = new ArrayList<String>();
        order.newestFirst().stream()
                .map(Revision::id)
                .filter(applied::contains)
                .findFirst()
                .ifPresent(tip::add);
        applied.stream().filter(id -> order.get(id).isEmpty()).forEach(tip::add);
        return List.copyOf(tip);
    }

    private static List<Revision> line(Set<Revision> order) {
        var line = new ArrayList<Revision>();
        for (var revision : order) {
            var before =
                    line.isEmpty() ? List.<String>of() : List.of(line.getLast().id());
            line.add(revision.after(before));
        }
        return line;
    }
}
