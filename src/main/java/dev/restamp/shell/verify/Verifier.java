package dev.restamp.shell.verify;

import dev.restamp.core.Both;
import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.catalog.Scope;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.core.rows.ComparedCount;
import dev.restamp.postgres.VersionReader;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import dev.restamp.shell.command.RoleRights;
import dev.restamp.shell.data.Contents;
import dev.restamp.shell.data.Counting;
import dev.restamp.shell.data.Counting.Counted;
import dev.restamp.shell.diff.Comparer;
import dev.restamp.shell.diff.Side;
import dev.restamp.shell.diff.Sides;
import dev.restamp.shell.snapshot.SavedRows;
import dev.restamp.tracker.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Verifies the current connection, one kind of thing after the other; empty where nothing is known to hold it against. */
public final class Verifier {
    private final Session session;
    private final Sides sides;
    private final OpenConnection here;
    private final Against against;

    /** @param sides to find what the heads of the project leave */
    public Verifier(Session session, Sides sides, Against against) {
        this.session = session;
        this.sides = sides;
        this.here = session.connection();
        this.against = against;
        if (against instanceof Against.Live(var other) && other.equals(here)) {
            throw new Problem(Exit.USAGE, "both sides are " + here.name(), "connections");
        }
    }

    /** The version rows. */
    public Optional<Verified> row() {
        return switch (against) {
            case Against.Live(var other) -> {
                var rows = new Both<>(here, other).atOnce(this::rows);
                yield rows.left().state() == VersionRows.State.NO_TABLE
                                && rows.right().state() == VersionRows.State.NO_TABLE
                        ? Optional.empty()
                        : Optional.of(RowGroup.of(rows.left(), rows.right().ids()));
            }
            case Against.Saved(var _, var manifest) ->
                manifest.versionTable().map(_ -> RowGroup.of(rows(here), manifest.rows()));
            case Against.Written(var _, var expectation) ->
                expectation.version().map(words -> RowGroup.of(rows(here), revisions(words)));
            case Against.Heads _ ->
                Optional.of(RowGroup.of(rows(here), session.project().graph().realHeads()));
        };
    }

    private VersionRows rows(OpenConnection connection) {
        var project = project();
        return session.read(
                        connection,
                        reading -> project.map(opened -> Inspection.readRows(reading, connection, opened))
                                .orElseGet(() -> VersionReader.read(reading, VersionTable.ALEMBIC)))
                .rows();
    }

    private VersionTable table(OpenConnection connection) {
        return project().map(connection.tableChoice()::table).orElse(VersionTable.ALEMBIC);
    }

    private Optional<Project> project() {
        return session.projectPlace().isPresent() || session.openProject().isPresent()
                ? Optional.of(session.project())
                : Optional.empty();
    }

    /** The name of the table whose rows are not content. */
    public String versionTable() {
        return table(here).name();
    }

    /** Without a project a full id is the only name there is. */
    private List<String> revisions(List<String> words) {
        if (project().isEmpty()) {
            return words;
        }
        var query = RevisionQuery.of(session.project().graph());
        return words.stream()
                .flatMap(word -> query.named(word).stream())
                .map(Revision::id)
                .distinct()
                .toList();
    }

    /** What is defined; a manifest written by hand says nothing of it. */
    public Optional<Verified> schema(Scope scope) {
        var expected = switch (against) {
            case Against.Live(var other) -> Optional.of(new Side.Live(other));
            case Against.Saved(var label, var manifest) -> Optional.of(new Side.Saved(label, manifest));
            case Against.Written _ -> Optional.<Side>empty();
            case Against.Heads _ -> Optional.of(sides.find(Sides.REVISION + "heads"));
        };
        return expected.map(side -> SchemaGroup.of(new Comparer(session).compare(new Side.Live(here), side, scope)));
    }

