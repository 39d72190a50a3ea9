package dev.restamp.shell.diff;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.shell.Session;
import dev.restamp.shell.snapshot.Manifests;
import dev.restamp.shell.snapshot.SnapshotStore;
import java.util.List;

/** Finds what the words of {@code diff} stand for. */
public final class Sides {
    /** The current connection. */
    public static final String HERE = "db";

    /** What a side begins with that is what revisions leave. */
    public static final String REVISION = "rev:";

    /** What a side begins with that is a snapshot by its name. */
    public static final String SNAPSHOT = "snap:";

    private static final List<String> HEADS = List.of("head", "heads");

    private final Session session;
    private final SnapshotStore snapshots;

    public Sides(Session session, SnapshotStore snapshots) {
        this.session = session;
        this.snapshots = snapshots;
    }

    /** Whether a word can only mean a side: beside names of tables, a connection has its {@code @}. */
    public static boolean isSide(String word) {
        return word.startsWith("@") || word.startsWith(REVISION) || word.startsWith(SNAPSHOT) || isFile(word);
    }

    /** Whether a word can only mean a file. */
    public static boolean isFile(String word) {
        return word.contains("/") || word.endsWith(".json");
    }

    /** @throws Problem where there is no such connection, revision, snapshot or file */
    public Side find(String word) {
        if (word.equals(HERE)) {
            return new Side.Live(session.connection());
        }
        if (word.startsWith(REVISION)) {
            return expected(word.substring(REVISION.length()), word);
        }
        if (word.startsWith(SNAPSHOT)) {
            return new Side.Saved(
                    word, snapshots.find(word.substring(SNAPSHOT.length())).manifest());
        }
        if (isFile(word)) {
            return new Side.Saved(word, Manifests.read(session.folder().resolve(word)));
        }
        var isConnection = word.startsWith("@")
                || session.connections().stream().anyMatch(one -> one.name().equals(word));
        if (!isConnection && HEADS.contains(word)) {
            return expected(word, REVISION + word);
        }
        return connection(word);
    }

    private Side connection(String word) {
        try {
            return new Side.Live(session.connection(word.startsWith("@") ? word.substring(1) : word));
        } catch (Problem unknown) {
            throw new Problem(
                    unknown.exit(),
                    unknown.what(),
                    unknown.hint() + "; or db, rev:REVISION, snap:NAME, FILE.json",
                    unknown);
        }
    }

    private Side expected(String names, String label) {
        var graph = session.project().graph();
        var rows = RevisionQuery.asksForRows(names) ? session.readRows().rows().ids() : List.<String>of();
        var revisions = RevisionQuery.of(graph, rows).named(names).stream()
                .map(Revision::id)
                .toList();
        if (revisions.isEmpty() && !names.equals("base")) {
            throw new Problem(Exit.USAGE, names + " names no revision", "heads");
        }
        return new Side.Expected(label, revisions, graph.ancestors(revisions));
    }
}
