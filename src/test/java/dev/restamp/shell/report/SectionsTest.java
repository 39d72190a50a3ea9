package dev.restamp.shell.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.shell.Redactor;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What each section says of a session, and what it says where nothing was done. */
class SectionsTest {
    private static final List<String> A = List.of("a");
    private static final List<String> B = List.of("b");

    private static List<String> code(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Code.class::isInstance)
                .flatMap(block -> ((Block.Code) block).lines().stream())
                .toList();
    }

    private static String words(List<Block> blocks) {
        var words = new StringBuilder();
        for (var block : blocks) {
            switch (block) {
                case Block.Paragraph(var text) -> words.append(text.plain()).append('\n');
                case Block.Bullets(var points) ->
                    points.stream()
                            .map(Text::plain)
                            .forEach(point -> words.append(point).append('\n'));
                default -> {
                    // Titles, tables and code are asked for elsewhere.
                }
            }
        }
        return words.toString();
    }

    private static List<String> commands(Played session) {
        return CommandsSection.lines(session.incident(), new Redactor()::redact);
    }

    @Test
    void a_stamp_can_be_undone_by_its_receipt_and_by_hand() {
        var undo = UndoSection.of(new Played().drift("a").stamp("stamp b", A, B).incident());
        assertThat(code(undo)).containsExactly("restamp -c 'undo r-1 --expect b --confirm shop'", "put back a");
    }

    @Test
    void two_stamps_are_taken_back_newest_first() {
        var undo = UndoSection.of(new Played()
                .stamp("stamp b", A, B)
                .stamp("stamp c", B, List.of("c"))
                .incident());
        assertThat(code(undo).stream().limit(2))
                .containsExactly(
                        "restamp -c 'undo r-1 --expect c --confirm shop'",
                        "restamp -c 'undo r-0 --expect b --confirm shop'");
    }

    @Test
    void what_was_undone_or_written_over_cannot_be_undone() {
        var undone = new Played().stamp("stamp b", A, B).undo(B, A);
        assertThat(words(UndoSection.of(undone.incident()))).contains("Nothing that was written");
        var moved = new Played().stamp("stamp b", A, B).fine("c");
        assertThat(words(UndoSection.of(moved.incident()))).contains("Nothing that was written");
    }

    @Test
    void the_stamp_stands_in_the_commands_as_a_script_needs_it() {
        var session =
                new Played().drift("a").stamp("stamp head --confirm shop", A, B).fine("b");
        assertThat(commands(session))
                .containsExactly(
                        "connect postgresql://app@db1.internal:5432/shop --as db1",
                        "status",
                        "stamp b --expect a --confirm shop",
                        "status");
    }

    @Test
    void what_was_mistyped_or_failed_is_no_command_for_next_time() {
        var session = new Played()
                .problem("status --al", Exit.USAGE, "status has no option --al")
                .problem("diagnose", Exit.PROJECT, "no project")
                .drift("a")
                .drift("a");
        assertThat(commands(session))
                .containsExactly("connect postgresql://app@db1.internal:5432/shop --as db1", "status");
        assertThat(Timeline.steps(session.incident()))
                .extracting(Timeline.Step::what)
                .noneMatch(what -> what.contains("--al"))
                .anyMatch(what -> what.equals("diagnose: no project"));
    }

    @Test
    void a_line_with_a_secret_is_not_offered_again() {
        var opened = Report.builder().line("connect").build(Exit.OK);
        var session = new Played().answer("connect", "connect postgresql://app:c4n4ry@db1.internal/shop", opened);
        assertThat(commands(session)).containsExactly("connect postgresql://app@db1.internal:5432/shop --as db1");
    }

    @Test
    void a_look_stands_behind_the_connection_it_was_made_on() {
        var answer = Report.builder().line("x").build(Exit.OK);
        var session = new Played()
                .drift("a")
                .answer("connect", "connect stage", answer)
                .fine("b")
                .answer("use", "use db1", answer)
                .drift("a");
        assertThat(commands(session))
                .containsExactly(
                        "connect postgresql://app@db1.internal:5432/shop --as db1",
                        "status",
                        "connect stage",
                        "status",
                        "use db1",
                        "status");
    }

    @Test
    void a_message_that_may_quote_a_value_is_left_out() {
        var failure = Json.object(
                "sqlstate", "22P02",
                "condition", "invalid_text_representation",
                "message", "invalid input syntax for type uuid: \"ana@example.org\"");
        var explained = Report.builder().json("failure", failure).build(Exit.OK);
        var problem = ProblemSection.of(
                new Played().answer("explain", "explain x.log", explained).incident());
        assertThat(code(problem)).first().isEqualTo("22P02 invalid_text_representation");
        assertThat(problem.toString()).doesNotContain("ana@example.org");
    }

    @Test
    void a_statement_is_in_the_timeline_and_its_rows_are_not() {
        var answer = Report.builder()
                .line("ana@example.org")
                .json("rows", List.of(Json.object("email", "ana@example.org")))
                .build(Exit.OK);
        var session = new Played()
                .answer("sql", "sql select email from users", answer)
                .problem("sql select x", Exit.FINDING, "invalid input: \"ana@example.org\"");
        assertThat(Timeline.steps(session.incident()))
                .extracting(Timeline.Step::what)
                .contains("sql select email from users: 1 row", "sql select x: failed");
    }

    @Test
    void a_database_is_introduced_where_it_is_first_met() {
        assertThat(Timeline.steps(
                        new Played().drift("a").note("woken up").fine("a").incident()))
                .extracting(Timeline.Step::what)
                .containsExactly(
                        "on db1: app@db1.internal:5432/shop, PostgreSQL 15.18 primary, treated as prod",
                        "status: VD101 the version row is behind the schema",
                        "note: woken up",
                        "status: row, schema and head agree: a");
    }

    @Test
    void each_section_says_in_a_sentence_that_nothing_was_done() {
        var nothing = new Played().note("only a note").incident();
        var report = words(IncidentReport.blocks(nothing, Optional.empty(), UnaryOperator.identity()));
        assertThat(report)
                .contains(
                        "No database was looked at in this session.",
                        "Nothing was looked at in this session.",
                        "Nothing was stamped in this session.",
                        "Nothing was verified in this session.",
                        "Nothing was counted in this session.",
                        "Nothing that was written in this session is left to be taken back.",
                        "No command of this session is worth repeating.",
                        "No file was named in this session.");
    }

    @Test
    void what_nobody_did_is_listed_as_not_checked() {
        assertThat(UncheckedSection.sentences(
                        new Played().drift("a").stamp("stamp b", A, B).incident()))
                .contains(
                        "db1:shop: row and schema after the last write",
                        "db1:shop: the evidence revision by revision (diagnose)",
                        "the numbers of rows (counts)",
                        "who else was on the database (who)");
    }
}
