package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.postgres.CatalogReader;
import dev.restamp.shell.Session;
import dev.restamp.shell.data.TableNames;
import dev.restamp.shell.render.Report;
import java.util.List;
import java.util.stream.Stream;

/** {@code describe}: a table as it is, and which revision made what of it. */
final class DescribeCommand implements ShellCommand {
    private final Session session;

    DescribeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("describe", Group.LOOK, "Describe a table, and say which revision made what of it")
                .operands("TABLE", Operand.TABLE, 1, 1)
                .reads()
                .example("describe orders", "columns, constraints, indexes")
                .example("describe billing.invoices", "in another schema")
                .example("describe orders --json", "its members \"columns\", \"constraints\", \"indexes\"")
                .see("tables", "show")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var name = arguments.operand(0).orElseThrow();
        var connection = session.connection();
        var found = session.read(connection, reading -> find(CatalogReader.read(reading), reading.searchPath(), name));
        var origins = Origins.of(session, connection.database().server());
        return new DescribeReport(found.live(), found.table(), origins).build();
    }

    private record Found(Schema live, ObjectKey table) {}

    private static Found find(Schema live, List<String> searchPath, String name) {
        return TableNames.keys(Kind.TABLE, name, searchPath).stream()
                .flatMap(table -> Stream.of(table, new ObjectKey(Kind.VIEW, table.path())))
                .filter(live::has)
                .findFirst()
                .map(key -> new Found(live, key))
                .orElseThrow(() -> missing(live, name));
    }

    private static Problem missing(Schema live, String name) {
        var tables = live.objects().keySet().stream()
                .filter(key -> key.kind() == Kind.TABLE)
                .map(TableNames::name)
                .toList();
        var meant =
                Nearest.to(name, tables).map(near -> ". Did you mean: " + near).orElse("");
        return new Problem(Exit.USAGE, "there is no table \"" + name + "\"" + meant, "tables");
    }
}
