package dev.restamp.core.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * The words for what leads nowhere. What names lead to is the business of the conformance tests.
 *
 * <p>3c4d5e6f7081 ← 3f00aa12bb34 ← 708192a3b4c5 (labelled shop), and 3f00aa12bb34 ← 81ffee000000.
 */
class RevisionQueryTest {
    private static final RevisionGraph FORK = RevisionGraph.of(List.of(
            Revision.of("3c4d5e6f7081"),
            Revision.of("3f00aa12bb34", "3c4d5e6f7081"),
            new Revision("708192a3b4c5", List.of("3f00aa12bb34"), List.of("shop"), List.of(), "", "7.py"),
            Revision.of("81ffee000000", "3f00aa12bb34")));
    private static final RevisionQuery QUERY = RevisionQuery.of(FORK, List.of("3c4d5e6f7081"));

    @Test
    void an_unknown_name_is_told_with_the_landmarks() {
        var problem = problem(() -> QUERY.resolve("9"));
        assertThat(problem.exit()).isEqualTo(Exit.PROJECT);
        assertThat(problem.what())
                .isEqualTo("no revision starts with \"9\"; heads: 708192a3b4c5, 81ffee000000, row: 3c4d5e6f7081");
    }

    @Test
    void an_ambiguous_name_is_told_with_all_it_could_be() {
        assertThat(problem(() -> QUERY.resolve("3")).what())
                .isEqualTo("\"3\" is not enough: 3c4d5e6f7081, 3f00aa12bb34");
    }

    @Test
    void a_near_miss_is_suggested() {
        assertThat(problem(() -> QUERY.resolve("HEAD")).hint()).isEqualTo("did you mean head");
        assertThat(problem(() -> QUERY.resolve("3c4d5e6f7018")).hint()).isEqualTo("did you mean 3c4d5e6f7081");
        assertThat(problem(() -> QUERY.resolve("shpo@head")).hint()).isEqualTo("did you mean shop");
        assertThat(problem(() -> QUERY.resolve("zzzzzzzzzzzz")).hint())
                .isEqualTo("`heads` and `history` list the revisions");
    }

    @Test
    void several_heads_are_named() {
        assertThat(problem(() -> QUERY.upgrade("head")).what())
                .isEqualTo("\"head\" is one of several heads: 708192a3b4c5, 81ffee000000");
    }

    @Test
    void a_step_with_a_choice_names_the_choices() {
        assertThat(problem(() -> QUERY.upgrade("+2")).what())
                .isEqualTo("\"+2\" is ambiguous: from 3f00aa12bb34 there are several ways: 708192a3b4c5, 81ffee000000");
        assertThat(QUERY.upgrade("shop@+2")).hasSize(2);
    }

    @Test
    void a_step_on_a_branch_starts_where_the_branch_is_implied() {
        var sideways = RevisionQuery.of(FORK, List.of("81ffee000000"));
        assertThat(sideways.upgrade("shop@+1")).extracting(Revision::id).containsExactly("708192a3b4c5");
        assertThat(RevisionQuery.of(FORK).upgrade("shop@+1"))
                .extracting(Revision::id)
                .containsExactly("3c4d5e6f7081");
        assertThat(problem(() -> QUERY.upgrade("-1")).what()).contains("an upgrade leads up");
    }

    @Test
    void steps_count_from_a_revision_too() {
        assertThat(QUERY.upgrade("shop@head-1")).extracting(Revision::id).containsExactly("3f00aa12bb34");
        assertThat(QUERY.history("3c4d:+1")).extracting(Revision::id).containsExactly("3f00aa12bb34", "3c4d5e6f7081");
        assertThat(problem(() -> QUERY.upgrade("base-1")).what()).contains("below the first revision");
    }

    @Test
    void a_range_turned_round_is_told() {
        assertThat(problem(() -> QUERY.history("81ff:3c4d")).what())
                .isEqualTo("81ff:3c4d is no range: 3c4d does not build on 81ff");
        assertThat(problem(() -> QUERY.history("81ff")).exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void an_unknown_row_stops_an_upgrade_and_is_named() {
        var query = RevisionQuery.of(FORK, List.of("3c4d5e6f7081", "deadbeef0000", ""));
        assertThat(query.unknownRows()).containsExactly("deadbeef0000");
        assertThat(problem(() -> query.upgrade("heads")).what())
                .startsWith("row \"deadbeef0000\" is no revision of this project; heads: ");
    }

    @Test
    void overlapping_rows_stop_an_upgrade_and_the_lower_one_is_named() {
        var query = RevisionQuery.of(FORK, List.of("3f00aa12bb34", "3c4d5e6f7081"));
        assertThat(problem(() -> query.upgrade("heads")).what())
                .isEqualTo("rows overlap: 3f00aa12bb34 already implies 3c4d5e6f7081");
    }

    @Test
    void a_row_that_is_there_twice_counts_once() {
        var query = RevisionQuery.of(FORK, List.of("3c4d5e6f7081", "3c4d5e6f7081"));
        assertThat(query.current()).hasSize(1);
        assertThat(query.upgrade("+1")).hasSize(1);
    }

    @Test
    void more_steps_than_an_int_can_count_are_too_many() {
        assertThat(problem(() -> QUERY.upgrade("shop@+99999999999")).what()).contains("beyond the last revision");
    }

    @Test
    void show_counts_steps_too() {
        assertThat(QUERY.named("shop@head-1")).extracting(Revision::id).containsExactly("3f00aa12bb34");
        assertThat(QUERY.named("+1")).extracting(Revision::id).containsExactly("3f00aa12bb34");
        assertThat(QUERY.named("current")).extracting(Revision::id).containsExactly("3c4d5e6f7081");
        assertThat(problem(() -> QUERY.named("81ff+1")).what()).contains("beyond the last revision");
        assertThat(RevisionQuery.asksForRows("+1")).isTrue();
        assertThat(RevisionQuery.asksForRows("head-1")).isFalse();
        assertThat(problem(() -> QUERY.resolve("81ff-1")).hint()).endsWith("show 81ff-1");
    }

    @Test
    void a_head_that_a_row_implies_is_not_missing() {
        var depends = RevisionGraph.of(
                List.of(Revision.of("aaaa"), new Revision("bbbb", List.of(), List.of(), List.of("aaaa"), "", "b.py")));
        assertThat(depends.heads()).containsExactly("aaaa", "bbbb");
        assertThat(RevisionQuery.of(depends, List.of("bbbb")).missingHeads()).isEmpty();
        assertThat(RevisionQuery.of(depends, List.of("aaaa")).missingHeads()).containsExactly("bbbb");
        assertThat(RevisionQuery.of(depends).missingHeads()).containsExactly("aaaa", "bbbb");
    }

    private static Problem problem(Callable<List<Revision>> question) {
        return catchThrowableOfType(Problem.class, question::call);
    }
}
