package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.RowCount;
import dev.restamp.shell.Numbers;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code counts}: exact numbers of rows, all from one snapshot. Ctrl-C keeps what has been counted. */
final class CountsCommand implements ShellCommand {
    private final Session session;

    CountsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("counts", Group.LOOK, "Count the rows of every table exactly, all in one snapshot")
                .operands("[TABLE…]", Operand.TABLE, 0, 1000)
                .example("counts", "every table")
                .example("counts positions company_profiles", "two of them")
                .example("counts --json", "its member \"tables\" has the rows by table")
                .reads()
                .see("tables")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var connection = session.connection();
        var done = new ArrayList<RowCount>();
        try {
            var counts =
                    session.read(connection, reading -> Counting.count(session, reading, arguments.operands(), done));
            session.console().clearProgress();
            return report(counts, "");
        } catch (Problem problem) {
            session.console().clearProgress();
            if (problem.exit() != Exit.INTERRUPTED) {
                throw problem;
            }
            return report(done, "stopped: " + done.size() + " tables counted, one snapshot");
        }
    }

    private static Report report(List<RowCount> counts, String stopped) {
        var failed = counts.stream().anyMatch(count -> count.rows().isEmpty());
        var report = Report.builder();
        var heads = List.of(Head.left("table"), Head.right("rows"), Head.left(""));
        report.block(new Grid(
                heads,
                counts.stream()
                        .sorted(Comparator.comparing(RowCount::table))
                        .map(CountsCommand::row)
                        .toList()));
        report.line(stopped.isEmpty() ? summary(counts) : stopped);
        report.json("tables", json(counts)).json("complete", stopped.isEmpty());
        report.records(counts.stream()
                .sorted(Comparator.comparing(RowCount::table))
                .map(count -> Json.object(
                        "table", TablesCommand.qualified(count.table()), "rows", rows(count), "why", count.why()))
                .toList());
        if (failed) {
            report.json(
                    "failed",
                    counts.stream()
                            .filter(count -> count.rows().isEmpty())
                            .map(count ->
                                    Json.object("table", TablesCommand.qualified(count.table()), "why", count.why()))
                            .toList());
        }
        return report.build(!stopped.isEmpty() ? Exit.INTERRUPTED : failed ? Exit.INCONCLUSIVE : Exit.OK);
    }

    private static List<Text> row(RowCount count) {
        var rows =
                count.rows().isPresent() ? Text.of(Numbers.grouped(count.rows().getAsLong())) : Text.of("?", Style.BAD);
        return List.of(Text.of(TablesCommand.name(count.table())), rows, Text.of(count.why(), Style.WARN));
    }

    private static String summary(List<RowCount> counts) {
        return counts.size() + (counts.size() == 1 ? " table, " : " tables, ") + Numbers.grouped(Counting.rows(counts))
                + " rows, one snapshot";
    }

    private static Map<String, @Nullable Object> json(List<RowCount> counts) {
        var tables = Json.object();
        counts.stream()
                .sorted(Comparator.comparing(RowCount::table))
                .forEach(count -> tables.put(TablesCommand.qualified(count.table()), rows(count)));
        return tables;
    }

    private static @Nullable Long rows(RowCount count) {
        return count.rows().isPresent() ? count.rows().getAsLong() : null;
    }
}
