package dev.restamp.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.shell.render.Block.Caption;
import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Revisions are written newest first, {@code m < a b} for one whose parents are a and b. */
class LanesTest {
    @Test
    void a_line() {
        assertThat(drawn("c < b", "b < a", "a")).isEqualTo("""
                        ● c
                        ● b
                        ● a
                        """);
    }

    @Test
    void a_fork() {
        assertThat(drawn("c < a", "b < a", "a")).isEqualTo("""
                        ● c
                        │ ● b
                        ├─╯
                        ● a
                        """);
    }

    @Test
    void a_merge_of_two_bases() {
        assertThat(drawn("m < a b", "b", "a")).isEqualTo("""
                        ◆ m
                        ├─╮
                        │ ● b
                        ● a
                        """);
    }

    @Test
    void a_diamond_and_what_is_above_and_below_it() {
        assertThat(drawn("x < m", "m < b c", "c < a", "b < a", "a < z", "z")).isEqualTo("""
                        ● x
                        ◆ m
                        ├─╮
                        │ ● c
                        ● │ b
                        ├─╯
                        ● a
                        ● z
                        """);
    }

    @Test
    void a_merge_with_its_own_ancestor() {
        assertThat(drawn("m < b a", "b < a", "a")).isEqualTo("""
                        ◆ m
                        ├─╮
                        ● │ b
                        ├─╯
                        ● a
                        """);
    }

    @Test
    void a_parent_with_another_child() {
        assertThat(drawn("x < a b", "y < b", "b < r", "a < r", "r")).isEqualTo("""
                        ◆ x
                        ├─╮
                        │ │ ● y
                        │ ├─╯
                        │ ● b
                        ● │ a
                        ├─╯
                        ● r
                        """);
    }

    @Test
    void a_merge_into_a_lane_that_is_there_already() {
        assertThat(drawn("t < m", "y < b", "m < a b", "b < r", "a < r", "r")).isEqualTo("""
                        ● t
                        │ ● y
                        ◆ │ m
                        ├─┤
                        │ ● b
                        ● │ a
                        ├─╯
                        ● r
                        """);
    }

    @Test
    void a_criss_cross() {
        assertThat(drawn("m < a b", "n < a b", "b < r", "a < r", "r")).isEqualTo("""
                        ◆ m
                        ├─╮
                        │ │ ◆ n
                        │ │ ├─╮
                        │ ├─┼─╯
                        │ ● │ b
                        ├─┼─╯
                        ● │ a
                        ├─╯
                        ● r
                        """);
    }

    @Test
    void two_bases_that_never_meet() {
        assertThat(drawn("b < a", "y < x", "a", "x")).isEqualTo("""
                        ● b
                        │ ● y
                        ● │ a
                          ● x
                        """);
    }

    @Test
    void a_merge_of_three() {
        assertThat(drawn("m < a b c", "c < r", "b < r", "a < r", "r")).isEqualTo("""
                        ◆ m
                        ├─╮
                        ├─┼─╮
                        │ │ ● c
                        │ ● │ b
                        ● │ │ a
                        ├─┼─╯
                        ├─╯
                        ● r
                        """);
    }

    @Test
    void four_branches_side_by_side() {
        assertThat(drawn("d < r", "c < r", "b < r", "a < r", "r")).isEqualTo("""
                        ● d
                        │ ● c
                        │ │ ● b
                        │ │ │ ● a
                        ├─┼─┼─╯
                        ├─┼─╯
                        ├─╯
                        ● r
                        """);
    }

    @Test
    void a_join_runs_over_a_lane_that_has_ended() {
        assertThat(drawn("x < r", "y", "z < r", "r")).isEqualTo("""
                        ● x
                        │ ● y
                        │ ● z
                        ├─╯
                        ● r
                        """);
        assertThat(drawn("x < r", "y < q", "z < r", "q", "r")).isEqualTo("""
                        ● x
                        │ ● y
                        │ │ ● z
                        │ ● │ q
                        ├───╯
                        ● r
                        """);
    }

    @Test
    void a_lane_that_has_ended_is_used_again() {
        assertThat(drawn("x < r", "y < q", "z < r", "q", "w < r", "r")).isEqualTo("""
                        ● x
                        │ ● y
                        │ │ ● z
                        │ ● │ q
                        │ ● │ w
                        ├─┼─╯
                        ├─╯
                        ● r
                        """);
    }

    @Test
    void a_parent_that_is_not_shown_keeps_its_lane_to_the_end() {
        assertThat(drawn("m < a b", "b < older", "a < older")).isEqualTo("""
                        ◆ m
                        ├─╮
                        │ ● b
                        ● │ a
                        """);
    }

    @Test
    void in_ascii() {
        var ascii = new Canvas(80, false, true);
        assertThat(ascii.glyphs(drawn("m < a b c", "c < r", "b < r", "a < r", "r")))
                .isEqualTo("""
                        * m
                        |-\\
                        |-+-\\
                        | | * c
                        | * | b
                        * | | a
                        |-+-/
                        |-/
                        * r
                        """);
    }

    @Test
    void below_a_revision_its_lanes_go_on() {
        assertThat(below("m < a b", "b < r", "a < r", "r")).containsExactly("│", "│ │", "│ │", "");
        assertThat(below("b < a", "y", "a")).containsExactly("│", "│", "");
    }

    private static String drawn(String... nodes) {
        var lanes = new Lanes();
        var drawing = new StringBuilder();
        for (var node : nodes(nodes)) {
            lanes.step(node)
                    .rows()
                    .forEach(row -> drawing.append(row.shape())
                            .append(row.node() ? " " + node.id() : "")
                            .append('\n'));
        }
        return drawing.toString();
    }

    private static List<String> below(String... nodes) {
        var lanes = new Lanes();
        var below = new ArrayList<String>();
        nodes(nodes)
                .forEach(node -> lanes.step(node).rows().stream()
                        .filter(Lanes.Row::node)
                        .forEach(row -> below.add(row.below())));
        return below;
    }

    private static List<Node> nodes(String... texts) {
        return List.of(texts).stream()
                .map(text -> List.of(text.split("[ <]+")))
                .map(words -> new Node(
                        words.getFirst(),
                        words.subList(1, words.size()),
                        words.size() > 2 ? Set.of(Mark.MERGE) : Set.of(),
                        Caption.of(words.getFirst(), ""),
                        List.of()))
                .toList();
    }
}
