package dev.restamp.shell.command;

import dev.restamp.core.log.LogOrder;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.TableForm;
import dev.restamp.core.revision.TableRow;
import dev.restamp.postgres.VersionTableInfo;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.tracker.Project;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What {@code current} says of a table that has a row for each migration. */
final class LogRows {
    private LogRows() {}

    /**
     * The last one that has been applied and how many there are.
     *
     * @param all whether every row is listed, with what the tool says of it
     */
    static void show(VersionTableInfo table, Project project, boolean all, Report.Builder report) {
        var graph = project.graph();
        var rows = table.rows();
        var form = project.versionTable().form();
        var applied = form.ids(rows.rows());
        rows.ids().stream()
                .filter(id -> graph.get(id).isPresent())
                .forEach(id -> report.line(RevisionWords.line(graph, id)));
        var pending = graph.revisions().stream()
                .filter(revision -> !applied.contains(revision.id()))
                .count();
        report.line(Text.of(
                "  %s, %d rows; %s to run"
                        .formatted(rows.table(), rows.count(), project.words().revisions(Math.toIntExact(pending))),
                Style.FAINT));
        var states = project.log().orElseThrow().states(rows.rows());
        if (all) {
            report.block(grid(rows.rows(), form, states));
        }
        report.json(
                "rows",
                rows.rows().stream()
                        .map(row -> Json.object("id", form.about(row), "columns", row.values()))
                        .toList());
        report.json("states", states);
    }

    /** The revisions as this database runs them: the head is missing where any of them is. */
    static RevisionGraph order(VersionTableInfo table, Project project) {
        var applied = project.versionTable().form().ids(table.rows().rows());
        return LogOrder.of(project.graph(), List.of(new HashSet<>(applied)));
    }

    private static Grid grid(List<TableRow> rows, TableForm form, Map<String, String> states) {
        return new Grid(
                List.of(Head.left("row"), Head.left("state")),
                rows.reversed().stream()
                        .map(row -> List.of(
                                Text.of(form.about(row), Style.STRONG),
                                Text.of(states.getOrDefault(form.about(row), ""))))
                        .toList());
    }
}
