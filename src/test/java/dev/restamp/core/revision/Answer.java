package dev.restamp.core.revision;

import dev.restamp.core.Problem;
import java.util.List;
import java.util.function.Supplier;

/** What Restamp said: revisions, or a problem. Any other exception escapes, and fails the test. */
sealed interface Answer {
    record Revisions(List<Revision> revisions) implements Answer {
        List<String> ids() {
            return revisions.stream().map(Revision::id).toList();
        }
    }

    record Refused(Reason reason) implements Answer {}

    static Answer of(Supplier<List<Revision>> question) {
        try {
            return new Revisions(question.get());
        } catch (Problem problem) {
            return new Refused(Reason.of(problem));
        }
    }

    static Answer ids(RevisionGraph graph, List<String> ids) {
        return new Revisions(ids.stream().map(id -> graph.get(id).orElseThrow()).toList());
    }
}
