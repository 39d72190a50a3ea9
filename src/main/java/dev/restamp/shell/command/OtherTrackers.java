package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.recognition.KnownTable;
import dev.restamp.core.recognition.RecognisedTable;
import dev.restamp.core.recognition.TrackerState;
import dev.restamp.postgres.TrackerReader;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import dev.restamp.shell.TrackerWish;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Optional;

/** What {@code current} says where it is not the project's own version table that is meant. */
final class OtherTrackers {
    private OtherTrackers() {}

    /** Empty where the project's own table is meant, or there is neither a project nor a version table. */
    static Optional<Report> meant(Session session, Arguments arguments) {
        var wish = session.tracker();
        if (wish.isPresent() ? isProjects(session, wish.get()) : !session.isWithoutProject()) {
            return Optional.empty();
        }
        return wish.isPresent()
                        || session.current().isPresent()
                        || session.target().isPresent()
                ? report(session, wish, arguments)
                : Optional.empty();
    }

    /** Names the version tables that are not the project's; the command has looked at them. */
    static void remark(Session session) {
        var own = session.projectTracker();
        var others = session.connection().recognised().stream()
                .filter(table -> own.filter(table::isOf).isEmpty())
                .toList();
        if (!others.isEmpty()) {
            session.console()
                    .remark(Text.of(
                            "also here: " + TrackerWish.listed(others) + "; current " + TrackerWish.OPTION + " "
                                    + others.getFirst().tool().tracker(),
                            Style.FAINT));
        }
    }

    private static boolean isProjects(Session session, KnownTable tool) {
        return session.projectTracker().equals(Optional.of(tool.tracker()));
    }

    private static Optional<Report> report(Session session, Optional<KnownTable> wish, Arguments arguments) {
        if (arguments.has("--check-heads")) {
            // What the heads are the project says, and nothing else.
            return wish.map(tool -> {
                throw new Problem(
                        Exit.PROJECT,
                        "without a project of " + tool.title() + " its heads are not known",
                        "project DIR");
            });
        }
        var connection = session.connection();
        var all = session.recognise(connection);
        if (all.isEmpty() && wish.isEmpty()) {
            return Optional.empty();
        }
        var table = chosen(connection, all, wish);
        return Optional.of(
                new OtherTrackerReport(table, wish.orElse(table.tool()), read(session, table), arguments).build());
    }

    private static Optional<TrackerState> read(Session session, RecognisedTable table) {
        return table.table().why().isEmpty()
                ? Optional.of(session.read(session.connection(), reading -> TrackerReader.state(reading, table)))
                : Optional.empty();
    }

    private static RecognisedTable chosen(
            OpenConnection connection, List<RecognisedTable> all, Optional<KnownTable> wish) {
        var choice = connection.tableChoice();
        var possible = all.stream()
                .filter(table -> wish.isEmpty() || table.isOf(wish.get().tracker()))
                .filter(table -> choice.schema().isEmpty()
                        || choice.schema().get().equals(table.table().schema()))
                .filter(table -> choice.name().isEmpty()
                        || choice.name().get().equals(table.table().name()))
                .toList();
        if (possible.isEmpty()) {
            throw none(all, wish);
        }
        if (possible.size() == 1) {
            return possible.getFirst();
        }
        // Of one tool the table that the tool itself would find, as with Alembic's.
        var here = connection.database().server().currentSchema();
        var nearest = possible.stream()
                .filter(table -> here.filter(table.table().schema()::equals).isPresent())
                .toList();
        if (isOfOneTool(possible) && nearest.size() == 1) {
            return nearest.getFirst();
        }
        throw several(possible);
    }

    private static boolean isOfOneTool(List<RecognisedTable> tables) {
        return tables.stream().map(RecognisedTable::names).distinct().count() == 1;
    }

    private static Problem none(List<RecognisedTable> all, Optional<KnownTable> wish) {
        return new Problem(
                Exit.PROJECT,
                "no version table of " + wish.map(KnownTable::title).orElse("any tool")
                        + " is there, or not where it was" + " said to be",
                all.isEmpty() ? "tables lists what there is" : "there is " + TrackerWish.listed(all));
    }

    private static Problem several(List<RecognisedTable> possible) {
        return new Problem(
                Exit.PROJECT,
                "several version tables are there: " + TrackerWish.listed(possible),
                isOfOneTool(possible)
                        ? "say which one is meant: --schema "
                                + possible.getFirst().table().schema()
                        : "say which one is meant: current " + TrackerWish.OPTION + " "
                                + possible.getFirst().tool().tracker());
    }
}
