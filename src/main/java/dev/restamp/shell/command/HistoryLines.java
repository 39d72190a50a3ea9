package dev.restamp.shell.command;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.render.Block.Caption;
import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The drawing of a history: a node for each revision, or for a long run of them in which nothing happens. */
final class HistoryLines {
    /** What stands beside ids and messages: the shape, the date, the pointers. */
    private static final int OTHERS = 44;

    /** More revisions than this are not read one by one. */
    private static final int MANY = 200;

    private static final int RUN = 12;

    private final RevisionGraph graph;
    private final Optional<Inspection> inspection;
    private final int width;
    private final Map<String, String> states;

    /**
     * @param inspection where rows and schema are, to be pointed at
     * @param width of what is drawn on, in columns
     */
    HistoryLines(RevisionGraph graph, Optional<Inspection> inspection, int width) {
        this.graph = graph;
        this.inspection = inspection;
        this.width = width;
        this.states = states(inspection);
    }

    /** What the tool says of each, for one that keeps a row for each; empty for another. */
    private static Map<String, String> states(Optional<Inspection> inspection) {
        return inspection
                .flatMap(seen -> seen.project()
                        .log()
                        .map(log -> log.states(seen.table().rows().rows())))
                .orElse(Map.of());
    }

    /** @param whole whether each revision is drawn, however many there are */
    Graph draw(List<Revision> revisions, boolean whole) {
        var heads = List.of(Head.left(""), Head.left(""), Head.left(""), Head.left(""));
        var named = revisions.stream().mapToInt(one -> name(one).length()).max().orElse(0);
        var room = width - OTHERS - named;
        return new Graph(
                heads,
                heads.size(),
                whole || revisions.size() <= MANY ? every(revisions, room) : collapsed(revisions, room));
    }

    private List<Node> every(List<Revision> revisions, int room) {
        return revisions.stream().map(one -> node(one, room)).toList();
    }

    private List<Node> collapsed(List<Revision> revisions, int room) {
        var nodes = new ArrayList<Node>();
        var run = new ArrayList<Revision>();
        for (var revision : revisions) {
            if (!run.isEmpty()
                    && !(isQuiet(revision) && run.getLast().downRevisions().contains(revision.id()))) {
                nodes.addAll(drawn(run, room));
                run.clear();
            }
            run.add(revision);
            if (!isQuiet(revision)) {
                nodes.addAll(drawn(run, room));
                run.clear();
            }
        }
        nodes.addAll(drawn(run, room));
        return nodes;
    }

    private List<Node> drawn(List<Revision> run, int room) {
        if (run.size() < RUN) {
            return every(run, room);
        }
        var cells = List.of(
                Text.of("… " + run.size() + " revisions …", Style.FAINT),
                Text.of("history --all draws them", Style.FAINT),
                Text.EMPTY,
                Text.EMPTY);
        var caption = Caption.of("… " + run.size() + " revisions …", "history --all draws them");
        return List.of(
                new Node(run.getFirst().id(), run.getLast().downRevisions(), EnumSet.of(Mark.RUN), caption, cells));
    }

    /** One of a plain chain, with nothing to point at. */
    private boolean isQuiet(Revision revision) {
        return revision.downRevisions().size() == 1
                && graph.children(revision.id()).size() == 1
                && revision.branchLabels().isEmpty()
                && revision.dependsOn().isEmpty()
                && pointers(revision.id()).isEmpty();
    }

    private Node node(Revision revision, int room) {
        var labels = graph.labels(revision.id()).isEmpty()
                ? ""
                : "(" + String.join(", ", graph.labels(revision.id())) + ") ";
        var cells = List.of(
                Text.of(name(revision), Style.STRONG),
                Text.of(labels + RevisionWords.message(revision, room)),
                Text.of(states.getOrDefault(revision.id(), RevisionWords.created(revision)), Style.FAINT),
                Text.of(pointers(revision.id()), Style.WARN));
        var caption = new Caption(
                revision.id(),
                revision.branchLabels(),
                RevisionWords.message(revision),
                RevisionWords.created(revision));
        return new Node(revision.id(), revision.downRevisions(), marks(revision.id()), caption, cells);
    }

    private String name(Revision revision) {
        return (revision.id() + " " + RevisionWords.marks(graph, revision.id())).strip();
    }

    private String pointers(String id) {
        var marks = marks(id);
        var row = marks.contains(Mark.ROW);
        var schema = marks.contains(Mark.SCHEMA);
        if (row && schema) {
            return "<- row (current), schema fits";
        }
        return row ? "<- row (current)" : schema ? "<- schema fits" : "";
    }

    private Set<Mark> marks(String id) {
        return RevisionMarks.of(graph, inspection.map(Inspection::diagnosis), id);
    }
}
