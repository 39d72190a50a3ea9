package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.postgres.UserQuery;
import dev.restamp.postgres.UserQuery.Answer;
import dev.restamp.postgres.UserQuery.Column;
import dev.restamp.shell.Numbers;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code sql}: one statement that reads. */
final class SqlCommand implements ShellCommand {
    private final Session session;

    SqlCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("sql", Group.LOOK, "Run one statement that only reads, in a READ ONLY transaction")
                .operands("STATEMENT", Operand.STATEMENT, 1, 10_000)
                .raw()
                .reads(Exit.REFUSED)
                .example("sql select version_num, xmin from alembic_version", "as it is typed, quotes and all")
                .example("sql select count(*) from orders where currency is null", "is this backfill done?")
                .example("sql table alembic_version", "VALUES, SHOW, WITH and EXPLAIN (not ANALYZE) will do too")
                .example("sql -o csv select id, name from users", "for another program")
                .see("describe", "tables")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var statement = String.join(" ", arguments.operands());
        return report(session.read(session.connection(), reading -> UserQuery.run(reading, statement)));
    }

    private static Report report(Answer answer) {
        var columns = answer.columns();
        var report = Report.builder()
                .json(
                        "columns",
                        columns.stream()
                                .map(column -> Json.object("name", column.name(), "type", column.type()))
                                .toList())
                .json("cut", answer.cut())
                .listed("rows", records(answer));
        if (!columns.isEmpty() && !answer.rows().isEmpty()) {
            report.block(new Grid(
                    columns.stream()
                            .map(column -> new Head(column.name(), column.number()))
                            .toList(),
                    answer.rows().stream().map(SqlCommand::cells).toList()));
        }
        return report.line(summary(answer)).build(Exit.OK);
    }

    private static String summary(Answer answer) {
        var rows = answer.rows().size();
        return answer.cut()
                ? "the first " + Numbers.grouped(rows) + " rows; there are more: add a LIMIT, or count(*)"
                : rows == 1 ? "1 row" : Numbers.grouped(rows) + " rows";
    }

    private static List<Text> cells(List<Optional<String>> row) {
        return row.stream().map(SqlCommand::cell).toList();
    }

    /** A text that looks like NULL is put in quotes: colour must not be the only difference. */
    private static Text cell(Optional<String> value) {
        return value.map(text -> Text.of(text.equals("NULL") ? "'NULL'" : text))
                .orElseGet(() -> Text.of("NULL", Style.FAINT));
    }

    private static List<Map<String, @Nullable Object>> records(Answer answer) {
        var names = names(answer.columns());
        return answer.rows().stream()
                .map(row -> {
                    var json = Json.object();
                    IntStream.range(0, names.size())
                            .forEach(i -> json.put(
                                    names.get(i), value(answer.columns().get(i), row.get(i))));
                    return json;
                })
                .toList();
    }

    /** Columns may share a name, members may not: {@code count}, {@code count_2}. */
    private static List<String> names(List<Column> columns) {
        var names = new ArrayList<String>();
        for (var column : columns) {
            var name = column.name();
            for (var number = 2; names.contains(name); number++) {
                name = column.name() + "_" + number;
            }
            names.add(name);
        }
        return names;
    }

    /** Whole numbers and truths as such; all else as the server writes it, so that no digit is lost. */
    private static @Nullable Object value(Column column, Optional<String> value) {
        return value.map(text -> (Object)
                        switch (column.type()) {
                            case "int2", "int4", "int8", "oid" -> Long.valueOf(text);
                            case "bool" -> text.equals("t");
                            default -> text;
                        })
                .orElse(null);
    }
}
