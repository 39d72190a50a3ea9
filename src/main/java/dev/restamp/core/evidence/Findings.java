package dev.restamp.core.evidence;

import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionRows.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds rows, schema and project against one another. */
public final class Findings {
    private final RevisionGraph graph;
    private final VersionRows version;
    private final Set<String> free;
    private final Set<String> believed;
    private final boolean rowsFit;

    private Findings(RevisionGraph graph, VersionRows version, Set<String> free, boolean rowsFit) {
        this.graph = graph;
        this.version = version;
        this.free = free;
        this.rowsFit = rowsFit;
        this.believed = place(known(graph, version));
    }

    /** What is wrong with the rows alone, before anything is known of the schema. */
    public static List<Finding> ofRows(RevisionGraph graph, VersionRows version, List<String> tables) {
        var findings = new ArrayList<Finding>();
        if (tables.size() > 1) {
            findings.add(new Finding.SeveralTables(tables));
        }
        if (version.state() == State.NOT_READABLE) {
            findings.add(new Finding.NotReadable(version.table()));
        }
        var twice = twice(version.ids());
        if (!twice.isEmpty()) {
            findings.add(new Finding.DuplicateRows(twice));
        }
        version.ids().stream()
                .distinct()
                .filter(id -> graph.get(id).isEmpty())
                .forEach(id -> findings.add(new Finding.UnknownRow(id)));
        findings.addAll(overlapping(graph, known(graph, version)));
        return List.copyOf(findings);
    }

    /**
     * In reading order: what the table says, where the schema is, what else is wrong.
     *
     * @param free revisions that do nothing: rows and schema are compared without them
     * @param rowsFit whether the schema is in every compared point as the rows say
     */
    static List<Finding> of(
            RevisionGraph graph,
            VersionRows version,
            Position position,
            Set<String> free,
            boolean rowsFit,
            List<String> tables) {
        var findings = new ArrayList<>(ofRows(graph, version, tables));
        findings.addAll(new Findings(graph, version, free, rowsFit).ofPlace(position));
        var heads = graph.realHeads();
        if (heads.size() > 1) {
            findings.add(new Finding.SeveralHeads(heads));
        }
        return List.copyOf(findings);
    }

    private static List<String> twice(List<String> ids) {
        return ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .distinct()
                .toList();
    }

    private static List<Finding> overlapping(RevisionGraph graph, List<String> rows) {
        return rows.stream()
                .flatMap(descendant -> rows.stream()
                        .filter(row -> !row.equals(descendant) && graph.isAncestor(row, descendant))
                        .map(ancestor -> (Finding) new Finding.OverlappingRows(ancestor, descendant)))
                .toList();
    }

    private List<Finding> ofPlace(Position position) {
        return switch (position) {
            case Position.NoFit(var closest, var _, var mismatches) -> {
                var nothing = closest.isEmpty() ? Optional.<Finding>empty() : nothingRecorded();
                var noFit = new Finding.NoRevisionFits(closest, mismatches);
                yield nothing.map(found -> List.of(found, noFit)).orElse(List.of(noFit));
            }
            case Position.Fits(var rows, var _) -> drift(List.of(rows));
            case Position.Candidates(var candidates, var between) -> {
                var findings = new ArrayList<>(drift(candidates));
                if (!findings.isEmpty() || between.stream().anyMatch(one -> one.status() == Status.NOT_READABLE)) {
                    findings.add(new Finding.SeveralCandidates(candidates));
                }
                yield findings;
            }
        };
    }

    /** How the rows disagree with the schema. Unreadable or unknown rows are findings of their own. */
    private List<Finding> drift(List<List<String>> candidates) {
        var areKnown = version.ids().stream().allMatch(id -> graph.get(id).isPresent());
        if (rowsFit || version.state() == State.NOT_READABLE || !areKnown) {
            return List.of();
        }
        var places = candidates.stream().map(this::place).toList();
        var findings = new ArrayList<Finding>();
        var isBehind = places.stream().noneMatch(believed::containsAll);
        var isAhead = places.stream().noneMatch(place -> place.containsAll(believed));
        if (isBehind || !isAhead) {
            findings.add(behind(candidates));
        }
        if (isAhead) {
            findings.add(new Finding.RowAhead(version.ids(), candidates.getFirst()));
        }
        return findings;
    }

    private Finding behind(List<List<String>> candidates) {
        var schema = candidates.stream()
                .filter(rows -> !believed.containsAll(place(rows)))
                .findFirst()
                .orElseGet(candidates::getFirst);
        var above = graph.descendants(known(graph, version));
        var isOnOtherBranch =
                place(schema).stream().filter(id -> !believed.contains(id)).noneMatch(above::contains);
        return nothingRecorded()
                .orElseGet(() -> isOnOtherBranch
                        ? new Finding.BranchMissing(version.ids(), schema)
                        : new Finding.RowBehind(version.ids(), schema));
    }

    private Optional<Finding> nothingRecorded() {
        if (version.state() == State.NO_TABLE) {
            return Optional.of(new Finding.NoTable(version.table()));
        }
        return version.state() == State.READ && version.ids().isEmpty()
                ? Optional.of(new Finding.EmptyTable(version.table()))
                : Optional.empty();
    }

    /** What rows say has been applied, as far as it matters. */
    private Set<String> place(List<String> rows) {
        var place = new LinkedHashSet<>(graph.ancestors(rows));
        place.removeAll(free);
        return place;
    }

    private static List<String> known(RevisionGraph graph, VersionRows version) {
        return version.ids().stream()
                .distinct()
                .filter(id -> graph.get(id).isPresent())
                .toList();
    }
}
