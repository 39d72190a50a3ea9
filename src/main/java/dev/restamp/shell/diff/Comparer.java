package dev.restamp.shell.diff;

import dev.restamp.core.Both;
import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.catalog.CatalogDiff;
import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogSchema;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.catalog.Rename;
import dev.restamp.core.catalog.Scope;
import dev.restamp.core.evidence.Drift;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.postgres.CatalogSnapshots;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import dev.restamp.shell.diff.Comparison.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads both sides at once and compares them: property by property, or with what scripts are known to make. */
public final class Comparer {
    private final Session session;

    public Comparer(Session session) {
        this.session = session;
    }

    /** @throws Problem where a side cannot be read, or has none of the tables that are asked for */
    public Comparison compare(Side left, Side right, Scope scope) {
        if (left.equals(right)) {
            throw new Problem(Exit.USAGE, "both sides are " + left.label(), "connections");
        }
        if (left instanceof Side.Expected found && right instanceof Side.Expected expected) {
            var timeline = timeline(Optional.empty());
            return drift(found, expected, timeline.expectedAfter(found.applied()), expected, scope, timeline);
        }
        if (right instanceof Side.Expected expected) {
            return drift(left, right, schema(left), expected, scope, timeline(connection(left)));
        }
        return left instanceof Side.Expected expected
                ? drift(right, left, schema(right), expected, scope, timeline(connection(right)))
                        .turned()
                : properties(left, right, scope);
    }

    private Comparison properties(Side left, Side right, Scope scope) {
        var catalogs = new Both<>(left, right).atOnce(this::catalog);
        var found = catalogs.left();
        var expected = catalogs.right();
        refuse(scope.unknown(found, expected));
        var differences = CatalogDiff.between(found, expected, scope);
        return new Comparison(
                left,
                right,
                Optional.of(new Catalogs(found, expected)),
                new Tables(found.count(CatalogKind.TABLE), expected.count(CatalogKind.TABLE)),
                differences,
                Rename.among(differences, found, expected),
                differences.isEmpty() ? Map.of() : Origins.known(session, differences),
                List.of());
    }

    private Comparison drift(
            Side found, Side expected, Schema schema, Side.Expected revisions, Scope scope, Timeline timeline) {
        var table = session.project().versionTable();
        var ignored = schema.objects().keySet().stream()
                .filter(key -> key.kind() == Kind.TABLE && table.isCalled(key.name()))
                .map(key -> String.join(".", key.path()))
                .collect(Collectors.toSet());
        var wanted = timeline.expectedAfter(revisions.applied());
        refuse(scope.unknown(tables(schema), tables(wanted)));
        var drift = Drift.of(timeline, revisions.applied(), schema, ignored);
        var differences = new DriftDifferences(timeline, revisions.applied(), schema, drift);
        return new Comparison(
                found,
                expected,
                Optional.empty(),
                new Tables(count(schema) - ignored.size(), count(wanted)),
                differences.all(scope),
                List.of(),
                Origins.of(session.project().graph(), drift, timeline, revisions.applied()),
                notes(drift, ignored));
    }

    private static List<String> notes(Drift drift, Set<String> ignored) {
        var notes = new ArrayList<String>();
        notes.add("compared is what scripts are known to make: docs/compared.md");
        if (!ignored.isEmpty()) {
            notes.add(String.join(", ", ignored) + " left out");
        }
        if (drift.unjudged() > 0) {
            notes.add(drift.unjudged()
                    + " more objects are not judged: a script that is not understood may have made them");
        }
        return notes;
    }

    private static int count(Schema schema) {
        return tables(schema).size();
    }

    private static List<List<String>> tables(Schema schema) {
        return schema.objects().keySet().stream()
                .filter(key -> key.kind() == Kind.TABLE)
                .map(ObjectKey::path)
                .toList();
    }

    private static void refuse(List<String> unknown) {
        if (!unknown.isEmpty()) {
            throw new Problem(Exit.USAGE, "neither side has a table " + String.join(", ", unknown), "tables");
        }
    }

    private Timeline timeline(Optional<OpenConnection> connection) {
        return session.timeline(
                connection.flatMap(one -> one.database().server().currentSchema()));
    }

    private static Optional<OpenConnection> connection(Side side) {
        return side instanceof Side.Live(var connection) ? Optional.of(connection) : Optional.empty();
    }

    private Schema schema(Side side) {
        return CatalogSchema.of(catalog(side));
    }

    private CatalogSnapshot catalog(Side side) {
        return switch (side) {
            case Side.Live(var connection) -> read(connection);
            case Side.Saved saved -> saved.manifest().catalog();
            case Side.Expected expected -> throw new IllegalArgumentException(expected.label());
        };
    }

    private CatalogSnapshot read(OpenConnection connection) {
        var version = CatalogSnapshots.version(connection.database());
        try {
            return session.read(connection, reading -> CatalogSnapshots.read(reading, version));
        } catch (Problem problem) {
            throw problem.exit() == Exit.TIMEOUT ? named(problem, connection) : problem;
        }
    }

    /** With the tables that were waited for, if they still are locked. */
    private Problem named(Problem problem, OpenConnection connection) {
        var locked = session.read(connection, CatalogSnapshots::locked);
        return locked.isEmpty()
                ? problem
                : new Problem(
                        problem.exit(),
                        connection.name() + ": " + problem.what() + "; locked: " + String.join(", ", locked),
                        "who, and try again when it is done",
                        problem);
    }
}
