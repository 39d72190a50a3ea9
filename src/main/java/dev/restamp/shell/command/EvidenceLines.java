package dev.restamp.shell.command;

import dev.restamp.core.evidence.ChangeSummary;
import dev.restamp.core.evidence.Diagnosis;
import dev.restamp.core.evidence.Observation;
import dev.restamp.core.evidence.Observation.Seen;
import dev.restamp.core.evidence.RevisionEvidence;
import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.shell.render.Block.Caption;
import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lines of the evidence graph: a revision, whether the row has it, whether the schema has it, what is to be seen. */
final class EvidenceLines {
    private static final int RUN = 6;

    /** What the other columns of a line take: id and marks, row, schema, what the database shows. */
    private static final int OTHERS = 76;

    private final Diagnosis diagnosis;
    private final RevisionGraph graph;
    private final Set<String> believed;
    private final int width;

    /** @param width of what is drawn on, in columns */
    EvidenceLines(Diagnosis diagnosis, Set<String> believed, int width) {
        this.diagnosis = diagnosis;
        this.graph = diagnosis.timeline().graph();
        this.believed = believed;
        this.width = width;
    }

    /** One line a revision. */
    List<Node> every() {
        return diagnosis.evidence().values().stream().map(this::line).toList();
    }

    /** Runs of revisions without news drawn as one line each. */
    List<Node> collapsed() {
        var lines = new ArrayList<Node>();
        var run = new ArrayList<RevisionEvidence>();
        for (var evidence : diagnosis.evidence().values()) {
            if (!isQuiet(evidence) || !continues(run, evidence)) {
                flush(run, lines);
            }
            if (isQuiet(evidence)) {
                run.add(evidence);
            } else {
                lines.add(line(evidence));
            }
        }
        flush(run, lines);
        return lines;
    }

    private static boolean continues(List<RevisionEvidence> run, RevisionEvidence next) {
        return run.isEmpty()
                || run.getLast()
                        .revision()
                        .downRevisions()
                        .equals(List.of(next.revision().id()));
    }

    /** Present, recorded, and one of a plain chain: nothing anybody asks about. */
    private boolean isQuiet(RevisionEvidence evidence) {
        var id = evidence.revision().id();
        return evidence.status() == Status.PRESENT
                && evidence.unread().isEmpty()
                && believed.contains(id)
                && !diagnosis.version().ids().contains(id)
                && evidence.revision().downRevisions().size() == 1
                && graph.children(id).size() == 1;
    }

    private void flush(List<RevisionEvidence> run, List<Node> lines) {
        if (run.size() < RUN) {
            run.forEach(evidence -> lines.add(line(evidence)));
        } else {
            var cells = List.of(
                    Text.of("… " + run.size() + " revisions, all present …", Style.FAINT),
                    Text.of("✓"),
                    Text.of("✓"),
                    Text.of("(diagnose --all)", Style.FAINT));
            var last = run.getLast().revision().downRevisions();
            var caption = Caption.of("… " + run.size() + " revisions, all present …", "");
            lines.add(new Node(run.getFirst().revision().id(), last, EnumSet.of(Mark.RUN), caption, cells));
        }
        run.clear();
    }

    private Node line(RevisionEvidence evidence) {
        var id = evidence.revision().id();
        var shown = RevisionWords.message(evidence.revision(), width - OTHERS);
        var marks = RevisionWords.marks(graph, id);
        var cells = List.of(
                Text.of(id, Style.STRONG).and(" " + (marks.isEmpty() ? "" : marks + " ") + shown),
                row(id),
                schema(evidence.status()),
                shows(evidence));
        var caption =
                new Caption(id, evidence.revision().branchLabels(), RevisionWords.message(evidence.revision()), "");
        var these = RevisionMarks.of(graph, Optional.of(diagnosis), id);
        return new Node(id, evidence.revision().downRevisions(), these, caption, cells);
    }

    private Text row(String id) {
        if (diagnosis.version().ids().contains(id)) {
            return Text.of("ROW", Style.STRONG);
        }
        return Text.of(believed.contains(id) ? "✓" : "·");
    }

    private static Text schema(Status status) {
        return switch (status) {
            case PRESENT -> Text.of("✓", Style.GOOD);
            case PARTLY -> Text.of("~", Style.BAD);
            case ABSENT -> Text.of("✗", Style.BAD);
            case NOTHING_TO_SEE -> Text.of("–");
            case NOT_READABLE -> Text.of("?", Style.WARN);
        };
    }

    private static Text shows(RevisionEvidence evidence) {
        return switch (evidence.status()) {
            case PRESENT, ABSENT -> summary(evidence);
            case PARTLY -> missing(evidence);
            case NOTHING_TO_SEE -> Text.of(traceless(evidence));
            case NOT_READABLE -> Text.of(evidence.unread().getFirst().why());
        };
    }

    private static String traceless(RevisionEvidence evidence) {
        if (!evidence.observations().isEmpty()) {
            return "cannot be told: later ones change the same";
        }
        return evidence.invisible().isEmpty()
                ? "no effect of its own"
                : "no trace: " + evidence.invisible().getFirst().what();
    }

    private static Text summary(RevisionEvidence evidence) {
        var changes = evidence.observations().stream()
                .filter(one -> one.seen() != Seen.UNDECIDED)
                .map(Observation::change)
                .toList();
        var details = ChangeSummary.details(changes);
        var headline = ChangeSummary.headline(changes);
        var words = evidence.observations().stream()
                .filter(one -> one.seen() == Seen.NOT_DONE)
                .map(Observation::word)
                .distinct()
                .toList();
        var text = Text.of(headline).and(details.isEmpty() ? "" : "  " + details);
        return evidence.status() == Status.ABSENT ? text.and("  " + String.join(", ", words), Style.BAD) : text;
    }

    private static Text missing(RevisionEvidence evidence) {
        var against = evidence.observations().stream()
                .filter(one -> one.seen() == Seen.NOT_DONE || one.seen() == Seen.DIFFERENT)
                .toList();
        var shown = ChangeSummary.withoutParts(
                against.stream().map(Observation::change).toList());
        var first = against.stream()
                .filter(one -> shown.contains(one.change()))
                .findFirst()
                .orElse(against.getFirst());
        var more = shown.size() - 1;
        return Text.of(first.key() + "  ")
                .and(first.word(), Style.BAD)
                .and(first.details().isEmpty() ? "" : ": " + first.details().getFirst())
                .and(more > 0 ? ", and " + more + " more" : "");
    }
}
