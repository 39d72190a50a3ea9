package dev.restamp.shell.command;

import dev.restamp.core.Both;
import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.RowCount;
import dev.restamp.postgres.rows.Pace;
import dev.restamp.postgres.rows.RowCounter.More;
import dev.restamp.shell.Session;
import dev.restamp.shell.TimeLimit;
import dev.restamp.shell.data.Counting;
import dev.restamp.shell.data.Counting.Counted;
import dev.restamp.shell.data.Counting.Wish;
import dev.restamp.shell.diff.Side;
import dev.restamp.shell.diff.Sides;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.shell.snapshot.SavedRows;
import dev.restamp.shell.snapshot.SnapshotStore;
import java.util.EnumSet;

/** {@code counts}: exact numbers of rows, all from one snapshot of each side. Ctrl-C keeps what has been counted. */
final class CountsCommand implements ShellCommand {
    private final Session session;
    private final Sides sides;

    CountsCommand(Session session, SnapshotStore snapshots) {
        this.session = session;
        this.sides = new Sides(session, snapshots);
    }

    @Override
    public Usage usage() {
        return Usage.of("counts", Group.LOOK, "Count the rows of every table exactly, of one database or of two")
                .operands("[[LEFT] RIGHT] [TABLE…]", Operand.COUNTED, 0, 1000)
                .flag("--estimate", "count nothing: what the server believes, at once")
                .option("--limit-time", "TIME", Operand.TEXT, "after that, estimates for the rest: 30s, 5min")
                .flag("--partitions", "each partition too; its rows are also its table's")
                .flag("--foreign", "foreign tables too: their server counts")
                .flag("--views", "views too, materialised or not")
                .option(JobsOption.NAME, "N", Operand.TEXT, JobsOption.HELP)
                .example("counts", "every table")
                .example("counts positions company_profiles", "two of them")
                .example("counts @stage", "the current connection against stage, both counted at once")
                .example("counts @local @railway positions", "two others, one table")
                .example("counts snap:before-restore", "against what a snapshot counted")
                .example("counts --limit-time 30s", "estimates, marked ~, for what takes longer")
                .example("counts --json", "its member \"tables\" has the rows by table")
                .reads(Exit.FINDING)
                .see("tables", "verify", "snapshot")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var named = arguments.operands().stream().filter(Sides::isSide).toList();
        var tables = arguments.operands().stream()
                .filter(word -> !Sides.isSide(word))
                .toList();
        if (named.size() > 2) {
            throw new Problem(Exit.USAGE, "counts compares two sides, not " + named.size(), "help counts");
        }
        var wish = new Wish(
                tables,
                more(arguments),
                Pace.of(arguments.value("--limit-time").map(TimeLimit::parse), 100),
                JobsOption.of(arguments));
        var counting = new Counting(session);
        if (named.isEmpty()) {
            var counted = counted(counting, new Side.Live(session.connection()), wish, arguments);
            session.console().clearProgress();
            remarkConnections(counted);
            return CountsReport.of(counted);
        }
        var both = new Both<>(
                /* left= */ sides.find(named.size() == 2 ? named.getFirst() : Sides.HERE),
                /* right= */ sides.find(named.getLast()));
        if (both.left().label().equals(both.right().label())) {
            throw new Problem(Exit.USAGE, "both sides are " + both.left().label(), "connections");
        }
        var counts = both.atOnce(side -> counted(counting, side, wish, arguments));
        session.console().clearProgress();
        return CountsReport.of(both, counts);
    }

    /** {@code counts local railway}: what is no table may be a connection without its sign. */
    private void remarkConnections(Counted counted) {
        counted.tables().stream()
                .filter(RowCount::isMissing)
                .map(count -> count.table().path().getLast())
                .filter(name -> session.connections().stream()
                        .anyMatch(open -> open.name().equals(name)))
                .forEach(name -> session.console()
                        .remark(Text.of(name + " is no table but a connection: counts @" + name, Style.WARN)));
    }

    private static Counted counted(Counting counting, Side side, Wish wish, Arguments arguments) {
        return switch (side) {
            case Side.Live(var connection) ->
                arguments.has("--estimate") ? counting.estimate(connection, wish) : counting.count(connection, wish);
            case Side.Saved(var _, var manifest) -> new Counted(SavedRows.counts(manifest, wish.names()), true);
            case Side.Expected expected ->
                throw new Problem(
                        Exit.USAGE, expected.label() + " has no rows: scripts make tables", "counts @NAME, snap:NAME");
        };
    }

    private static EnumSet<More> more(Arguments arguments) {
        var more = EnumSet.noneOf(More.class);
        if (arguments.has("--partitions")) {
            more.add(More.PARTITION);
        }
        if (arguments.has("--foreign")) {
            more.add(More.FOREIGN);
        }
        if (arguments.has("--views")) {
            more.add(More.VIEW);
        }
        return more;
    }
}
