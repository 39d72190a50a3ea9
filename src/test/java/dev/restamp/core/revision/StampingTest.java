package dev.restamp.core.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.StampStep.Delete;
import dev.restamp.core.revision.StampStep.Insert;
import dev.restamp.core.revision.StampStep.Update;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Three trees: core1 ← core2, bill1 ← bill2 (labelled billing), and net1 ← net2, where net2 depends on core1.
 */
class StampingTest {
    private static final RevisionGraph TREES = RevisionGraph.of(List.of(
            Revision.of("core1"),
            Revision.of("core2", "core1"),
            new Revision("bill1", List.of(), List.of("billing"), List.of(), "", "bill1.py"),
            Revision.of("bill2", "bill1"),
            Revision.of("net1"),
            new Revision("net2", List.of("net1"), List.of(), List.of("core1"), "", "net2.py")));

    @Test
    void one_branch_behind_moves_and_the_others_keep_their_rows() {
        var stamp = stamp(List.of("core2", "bill1", "net2"), "heads");
        assertThat(stamp.after()).containsExactly("core2", "net2", "bill2");
        assertThat(stamp.steps()).containsExactly(new Update("bill1", "bill2"));
    }

    @Test
    void several_branches_ahead_all_move_back_each_from_its_own_row() {
        var stamp = stamp(List.of("core2", "bill2"), "core1", "bill1");
        assertThat(stamp.steps()).containsExactly(new Update("core2", "core1"), new Update("bill2", "bill1"));
    }

    @Test
    void overlapping_rows_collapse_though_the_head_is_already_there() {
        var stamp = stamp(List.of("core2", "core1"), "core2");
        assertThat(stamp.after()).containsExactly("core2");
        assertThat(stamp.steps()).containsExactly(new Delete("core1"));
    }

    @Test
    void a_row_that_another_rows_dependency_implies_goes() {
        assertThat(stamp(List.of("core1", "net2"), "billing").after()).containsExactly("net2", "bill1");
    }

    @Test
    void of_two_targets_one_above_the_other_the_upper_one_is_written() {
        assertThat(stamp(List.of(), "core1", "core2").steps()).containsExactly(new Insert("core2"));
        assertThat(stamp(List.of(), "core2", "core1").steps()).containsExactly(new Insert("core2"));
    }

    @Test
    void an_unknown_row_stays_and_does_not_block() {
        var stamp = stamp(List.of("deadbeef", "core1"), "core2");
        assertThat(stamp.after()).containsExactly("deadbeef", "core2");
        assertThat(stamp.steps()).containsExactly(new Update("core1", "core2"));
    }

    @Test
    void an_unknown_row_goes_when_it_is_named() {
        var stamp = Stamping.of(TREES, List.of("deadbeef", "bill2"), List.of("core2"), Set.of("deadbeef"));
        assertThat(stamp.after()).containsExactly("bill2", "core2");
        assertThat(stamp.steps()).containsExactly(new Update("deadbeef", "core2"));
    }

    @Test
    void without_a_target_only_what_is_named_or_implied_goes() {
        var stamp = Stamping.of(TREES, List.of("deadbeef", "core1", "core2"), List.of(), Set.of("deadbeef"));
        assertThat(stamp.after()).containsExactly("core2");
    }

    @Test
    void base_empties_the_table_of_all_that_is_known() {
        var stamp = stamp(List.of("core2", "deadbeef", "bill1"), "base");
        assertThat(stamp.after()).containsExactly("deadbeef");
        assertThat(stamp.steps()).containsExactly(new Delete("core2"), new Delete("bill1"));
    }

    @Test
    void the_base_of_a_branch_takes_away_its_rows_alone() {
        assertThat(stamp(List.of("core2", "bill2"), "billing@base").after()).containsExactly("core2");
    }

    @Test
    void base_and_a_revision_leave_the_revision() {
        assertThat(stamp(List.of("core2", "bill2"), "base", "bill1").after()).containsExactly("bill1");
    }

    @Test
    void of_a_row_that_is_there_twice_one_is_deleted() {
        assertThat(stamp(List.of("core1", "core1"), "core1").steps()).containsExactly(new Delete("core1"));
        assertThat(stamp(List.of("core1", "core1"), "core2").steps())
                .containsExactly(new Delete("core1"), new Update("core1", "core2"));
    }

    @Test
    void a_row_that_is_only_the_beginning_of_one_name_is_taken_for_that_revision() {
        assertThat(stamp(List.of("billi"), "bill2").steps()).containsExactly(new Update("billi", "bill2"));
    }

    @Test
    void a_row_that_is_the_beginning_of_several_names_stays() {
        assertThat(stamp(List.of("core"), "core2").steps()).containsExactly(new Insert("core2"));
    }

    @Test
    void a_null_row_is_left_alone() {
        assertThat(stamp(List.of("", "core1"), "core2").after()).containsExactly("", "core2");
    }

    @Test
    void an_unknown_target_is_a_problem_of_the_project() {
        assertThatThrownBy(() -> stamp(List.of("core1"), "core3")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.exit()).isEqualTo(Exit.PROJECT);
            assertThat(problem.what())
                    .isEqualTo("no revision starts with \"core3\"; heads: core2, bill2, net2, row: core1");
            assertThat(problem.hint()).isEqualTo("did you mean core1");
        });
    }

    @Test
    void a_misspelt_branch_does_not_empty_the_table() {
        assertThatThrownBy(() -> stamp(List.of("core1"), "biling@base")).hasMessageStartingWith("no branch \"biling\"");
    }

    @Test
    void steps_below_the_heads_are_no_place_to_stamp_while_there_are_rows() {
        assertThatThrownBy(() -> stamp(List.of("core1"), "-1")).hasMessageContaining("counts from the heads");
    }

    @Test
    void a_head_that_is_nowhere_does_not_pass_for_base() {
        var ring = RevisionGraph.of(List.of(Revision.of("aaaa", "bbbb"), Revision.of("bbbb", "aaaa")));
        assertThatThrownBy(() -> Stamping.of(ring, List.of("aaaa"), List.of("head"), Set.of()))
                .hasMessageContaining("ring");
    }

    private static Stamping stamp(List<String> rows, String... targets) {
        return Stamping.of(TREES, rows, List.of(targets), Set.of());
    }
}
