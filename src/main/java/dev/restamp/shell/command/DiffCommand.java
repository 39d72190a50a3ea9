package dev.restamp.shell.command;

import dev.restamp.core.Both;
import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.Scope;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import dev.restamp.shell.data.Rows;
import dev.restamp.shell.diff.Comparer;
import dev.restamp.shell.diff.IgnoreFile;
import dev.restamp.shell.diff.Side;
import dev.restamp.shell.diff.Sides;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.snapshot.SnapshotStore;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code diff}: what two databases, snapshots or revisions define differently, object by object. */
final class DiffCommand implements ShellCommand {
    private static final String DATA = "--data";
    private static final String LIMIT = "--limit";
    private static final String WITHOUT = "--without";

    private final Session session;
    private final Sides sides;

    DiffCommand(Session session, SnapshotStore snapshots) {
        this.session = session;
        this.sides = new Sides(session, snapshots);
    }

    @Override
    public Usage usage() {
        return Usage.of("diff", Group.LOOK, "Say what two databases, snapshots or revisions define differently")
                .operands("[[LEFT] RIGHT]", Operand.SIDE, 0, 2)
                .option("--table", "NAME", Operand.TABLE, "this table only, with its parts; * stands for anything")
                .option("--schema", "NAME", Operand.TEXT, "this schema only; * stands for anything")
                .option("--only", "KIND", Operand.KIND, "this kind only: tables, columns, indexes, functions …")
                .option("--ignore", "NAME", Operand.TEXT, "leave this out; * stands for anything")
                .option("--ignore-file", "FILE", Operand.FILE, "leave out what this file lists, a NAME a line")
                .flag(
                        "--sql",
                        "print a sketch of the statements that would make the right side like the left; runs none")
                .option(DATA, "TABLE", Operand.TABLE, "which rows of this table differ, with the columns that do")
                .option(
                        LIMIT,
                        "N",
                        Operand.TEXT,
                        "with --data: show so many rows; 100 unless said otherwise, 0 for all")
                .option(WITHOUT, "COLUMN", Operand.TEXT, "with --data: this column does not count")
                .option(JobsOption.NAME, "N", Operand.TEXT, JobsOption.HELP)
                .flag("--owners", "owners count; hosted platforms change them")
                .flag("--grants", "rights count; hosted platforms change them")
                .flag("--order", "the order of columns counts")
                .flag("--populated", "it counts whether materialised views are filled")
                .example("diff", "the current connection against what the heads of the project leave")
                .example("diff rev:1a2b", "the same, against another revision")
                .example("diff @stage", "the current connection against what stage has")
                .example("diff @local @railway --ignore alembic_version", "two others")
                .example("diff snap:before-restore", "against a snapshot, or a FILE.json that one was exported to")
                .example("diff @stage --table orders --only columns", "one table")
                .example("diff @local @stage --sql", "what would make stage like local, with what it costs")
                .example("diff --data orders @stage", "which rows differ, and in what")
                .example("diff --data orders @stage --without updated_at --sql", "what would make them equal")
                .example("diff @stage -o html", "for a ticket, one file; md for Markdown")
                .reads(Exit.FINDING, Exit.PROJECT)
                .see("snapshot", "describe", "tables", "counts")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        if (arguments.has(DATA)) {
            return data(arguments);
        }
        List.of(LIMIT, WITHOUT, JobsOption.NAME).stream()
                .filter(arguments::has)
                .findFirst()
                .ifPresent(option -> {
                    throw new Problem(Exit.USAGE, option + " is for diff --data TABLE", "help diff");
                });
        var words = arguments.operands();
        var left = sides.find(words.size() == 2 ? words.getFirst() : Sides.HERE);
        var right = sides.find(words.isEmpty() ? "heads" : words.getLast());
        var comparison = new Comparer(session).compare(left, right, scope(arguments));
        return arguments.has("--sql") ? SketchReport.of(comparison) : new DiffReport(comparison).build();
    }

    private Report data(Arguments arguments) {
        var words = arguments.operands();
        if (words.isEmpty()) {
            throw new Problem(
                    Exit.USAGE, "scripts make tables, not rows: diff --data needs another connection", "connections");
        }
        var connections = new Both<>(
                /* left= */ live(words.size() == 2 ? words.getFirst() : Sides.HERE),
                /* right= */ live(words.getLast()));
        if (connections.left().equals(connections.right())) {
            throw new Problem(Exit.USAGE, "both sides are " + connections.left().name(), "connections");
        }
        var forSql = arguments.has("--sql");
        var table = arguments.value(DATA).orElseThrow();
        var outcome = new Rows(
                        session,
                        connections,
                        new Rows.Wish(
                                table,
                                arguments.values(WITHOUT),
                                limit(arguments),
                                forSql ? 0 : RowsReport.LONGEST,
                                JobsOption.of(arguments)))
                .compare();
        session.console().clearProgress();
        return new RowsReport(table, connections.map(OpenConnection::name), outcome)
                .build(forSql, session.console().redactor()::redact);
    }

    private OpenConnection live(String word) {
        return switch (sides.find(word)) {
            case Side.Live(var connection) -> connection;
            case Side.Saved saved ->
                throw new Problem(
                        Exit.USAGE, saved.label() + " has no rows", "verify --against " + saved.label() + " --content");
            case Side.Expected expected ->
                throw new Problem(Exit.USAGE, expected.label() + " has no rows: scripts make tables", "connections");
        };
    }

    private static int limit(Arguments arguments) {
        var text = arguments.value(LIMIT).orElse("100");
        if (!text.matches("\\d{1,6}")) {
            throw new Problem(Exit.USAGE, LIMIT + " takes a number of rows, not \"" + text + "\"", LIMIT + " 20");
        }
        return Integer.parseInt(text);
    }

    private Scope scope(Arguments arguments) {
        var ignored = Stream.concat(
                        arguments.values("--ignore").stream(),
                        IgnoreFile.patterns(session.folder(), arguments.value("--ignore-file")).stream())
                .toList();
        return new Scope(
                kinds(arguments.values("--only")),
                arguments.values("--schema"),
                arguments.values("--table"),
                ignored,
                arguments.has("--owners"),
                arguments.has("--grants"),
                arguments.has("--order"),
                arguments.has("--populated"));
    }

    private static Set<CatalogKind> kinds(List<String> words) {
        var kinds = EnumSet.noneOf(CatalogKind.class);
        words.forEach(word -> kinds.add(kind(word)));
        return kinds;
    }

    private static CatalogKind kind(String word) {
        var all = Arrays.stream(CatalogKind.values()).map(CatalogKind::plural).toList();
        return Arrays.stream(CatalogKind.values())
                .filter(kind -> kind.plural().equals(word) || kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Exit.USAGE,
                        "there is no kind \"" + word + "\""
                                + Nearest.to(word, all)
                                        .map(one -> ". Did you mean: " + one)
                                        .orElse(""),
                        "tables, columns, constraints, indexes, views, functions …; Tab proposes all"));
    }
}
