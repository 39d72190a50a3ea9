package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.catalog.CatalogDiff;
import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.catalog.Scope;
import dev.restamp.postgres.CatalogSnapshots;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** {@code diff}: what two databases define differently, object by object and property by property. */
final class DiffCommand implements ShellCommand {
    /** The name of the current connection, as a side. */
    private static final String HERE = "db";

    private final Session session;

    DiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("diff", Group.LOOK, "Say what two databases define differently")
                .operands("[LEFT] RIGHT", Operand.CONNECTION, 1, 2)
                .option("--table", "NAME", Operand.TABLE, "this table only, with its parts; * stands for anything")
                .option("--only", "KIND", Operand.TEXT, "this kind only: tables, columns, indexes, functions …")
                .option("--ignore", "NAME", Operand.TEXT, "leave this out; * stands for anything")
                .flag("--owners", "owners count; hosted platforms change them")
                .flag("--grants", "rights count; hosted platforms change them")
                .flag("--order", "the order of columns counts")
                .example("diff @stage", "the current connection against what stage has")
                .example("diff @local @railway --ignore alembic_version", "two others")
                .example("diff @stage --table orders --only columns", "one table")
                .example("diff @stage -o md", "for a ticket")
                .reads(Exit.FINDING)
                .see("describe", "tables", "counts")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var sides = arguments.operands().size() == 1
                ? List.of(HERE, arguments.operands().getFirst())
                : arguments.operands();
        var scope = scope(arguments);
        var left = connection(sides.getFirst());
        var right = connection(sides.getLast());
        if (left.equals(right)) {
            throw new Problem(Exit.USAGE, "both sides are " + left.name(), "connections");
        }
        var one = CompletableFuture.supplyAsync(() -> read(left), Thread::startVirtualThread);
        var other = CompletableFuture.supplyAsync(() -> read(right), Thread::startVirtualThread);
        // Where one fails the other must not go on reading behind the next command's back.
        CompletableFuture.allOf(one, other).handle((_, _) -> true).join();
        var found = joined(one);
        var expected = joined(other);
        var unknown = scope.unknown(found, expected);
        if (!unknown.isEmpty()) {
            throw new Problem(Exit.USAGE, "neither side has a table " + String.join(", ", unknown), "tables");
        }
        return new DiffReport(left, right, CatalogDiff.between(found, expected, scope), found, expected).build();
    }

    private OpenConnection connection(String side) {
        return side.equals(HERE)
                ? session.connection()
                : session.connection(side.startsWith("@") ? side.substring(1) : side);
    }

    private CatalogSnapshot read(OpenConnection connection) {
        var major = connection.database().server().versionNumber() / 10_000;
        if (major < CatalogSnapshots.OLDEST) {
            throw new Problem(
                    Exit.USAGE,
                    connection.name() + " is PostgreSQL "
                            + connection.database().server().version() + "; " + CatalogSnapshots.OLDEST
                            + " is the oldest that can be compared",
                    "status");
        }
        return session.read(connection, reading -> CatalogSnapshots.read(reading, major));
    }

    private static CatalogSnapshot joined(CompletableFuture<CatalogSnapshot> reading) {
        try {
            return reading.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof Problem problem ? problem : failure;
        }
    }

    private static Scope scope(Arguments arguments) {
        return new Scope(
                kinds(arguments.values("--only")),
                arguments.values("--table"),
                arguments.values("--ignore"),
                arguments.has("--owners"),
                arguments.has("--grants"),
                arguments.has("--order"));
    }

    private static Set<CatalogKind> kinds(List<String> words) {
        var kinds = EnumSet.noneOf(CatalogKind.class);
        words.stream().flatMap(word -> Stream.of(word.split(","))).forEach(word -> kinds.add(kind(word)));
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
                        "one of " + String.join(", ", all)));
    }
}
