package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.postgres.CatalogReader;
import dev.restamp.shell.Session;
import dev.restamp.shell.data.TableNames;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code tables}: which tables there are, and how many. */
final class TablesCommand implements ShellCommand {
    private final Session session;

    TablesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("tables", Group.LOOK, "List the tables of the database, the version table among them")
                .example("tables", "every table of every user schema, and how many there are")
                .reads()
                .see("counts")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var live = session.read(session.connection(), CatalogReader::read);
        var tables = live.objects().keySet().stream()
                .filter(key -> key.kind() == Kind.TABLE)
                .toList();
        var columns = parts(live, Kind.COLUMN);
        var constraints = parts(live, Kind.CONSTRAINT);
        var heads = List.of(Head.left("table"), Head.right("columns"), Head.right("constraints"));
        var rows = tables.stream()
                .map(table -> List.of(
                        Text.of(TableNames.name(table)),
                        Text.of(String.valueOf(columns.getOrDefault(table, 0))),
                        Text.of(String.valueOf(constraints.getOrDefault(table, 0)))))
                .toList();
        return Report.builder()
                .block(new Grid(heads, rows))
                .line(tables.size() + " tables")
                .json("count", tables.size())
                .listed(
                        "tables",
                        tables.stream()
                                .map(table -> Json.object(
                                        "name", TableNames.qualified(table), "columns", columns.getOrDefault(table, 0)))
                                .toList())
                .build(Exit.OK);
    }

    private static Map<ObjectKey, Integer> parts(Schema live, Kind kind) {
        var counts = new TreeMap<ObjectKey, Integer>();
        live.objects().keySet().stream()
                .filter(key -> key.kind() == kind)
                .forEach(key ->
                        counts.merge(new ObjectKey(Kind.TABLE, key.path().subList(0, 2)), 1, Integer::sum));
        return counts;
    }
}
