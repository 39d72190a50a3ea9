package dev.restamp.core.revision;

import dev.restamp.core.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What Alembic makes of a revision, a range or a target that somebody types, for one project and the rows of one
 * database. Answers are Alembic's; where Alembic fails or crashes there is a {@link Problem} with {@code Exit.PROJECT}
 * that says why, with {@code Exit.USAGE} for a range that is none.
 *
 * <p>Two differences: a label before {@code @base} must exist, for Alembic lets a misspelt one pass; and a row is an id
 * first, though the revision be called {@code head}.
 */
public final class RevisionQuery {
    private static final String CURRENT = "current";
    /** Two colons belong to an id. */
    private static final Pattern RANGE = Pattern.compile("(?<!:):(?!:)");

    private final RevisionGraph graph;
    private final List<String> rows;
    private final Refusals refusals;
    private final RevisionNames names;
    private final Resolver resolver;
    private final Destination destination;

    private RevisionQuery(RevisionGraph graph, List<String> rows) {
        this.graph = graph;
        this.rows = List.copyOf(new LinkedHashSet<>(rows));
        refusals = new Refusals(graph, this.rows);
        names = new RevisionNames(graph, refusals);
        resolver = new Resolver(graph, refusals, names);
        destination = new Destination(graph, refusals, names, resolver);
    }

    /** For a database without rows, or none at all. */
    public static RevisionQuery of(RevisionGraph graph) {
        return new RevisionQuery(graph, List.of());
    }

    /** @param rows the version table's, in the server's order; duplicates do not matter, a NULL is the empty string */
    public static RevisionQuery of(RevisionGraph graph, List<String> rows) {
        return new RevisionQuery(graph, rows);
    }

    /**
     * The revisions that an identifier names: an id or label in full or by its first characters, {@code head},
     * {@code heads}, {@code base} (none), {@code -2} (below each head), each also as {@code label@…}.
     */
    public List<Revision> resolve(String identifier) {
        return resolver.resolve(identifier);
    }

    /** As {@code alembic show} reads it: {@link #resolve}, and {@code current} for the rows. */
    public List<Revision> show(String identifier) {
        return identifier.equals(CURRENT) ? resolver.rows(rows) : resolve(identifier);
    }

    /**
     * {@link #show}, and what Alembic takes only for the end of a range: {@code head-1}, {@code rev+2}, and {@code +1},
     * which counts from the rows.
     */
    public List<Revision> named(String identifier) {
        var counted = Identifier.Relative.parse(identifier).isPresent()
                && Identifier.parse(identifier) instanceof Identifier.Named(var _, var name)
                && names.isUnknown(name);
        return counted ? destination.of(identifier, new Origin.Rows(rows), false) : show(identifier);
    }

    /** Whether what an identifier names depends on the rows. */
    public static boolean asksForRows(String identifier) {
        return identifier.equals(CURRENT)
                || Identifier.Relative.parse(identifier)
                        .filter(relative -> relative.from().isEmpty() && relative.up())
                        .isPresent();
    }

    /** The heads that are neither rows nor implied by one: what {@code current --check-heads} misses. */
    public List<String> missingHeads() {
        var applied = graph.ancestors(rows.stream()
                .flatMap(row -> resolver.row(row).stream())
                .map(Revision::id)
                .toList());
        return graph.heads().stream().filter(head -> !applied.contains(head)).toList();
    }

    /** The rows that stand for no revision of the project. */
    public List<String> unknownRows() {
        return rows.stream()
                .filter(row -> !row.isEmpty() && resolver.row(row).isEmpty())
                .toList();
    }

    /**
     * What {@code alembic current} lists: of the rows and all they imply, each that has no child there; newest first.
     *
     * @throws Problem if a row stands for no revision
     */
    public List<Revision> current() {
        var applied = graph.ancestors(ids(applied()));
        var tips = Set.copyOf(graph.lineage().maximal(applied));
        return graph.newestFirst().stream()
                .filter(revision -> tips.contains(revision.id()))
                .toList();
    }

