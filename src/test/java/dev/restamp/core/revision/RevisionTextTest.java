package dev.restamp.core.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the conformance data does not show: empty and many-lined messages, {@code branches -v}, the mark of a row. */
class RevisionTextTest {
    private static final Revision BASE =
            new Revision("aaaa", List.of(), List.of(), List.of(), "first\nline two\n\nmore\u2028yet", "a.py");
    private static final Revision LEFT = new Revision("bbbb", List.of("aaaa"), List.of(), List.of(), "", "b.py");
    private static final Revision RIGHT =
            new Revision("cccc", List.of("aaaa"), List.of("shop"), List.of("bbbb"), "right", "c.py");
    private static final RevisionText TEXT = RevisionText.of(RevisionGraph.of(List.of(BASE, LEFT, RIGHT)));

    @Test
    void a_message_of_two_lines_makes_an_entry_of_two_lines() {
        assertThat(TEXT.history(BASE, true)).isEqualTo("<base> -> aaaa (current) (branchpoint), first\nline two");
    }

    @Test
    void an_entry_without_a_message_ends_in_a_comma_and_a_blank() {
        assertThat(TEXT.history(LEFT, false)).isEqualTo("aaaa -> bbbb (effective head), ");
    }

    @Test
    void dependencies_stand_behind_the_parents_as_written() {
        assertThat(TEXT.history(RIGHT, false)).isEqualTo("aaaa (bbbb) -> cccc (shop) (head), right");
    }

    @Test
    void a_block_indents_each_line_of_the_docstring() {
        assertThat(TEXT.block(BASE, true))
                .containsExactly(
                        "Rev: aaaa (branchpoint) (current)",
                        "Parent: <base>",
                        "Branches into: bbbb, cccc",
                        "Path: a.py",
                        "",
                        "    first",
                        "    line two",
                        "    ",
                        "    more",
                        "    yet",
                        "");
    }

    @Test
    void a_block_calls_an_effective_head_a_head_and_leaves_an_empty_docstring_empty() {
        assertThat(TEXT.block(LEFT, false))
                .containsExactly("Rev: bbbb (head)", "Parent: aaaa", "Path: b.py", "", "", "");
    }

    @Test
    void branches_list_the_children_and_verbosely_their_messages() {
        assertThat(TEXT.branches(BASE, false))
                .containsExactly("aaaa (branchpoint)", "     -> bbbb (effective head)", "     -> cccc (shop) (head)");
        assertThat(TEXT.branches(BASE, true))
                .endsWith("     -> bbbb (effective head), ", "     -> cccc (shop) (head), right");
    }
}
