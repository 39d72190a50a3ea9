package dev.restamp.core.revision;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The words for each reason why a name or a range leads nowhere. */
final class Refusals {
    private static final int SHOWN = 6;

    private final RevisionGraph graph;
    private final List<String> rows;

    Refusals(RevisionGraph graph, List<String> rows) {
        this.graph = graph;
        this.rows = rows;
    }

    Problem unknown(String name) {
        if (name.isEmpty()) {
            return problem("no revision is named; " + landmarks(), "type a revision, a branch label, head or base");
        }
        return problem("no revision starts with \"%s\"; %s".formatted(name, landmarks()), didYouMean(name));
    }

    Problem unknownOnBranch(String name, String label) {
        return problem("no revision on branch \"%s\" starts with \"%s\"".formatted(label, name), didYouMean(name));
    }

    Problem unknownBranch(String label) {
        return problem("no branch \"%s\"; labels: %s".formatted(label, list(labels())), didYouMean(label));
    }

    Problem unknownRow(String row) {
        return problem(
                "row \"%s\" is no revision of this project; %s".formatted(row, landmarks()),
                nearMiss(row)
                        .map("the nearest is %s"::formatted)
                        .orElse("another checkout may have its file; stamp can remove the row"));
    }

    Problem ambiguous(String name, List<String> candidates) {
        return problem("\"%s\" is not enough: %s".formatted(name, list(candidates)), "type one more character");
    }

    Problem notOnBranch(String id, String label) {
        return problem("%s is not on branch \"%s\"".formatted(id, label), "leave out the label: " + id);
    }

    Problem severalHeads(String typed, List<String> heads) {
        return problem(
                "\"%s\" is one of several heads: %s".formatted(typed, list(heads)), "name one, or type heads for all");
    }

    Problem noHead(String typed) {
        return problem(
                "\"%s\" is nowhere: every revision has a successor, so they stand in a ring".formatted(typed),
                "name a revision in full");
    }

    Problem severalWays(String typed, String from, List<String> ways) {
        return problem(
                "\"%s\" is ambiguous: from %s there are several ways: %s".formatted(typed, from, list(ways)),
                "name the revision, or label@%s".formatted(typed));
    }

    Problem severalRows(String typed, List<String> starts) {
        return problem(
                "\"%s\" is ambiguous: it can start from several rows: %s".formatted(typed, list(starts)),
                "name the revision, or label@%s".formatted(typed));
    }

    Problem tooFar(String typed) {
        return problem("\"%s\" leads beyond the last revision".formatted(typed), "take fewer steps");
    }

    Problem belowBase(String typed) {
        return problem("\"%s\" leads below the first revision".formatted(typed), "type base for the beginning");
    }

    Problem upgradeDownwards(String typed) {
        return problem("\"%s\" leads down from the rows, and an upgrade leads up".formatted(typed), "type +1");
    }

    Problem overlappingRows(String above, String below) {
        return problem("rows overlap: %s already implies %s".formatted(above, below), "stamp " + above);
    }

    Problem overlapping(String above, String below) {
        return problem("revisions overlap: %s already implies %s".formatted(above, below), "name one of them");
    }

    Problem notBelow(String start, String end) {
        return problem(
                "%s:%s is no range: %s does not build on %s".formatted(start, end, end, start),
                "the older revision comes first: from:to");
    }

    Problem noRange(String range) {
        return new Problem(
                Exit.USAGE, "\"%s\" is no range".formatted(range), "type from:to, from: or :to, both ends included");
    }

    Problem namesNothing(String target) {
        return problem("\"%s\" names no revision".formatted(target), "name the revision in full");
    }

    Problem countsFromHeads(String target) {
        return problem(
                "\"%s\" counts from the heads of the project, not from the rows".formatted(target),
                "name the revision to stamp");
    }

    /** {@code heads: a, b, row: c}. */
    private String landmarks() {
        var heads = "heads: " + list(graph.heads());
        return rows.isEmpty() ? heads : heads + (rows.size() == 1 ? ", row: " : ", rows: ") + list(rows);
    }

    private String didYouMean(String name) {
        if (Identifier.Relative.parse(name).isPresent()) {
            return "steps are counted by `history -r` and `show`: show " + name;
        }
        return name.equals("current")
                ? "current stands alone, or for one side of a range"
                : nearMiss(name).map("did you mean %s"::formatted).orElse("`heads` and `history` list the revisions");
    }

    private Optional<String> nearMiss(String name) {
        var names = new ArrayList<>(graph.names().keySet());
        names.addAll(List.of("head", "heads", "base", "current"));
        return NearMiss.of(name, names);
    }

    private List<String> labels() {
        return graph.names().keySet().stream()
                .filter(name -> graph.get(name).isEmpty())
                .toList();
    }

    private static String list(Collection<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        var shown = String.join(", ", names.stream().limit(SHOWN).toList());
        return names.size() > SHOWN ? shown + " and %d more".formatted(names.size() - SHOWN) : shown;
    }

    private static Problem problem(String what, String hint) {
        return new Problem(Exit.PROJECT, what, hint);
    }
}