    /**
     * What {@code alembic upgrade TARGET} would run, in that order.
     *
     * @throws Problem also if a row stands for no revision, or rows overlap: Alembic then runs nothing
     */
    public List<Revision> upgrade(String target) {
        var wanted = destination.of(target, new Origin.Rows(rows), false);
        checkApart(wanted, refusals::overlapping);
        var applied = applied();
        checkApart(applied, refusals::overlappingRows);
        var needed = graph.ancestors(ids(wanted));
        needed.removeAll(graph.ancestors(ids(applied)));
        return graph.newestFirst(needed, ids(wanted)).reversed();
    }

    /**
     * What {@code alembic history -r} lists, newest first, both ends included.
     *
     * @param range {@code from:to}; an empty side is {@code base} or {@code heads}, {@code current} are the rows
     */
    public List<Revision> history(String range) {
        var sides = RANGE.split(range.strip(), -1);
        if (sides.length != 2) {
            throw refusals.noRange(range);
        }
        return history(sides[0].isEmpty() ? "base" : sides[0], sides[1].isEmpty() ? "heads" : sides[1]);
    }

    private List<Revision> history(String start, String end) {
        var origin = start.equals(CURRENT) && !end.equals(CURRENT) ? new Origin.Rows(rows) : new Origin.Typed(start);
        var wanted = onBranchOf(origin, end(end, origin));
        checkApart(wanted, refusals::overlapping);
        var lower = destination.start(origin);
        var needed = graph.ancestors(ids(wanted));
        if (!needed.containsAll(ids(lower))) {
            throw refusals.notBelow(start, end);
        }
        checkApart(lower, refusals::overlapping);
        needed.removeAll(graph.ancestors(ids(lower)));
        needed.addAll(ids(lower));
        if (!lower.isEmpty()) {
            needed.retainAll(graph.lineage().descendants(ids(lower)));
        }
        return graph.newestFirst(needed, ids(wanted));
    }

    /** What the rows stand for; in a log a row that the project does not know stops nothing. */
    private List<Revision> applied() {
        return graph.isLog() ? graph.revisionsOf(rows) : resolver.rows(rows);
    }

    /** Without rows Alembic takes {@code current} for the default, which is everything. */
    private List<Revision> end(String end, Origin origin) {
        if (!end.equals(CURRENT)) {
            return destination.of(end, origin, true);
        }
        return rows.isEmpty() ? resolve("heads") : resolver.rows(rows);
    }

    /** {@code label@…} as the start of a range keeps the ends on that branch. */
    private List<Revision> onBranchOf(Origin origin, List<Revision> wanted) {
        return origin instanceof Origin.Typed(var typed) && typed.indexOf('@') > 0
                ? wanted.stream()
                        .filter(onBranch(typed.substring(0, typed.indexOf('@'))))
                        .toList()
                : wanted;
    }

    private Predicate<Revision> onBranch(String label) {
        var owner = names.labelled(label).id();
        var carried = graph.labels(owner);
        // An id stands for the one label it carries; Alembic crashes where that is not one.
        var sought = owner.equals(label) && carried.size() == 1 ? carried.first() : label;
        if (names.isLabel(sought)) {
            return revision -> graph.labels(revision.id()).contains(sought);
        }
        var branch = names.branch(label);
        return revision -> branch.contains(revision.id());
    }

    private void checkApart(List<Revision> revisions, Overlap overlap) {
        for (var below : revisions) {
            for (var above : revisions) {
                if (!above.equals(below) && graph.isAncestor(below.id(), above.id())) {
                    throw overlap.of(above.id(), below.id());
                }
            }
        }
    }

    /** How to say that one of two revisions implies the other. */
    private interface Overlap {
        Problem of(String above, String below);
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }
}
