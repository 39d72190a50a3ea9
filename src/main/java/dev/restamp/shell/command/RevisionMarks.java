package dev.restamp.shell.command;

import dev.restamp.core.evidence.Diagnosis;
import dev.restamp.core.evidence.Position;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.shell.render.Block.Mark;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a revision is in its graph, and where a database is in it. */
final class RevisionMarks {
    private RevisionMarks() {}

    /** @param diagnosis of the database, where there is one */
    static Set<Mark> of(RevisionGraph graph, Optional<Diagnosis> diagnosis, String id) {
        var marks = EnumSet.noneOf(Mark.class);
        mark(marks, Mark.HEAD, graph.isHead(id));
        mark(marks, Mark.EFFECTIVE_HEAD, graph.isEffectiveHead(id));
        mark(marks, Mark.BRANCH, graph.isBranchPoint(id));
        mark(marks, Mark.MERGE, graph.isMergePoint(id));
        diagnosis.ifPresent(known -> {
            mark(marks, Mark.ROW, known.version().ids().contains(id));
            mark(marks, Mark.SCHEMA, fits(known, id));
        });
        return marks;
    }

    private static void mark(Set<Mark> marks, Mark mark, boolean has) {
        if (has) {
            marks.add(mark);
        }
    }

    private static boolean fits(Diagnosis diagnosis, String id) {
        return diagnosis.position() instanceof Position.Fits(var rows, var ignored) && rows.contains(id);
    }
}
