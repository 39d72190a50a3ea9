package dev.restamp.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Block.Caption;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Block.Fields;
import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import dev.restamp.shell.render.OutputFormat.Envelope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFormatTest {
    private static final Head TABLE = Head.left("table");
    private static final Head ROWS = Head.right("rows");

    @Test
    void columns_are_as_wide_as_their_widest_cell_and_numbers_stand_right() {
        assertThat(at(
                        80,
                        new Grid(
                                List.of(TABLE, ROWS, Head.left("")),
                                List.of(row("orders", "1,204", ""), row("users", "7", "why")))))
                .isEqualTo("""
                          table    rows
                          orders  1,204
                          users       7  why
                        """);
    }

    @Test
    void numbers_in_the_last_column_stand_right_too() {
        assertThat(at(80, new Grid(List.of(TABLE, ROWS), List.of(row("orders", "1,204"), row("users", "7")))))
                .isEqualTo("""
                          table    rows
                          orders  1,204
                          users       7
                        """);
    }

    @Test
    void without_titles_there_is_no_line_of_titles() {
        assertThat(at(80, new Grid(List.of(Head.left(""), Head.left("")), List.of(row("a", "b"), row("ccc", "d")))))
                .isEqualTo("""
                          a    b
                          ccc  d
                        """);
    }

    @Test
    void wide_characters_count_twice_and_accents_not_at_all() {
        assertThat(at(
                        80,
                        new Grid(List.of(TABLE, ROWS), List.of(row("日本", "1"), row("e\u0301te", "2"), row("🐘", "3")))))
                .isEqualTo("""
                          table  rows
                          日本      1
                          e\u0301te       2
                          🐘        3
                        """);
    }

    @Test
    void an_escaped_character_is_as_wide_as_it_is_drawn() {
        assertThat(at(80, new Grid(List.of(TABLE, ROWS), List.of(row("\u001b", "1"), row("users", "2")))))
                .isEqualTo("""
                          table  rows
                          \\x1B      1
                          users     2
                        """);
    }

    @Test
    void the_last_cell_moves_below_where_there_is_no_room() {
        assertThat(at(
                        40,
                        new Grid(
                                List.of(TABLE, Head.left("")),
                                List.of(row("orders", "fine"), row("users", "permission denied for table users")))))
                .isEqualTo("""
                          table
                          orders  fine
                          users
                            permission denied for table users
                        """);
    }

    @Test
    void a_note_ends_at_the_right_edge() {
        assertThat(at(40, new Block.Noted(Text.of("DRIFT  the row is behind"), "VD101")))
                .isEqualTo("DRIFT  the row is behind           VD101\n");
    }

    @Test
    void a_note_moves_below_where_there_is_no_room() {
        var text = "DRIFT  the version row is behind it"; // 35 columns
        assertThat(at(42, new Block.Noted(Text.of(text), "VD101"))).isEqualTo(text + "  VD101\n");
        assertThat(at(41, new Block.Noted(Text.of(text), "VD101"))).isEqualTo(text + "\n  VD101\n");
    }

    @Test
    void a_note_that_is_too_wide_itself_is_wrapped() {
        assertThat(at(
                        40,
                        new Block.Noted(
                                Text.of("p1  the rows are as planned"),
                                "the table holds one more row than it should have held")))
                .isEqualTo("""
                        p1  the rows are as planned
                          the table holds one more row than it
                          should have held
                        """);
    }

    @Test
    void a_text_that_is_too_wide_is_wrapped_between_words_and_its_note_follows() {
        assertThat(at(40, new Block.Noted(Text.of("DRIFT  the database cannot tell several places apart"), "VD113")))
                .isEqualTo("""
                        DRIFT  the database cannot tell several
                          places apart  VD113
                        """);
    }

    @Test
    void values_of_fields_are_aligned_and_wrapped_below_themselves() {
        var fields = new Fields(List.of(
                new Field("row", Text.of("3c4d5e6f7081"), "1 row"),
                new Field("schema", Text.of("6f708192a3b4 (mergepoint)  merge invoices and audit_log"), ""),
                new Field("project", Text.of("708192a3b4c5"), "./a-long-folder")));
        assertThat(at(40, fields)).isEqualTo("""
                          row      3c4d5e6f7081            1 row
                          schema   6f708192a3b4 (mergepoint)
                                   merge invoices and audit_log
                          project  708192a3b4c5  ./a-long-folder
                        """);
    }

    @Test
    void a_change_of_style_does_not_end_a_word() {
        var text = Text.of("the schema fits the revision ")
                .and("6f708192a3b4", Style.STRONG)
                .and(": five present");
        assertThat(at(42, new Block.Noted(text, ""))).isEqualTo("""
                        the schema fits the revision 6f708192a3b4:
                          five present
                        """);
        assertThat(at(41, new Block.Noted(text, ""))).isEqualTo("""
                        the schema fits the revision
                          6f708192a3b4: five present
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100})
    void an_id_is_never_cut(int width) {
        var id = "i".repeat(90);
        assertThat(at(
                        width,
                        new Block.Line(Text.of(id)),
                        new Block.Noted(Text.of("a " + id + " b"), id),
                        new Fields(List.of(new Field("row", Text.of(id), id))),
                        new Grid(List.of(TABLE, TABLE), List.of(row(id, id))),
                        new Graph(List.of(TABLE, TABLE), 1, List.of(node(id, List.of(), Set.of(), row(id, id))))))
                .satisfies(text -> assertThat(text.split(id, -1)).hasSize(10));
    }

    @Test
    void what_moves_below_a_revision_leaves_the_drawing_whole() {
        var heads = List.of(Head.left("revision"), Head.left("shows"));
        var nodes = List.of(
                node(
                        "m",
                        List.of("a", "b"),
                        Set.of(Mark.MERGE),
                        row("m", "table audit_log, table invoices, index on both")),
                node("b", List.of(), Set.of(), row("b", "")),
                node("a", List.of(), Set.of(), row("a", "ok")));
        assertThat(at(40, new Graph(heads, 1, nodes))).isEqualTo("""
                             revision  shows
                        ◆    m
                        │      table audit_log, table invoices,
                        │      index on both
                        ├─╮
                        │ ●  b
                        ●    a         ok
                        """);
    }

    @Test
    void next_commands_are_numbered_from_1_and_their_reasons_aligned() {
        var report = Report.builder()
                .line("DRIFT")
                .next(Next.reads("diagnose", "the evidence"), Next.writes("stamp 6f708192a3b4", "plan the repair"))
                .build(Exit.FINDING);
        assertThat(print(report, new Canvas(80, false, false))).isEqualTo("""
                        DRIFT

                        next
                          1  diagnose             the evidence
                          2  stamp 6f708192a3b4   plan the repair
                        """);
    }

    @Test
    void no_line_ends_in_a_blank() {
        assertThat(at(
                                80,
                                new Grid(List.of(TABLE, ROWS, TABLE), List.of(row("a", "1", ""))),
                                new Block.Line(Text.of("a  ")))
                        .lines())
                .noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void colours_are_signs_of_their_own_and_change_no_column() {
        var grid = new Grid(
                List.of(TABLE, ROWS), List.of(List.of(Text.of("users", Style.STRONG), Text.of("?", Style.BAD))));
        var coloured = print(Report.builder().block(grid).build(Exit.OK), new Canvas(80, true, false));
        assertThat(coloured).contains("\u001b[1musers\u001b[", "\u001b[31m?");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").lines().map(String::stripTrailing))
                .containsExactlyElementsOf(at(80, grid).lines().toList());
    }

    @Test
    void a_hostile_text_cannot_bring_its_own_colours() {
        var report = Report.builder().line(Text.of("\u001b[31mred", Style.BAD)).build(Exit.OK);
        assertThat(print(report, new Canvas(80, true, false))).contains("\\x1B[31mred");
    }

    private static Node node(String id, List<String> parents, Set<Mark> marks, List<Text> cells) {
        return new Node(id, parents, marks, Caption.of(id, ""), cells);
    }

    private static List<Text> row(String... cells) {
        return List.of(cells).stream().map(Text::of).toList();
    }

    private static String at(int width, Block... blocks) {
        var report = Report.builder();
        List.of(blocks).forEach(report::block);
        return print(report.build(Exit.OK), new Canvas(width, false, false));
    }

    private static String print(Report report, Canvas canvas) {
        return OutputFormats.TABLE.print(report, new Envelope("x", "1.0.0", "2026-11-22T03:12:44Z"), canvas);
    }
}
