package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.shell.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code learn} around the lessons: what is kept, what is judged, and lessons of one's own. */
class LearnIT {
    private static final String STAMP = "stamp 6f708192a3b4 --expect 3c4d5e6f7081,2b3c4d5e6f70 --confirm shop";

    @TempDir
    private Path home;

    private Program program;

    @BeforeEach
    void program() {
        var cache = Path.of("target", "practice cache").toAbsolutePath().toString();
        program = new Program(home, home, Map.of("XDG_CACHE_HOME", cache));
    }

    private Outcome type(String... lines) throws IOException, InterruptedException {
        return program.runWithInput(String.join("\n", lines) + "\n", "-");
    }

    private void answers(String... lines) throws IOException {
        Files.writeString(home.resolve("answers.txt"), String.join("\n", lines) + "\n");
    }

    @Test
    void a_lesson_goes_on_where_it_was_left() throws Exception {
        assertThat(type("learn start two-rows", "check 2b3c").out()).contains("✓ done");
        var again = type("learn start", "check");
        assertThat(again.out()).contains("step 2 of 2").contains("✗ not yet: the rows are not where the schema is");
        assertThat(type("learn").out()).contains("in progress, step 2 of 2");
        assertThat(type("learn start two-rows --again").out()).contains("step 1 of 2");
    }

    @Test
    void a_wrong_answer_is_shown_beside_what_the_database_says() throws Exception {
        assertThat(type("learn start two-rows", "check 3c4d").out())
                .contains("✗ not yet: that row is the younger one")
                .contains("id is \"3c4d5e6f7081\"");
    }

    @Test
    void hints_go_from_the_direction_to_the_answer() throws Exception {
        assertThat(type("learn start two-rows", "hint", "hint", "hint", "hint").out())
                .containsSubsequence("hint 1 of 3", "hint 2 of 3", "hint 3 of 3", "2b3c4d5e6f70", "hint 3 of 3");
    }

    @Test
    void what_was_written_can_be_reset() throws Exception {
        var screen =
                type("learn start two-rows", "skip", STAMP, "reset", "current").out();
        assertThat(screen).containsSubsequence("STAMPED", "as it was when this step began", "2b3c4d5e6f70");
    }

    @Test
    void a_wrong_turn_is_shown_at_once_whoever_wrote_it() throws Exception {
        var wrong = "stamp 708192a3b4c5 --allow-unproved late --expect 3c4d5e6f7081,2b3c4d5e6f70 --confirm ";
        Files.writeString(home.resolve("late.restamp"), "require set database\n" + wrong + "${database}\n");
        var screen = type("learn start two-rows", "skip", wrong + "shop", "run late.restamp --set database=shop")
                .out();
        assertThat(screen).containsSubsequence("STAMPED", "WRONG TURN", "undone", "PASSED", "WRONG TURN", "undone");
    }

    @Test
    void a_step_that_is_not_done_is_not_passed_over() throws Exception {
        var outcome = type("learn start two-rows", "next");
        assertThat(outcome.err()).contains("this step is not done yet");
        assertThat(type("learn").out()).doesNotContain("in progress");
    }

    @Test
    void stopping_the_practice_ends_the_lesson() throws Exception {
        var outcome = type("learn start two-rows", "practice stop", "learn hint");
        assertThat(outcome.err()).contains("no lesson is being played");
    }

    @Test
    void words_of_lessons_mean_nothing_outside_them() throws Exception {
        assertThat(type("hint").err()).contains("unknown command \"hint\"");
        assertThat(type("learn strat two-rows").err()).contains("not \"strat\"").endsWith("  learn start\n");
        assertThat(type("learn two-rows").err()).endsWith("  learn start two-rows\n");
    }

    @Test
    void lines_of_a_learner_are_judged_by_an_exit_code() throws Exception {
        answers("learn start two-rows", "current", "check 2b3c", "next", STAMP, "check", "next");
        assertThat(program.run("learn", "--check-only", "answers.txt").exit()).isZero();
        answers("check 2b3c", "next", "stamp 2b3c4d5e6f70 --expect 3c4d5e6f7081 --confirm shop", "check");
        var half = program.run("learn", "start", "two-rows", "--check-only", "answers.txt");
        assertThat(half.exit()).isEqualTo(1);
        assertThat(half.out()).contains("not passed").contains("NOT YET");
        assertThat(type("learn").out()).as("nothing is kept").doesNotContain("done");
    }

    @Test
    void no_lesson_is_read_before_somebody_asks_for_one() throws Exception {
        var loaded = home.resolve("loaded.txt");
        program.with("RESTAMP_JAVA_OPTIONS", "-XX:AOTMode=off -Xlog:class+load:file=" + loaded)
                .run("version");
        assertThat(Files.readString(loaded))
                .contains("dev.restamp.shell.command.LearnCommand")
                .doesNotContain("dev.restamp.practice.LessonFile", "dev.restamp.practice.Lessons ");
        program.with("RESTAMP_JAVA_OPTIONS", "-XX:AOTMode=off -Xlog:class+load:file=" + loaded)
                .run("learn");
        assertThat(Files.readString(loaded)).contains("dev.restamp.practice.LessonFile");
    }

    @Test
    void what_a_lesson_is_tried_out_with_leaves_no_file() throws Exception {
        var check = program.run("learn", "check", "runbook");
        assertThat(check.exit()).as(check.all()).isZero();
        assertThat(home.resolve("repair.restamp")).doesNotExist();
        assertThat(type("learn start runbook", "skip").exit()).isZero();
        assertThat(home.resolve("repair.restamp")).content().contains("stamp 6f708192a3b4 --expect 3c4d5e6f7081");
    }

    @Test
    void a_statement_of_a_lesson_that_fails_is_named() throws Exception {
        program.run("learn", "new", "./ours");
        Files.writeString(
                home.resolve("ours/lesson.toml"),
                Files.readString(home.resolve("ours/lesson.toml"))
                        + "\n[[step.happens]]\ndatabase = \"shop\"\nsql = \"DELETE FROM orderz\"\n");
        var check = program.run("learn", "check", "./ours");
        assertThat(check.exit()).isEqualTo(2);
        assertThat(check.err()).contains("ours, step 2, happens:1: relation \"orderz\" does not exist");
    }

    @Test
    void a_new_lesson_can_be_played_as_it_is() throws Exception {
        assertThat(program.run("learn", "new", "./ours").exit()).isZero();
        var check = program.run("learn", "check", "./ours");
        assertThat(check.exit()).as(check.all()).isZero();
        assertThat(check.out()).contains("OK  ours can be played");
    }

    @Test
    void what_is_wrong_with_a_lesson_is_named_with_what_was_seen() throws Exception {
        program.run("learn", "new", "./ours");
        var file = home.resolve("ours/lesson.toml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("check 6f708192a3b4", "check 708192a3b4c5")
                        .replace("assert rows == [\"708192a3b4c5\"]", "assert rows == [\"base\"]"));
        var check = program.run("learn", "check", "./ours");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out())
                .contains("the step is not passed")
                .contains("the schema is not there")
                .contains("not caught");
    }

    @Test
    void a_script_of_a_lesson_that_is_no_script_is_refused_before_anything_starts() throws Exception {
        program.run("learn", "new", "./ours");
        var file = home.resolve("ours/lesson.toml");
        Files.writeString(file, Files.readString(file).replace("expect 0 status", "expect 0 stauts"));
        var outcome = program.run("learn", "start", "./ours");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("ours, step 2, check:1:").contains("unknown command \"stauts\"");
    }
}