    /** Numbers of rows; scripts say nothing of them. */
    public Optional<Verified> counts(Counting.Wish wish, long tolerance) {
        var counting = new Counting(session);
        return switch (against) {
            case Against.Live(var other) -> {
                var counts = new Both<>(here, other).atOnce(one -> whole(counting.count(one, wish)));
                yield Optional.of(CountsGroup.of(
                        ComparedCount.of(counts.left().tables(), counts.right().tables()), tolerance));
            }
            case Against.Saved(var _, var manifest) ->
                Optional.of(CountsGroup.of(
                        ComparedCount.of(
                                whole(counting.count(here, wish)).tables(), SavedRows.counts(manifest, wish.names())),
                        tolerance));
            case Against.Written(var _, var expectation) ->
                Optional.of(expectation.of(wish.names()).tables())
                        .filter(tables -> !tables.isEmpty())
                        .map(tables -> CountsGroup.of(
                                whole(counting.count(here, wish.of(List.copyOf(tables.keySet()))))
                                        .tables(),
                                List.copyOf(tables.values())));
            case Against.Heads _ -> Optional.empty();
        };
    }

    private static Counted whole(Counted counted) {
        if (!counted.whole()) {
            throw new Problem(Exit.INTERRUPTED, "interrupted", "");
        }
        return counted;
    }

    /**
     * What tables hold.
     *
     * @param state a file to go on with, piece by piece; empty for all in one snapshot of each side
     */
    public Optional<Verified> content(Contents.Wish wish, Optional<Path> state) {
        if (state.isPresent() && !(against instanceof Against.Live)) {
            throw new Problem(Exit.USAGE, "--state is for --against @NAME", "help verify");
        }
        return switch (against) {
            case Against.Live(var other) -> {
                var both = new Both<>(here, other);
                var contents = new Contents(session);
                yield Optional.of(ContentGroup.of(
                        state.map(file -> contents.compare(both, wish, file))
                                .orElseGet(() -> contents.compare(both, wish)),
                        wish.remark()));
            }
            case Against.Saved(var _, var manifest) -> Optional.of(kept(SavedRows.fingerprints(manifest), wish));
            case Against.Written(var _, var expectation) -> Optional.of(kept(written(expectation), wish));
            case Against.Heads _ -> Optional.empty();
        };
    }

    /** Whether what it is held against says what tables hold, so that it need not be asked for. */
    public boolean hasContent() {
        return switch (against) {
            case Against.Saved(var _, var manifest) ->
                !SavedRows.fingerprints(manifest).isEmpty();
            case Against.Written(var _, var expectation) ->
                !written(expectation).isEmpty();
            case Against.Live _, Against.Heads _ -> false;
        };
    }

    private static Map<String, String> written(Expectation expectation) {
        var content = new TreeMap<String, String>();
        expectation
                .tables()
                .forEach((name, table) ->
                        table.content().ifPresent(text -> content.put(Expectation.qualified(name), text)));
        return content;
    }

    /** Against fingerprints that were kept. */
    private Verified kept(Map<String, String> kept, Contents.Wish wish) {
        if (kept.isEmpty()) {
            throw new Problem(
                    Exit.USAGE, against.label() + " has no fingerprints", "snapshot save NAME --content keeps them");
        }
        if (!wish.remark().isEmpty()) {
            throw new Problem(
                    Exit.USAGE,
                    against.label() + " has fingerprints of whole tables, none " + wish.remark(),
                    "--against @NAME compares two databases in every way");
        }
        var found =
                session.readTogether(here, wish.jobs(), readers -> new Contents(session).fingerprints(readers, wish));
        if (!found.isEmpty() && found.values().stream().allMatch(Optional::isEmpty)) {
            throw new Problem(
                    Exit.INCONCLUSIVE,
                    here.name()
                            + " makes no fingerprints that can be held against kept ones: it is not in UTF-8, hashes"
                            + " otherwise, or lets this role read nothing",
                    "--against @NAME compares two databases all the same");
        }
        return ContentGroup.of(KeptContent.compared(found, kept, wish.names(), wish.versionTable()), "");
    }

    /** What a role lacks. */
    public Verified rights(String role) {
        return RightsGroup.of(role, session.read(here, reading -> RoleRights.missing(reading, role)));
    }

    /** The user's own questions. */
    public Verified checks(List<Check> checks) {
        return session.read(here, reading -> ChecksGroup.of(reading, checks));
    }

    /** Those that are part of what it is held against. */
    public List<Check> checks() {
        return against instanceof Against.Written(var _, var expectation) ? expectation.checks() : List.of();
    }
}
