package dev.restamp.core.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damage is told and gone around. Healthy graphs are the business of {@link GraphConformanceTest}. */
class RevisionGraphTest {
    @Test
    void a_child_whose_parent_is_missing_behaves_as_a_base() {
        var graph = RevisionGraph.of(List.of(Revision.of("b", "a"), Revision.of("c", "b")));
        assertThat(graph.bases()).containsExactly("b");
        assertThat(ids(graph.oldestFirst())).containsExactly("b", "c");
        assertThat(sentences(graph)).containsExactly("b.py revises \"a\", which no file declares");
    }

    @Test
    void a_label_is_no_parent() {
        var graph = RevisionGraph.of(
                List.of(new Revision("a", List.of(), List.of("lab"), List.of(), "", "a.py"), Revision.of("b", "lab")));
        assertThat(graph.parents("b")).isEmpty();
        assertThat(sentences(graph)).containsExactly("b.py revises \"lab\", which no file declares");
    }

    @Test
    void a_missing_dependency_is_left_out() {
        var graph = RevisionGraph.of(List.of(new Revision("a", List.of(), List.of(), List.of("zzzz"), "", "a.py")));
        assertThat(graph.resolvedDependencies("a")).isEmpty();
        assertThat(sentences(graph))
                .containsExactly("a.py depends on \"zzzz\", which is neither a revision in full nor a branch label");
    }

    @Test
    void of_two_files_with_one_id_the_later_one_counts() {
        var graph = RevisionGraph.of(List.of(
                Revision.of("a"),
                Revision.of("b", "a"),
                new Revision("b", List.of(), List.of(), List.of(), "again", "copy_of_b.py")));
        assertThat(graph.get("b").orElseThrow().longDoc()).isEqualTo("again");
        assertThat(graph.revisions()).hasSize(2);
        assertThat(graph.declarations()).hasSize(3);
        assertThat(graph.heads()).containsExactly("a", "b");
        assertThat(sentences(graph))
                .containsExactly("revision b is declared by b.py, copy_of_b.py; the last one counts");
    }

    @Test
    void a_revision_that_revises_itself_does_not() {
        var graph = RevisionGraph.of(List.of(Revision.of("a", "a")));
        assertThat(graph.bases()).containsExactly("a");
        assertThat(graph.heads()).containsExactly("a");
        assertThat(sentences(graph)).containsExactly("a.py: revision a revises itself");
    }

    @Test
    void a_ring_beside_a_chain_is_told_and_listed() {
        var graph = RevisionGraph.of(
                List.of(Revision.of("a"), Revision.of("b", "a"), Revision.of("x", "y"), Revision.of("y", "x")));
        assertThat(ids(graph.newestFirst())).containsExactlyInAnyOrder("a", "b", "x", "y");
        assertThat(graph.ancestors(List.of("x"))).containsExactly("x", "y");
        assertThat(sentences(graph)).containsExactly("revisions x, y revise each other in a ring: x.py, y.py");
    }

    /** a1 ← (a1, c4)=a2 ← b3 ← c4 ← d5: Alembic finds nothing wrong. */
    @Test
    void a_ring_with_an_entry_and_an_exit_is_told_though_alembic_passes_it() {
        var graph = RevisionGraph.of(List.of(
                Revision.of("a1"),
                Revision.of("a2", "a1", "c4"),
                Revision.of("b3", "a2"),
                Revision.of("c4", "b3"),
                Revision.of("d5", "c4")));
        assertThat(ids(graph.newestFirst())).containsExactly("d5", "c4", "b3", "a2", "a1");
        assertThat(graph.problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        GraphProblem.Ring.class,
                        ring -> assertThat(ids(ring.members())).containsExactly("a2", "b3", "c4"));
    }

    @Test
    void a_ring_through_dependencies_is_told_as_such() {
        var graph = RevisionGraph.of(List.of(
                new Revision("a", List.of(), List.of(), List.of("b"), "", "a.py"),
                new Revision("b", List.of(), List.of(), List.of("a"), "", "b.py")));
        assertThat(sentences(graph)).containsExactly("revisions a, b depend on each other in a ring: a.py, b.py");
    }

    @Test
    void an_id_keeps_its_name_against_a_label() {
        var graph = RevisionGraph.of(
                List.of(new Revision("a", List.of(), List.of("b"), List.of(), "", "a.py"), Revision.of("b", "a")));
        assertThat(ids(RevisionQuery.of(graph).resolve("b"))).containsExactly("b");
        assertThat(sentences(graph))
                .containsExactly("branch label \"b\" in a.py is already taken by revision b in b.py");
    }

    @Test
    void an_illegal_id_is_told_and_still_found() {
        var graph = RevisionGraph.of(List.of(Revision.of("a-b+1")));
        assertThat(ids(RevisionQuery.of(graph).resolve("a-b+1"))).containsExactly("a-b+1");
        assertThat(ids(RevisionQuery.of(graph).upgrade("a-b+1"))).containsExactly("a-b+1");
        assertThat(sentences(graph)).containsExactly("a-b+1.py: revision id \"a-b+1\" may not contain +, -");
    }

    @Test
    void what_another_implies_is_not_maximal() {
        var graph = RevisionGraph.of(List.of(
                Revision.of("a"),
                Revision.of("b", "a"),
                new Revision("n", List.of(), List.of(), List.of("b"), "", "n.py")));
        assertThat(graph.maximal(List.of("n", "a", "b", "unknown"))).containsExactly("n");
        assertThat(graph.maximal(List.of("b", "a"))).containsExactly("b");
    }

    /** A spine of 5,000 with a branch at every tenth revision: deep enough for recursion to overflow. */
    @Test
    void a_history_of_thousands_does_not_overflow() {
        var revisions = new ArrayList<Revision>();
        for (var i = 5_000; i > 0; i--) {
            revisions.add(i == 1 ? Revision.of("r1") : Revision.of("r" + i, "r" + (i - 1)));
            if (i % 10 == 0) {
                revisions.add(Revision.of("side" + i, "r" + i));
            }
        }
        var graph = RevisionGraph.of(revisions);
        assertThat(graph.ancestors(List.of("r5000"))).hasSize(5_000);
        assertThat(graph.descendants(List.of("r1"))).hasSize(5_500);
        assertThat(graph.newestFirst()).hasSize(5_500);
        assertThat(ids(graph.oldestFirst())).startsWith("r1", "r2");
        assertThat(RevisionQuery.of(graph).upgrade("r5000")).hasSize(5_000);
        assertThat(ids(RevisionQuery.of(graph, List.of("r4990")).history("current:r5000")))
                .hasSize(11)
                .endsWith("r4990");
        assertThat(graph.problems()).isEmpty();
    }

    private static List<String> sentences(RevisionGraph graph) {
        return graph.problems().stream().map(GraphProblem::sentence).toList();
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }
}
