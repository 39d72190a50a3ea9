package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the shell, pressed on the built program in a pseudo-terminal, on the practice incident. */
class KeysIT {
    private static final String PROMPT = "railway [^ ]+[=!?] ro> ";
    private static final String RIGHT = "\u001bOC";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_R = "\u0012";

    private static final AtomicInteger TESTS = new AtomicInteger();

    /** One shell for most tests: to start the practice takes longer than to press the keys. */
    private static PseudoTerminal shell;

    @TempDir
    private static Path home;

    @BeforeAll
    static void start() throws Exception {
        shell = practise(Map.of(), 50);
    }

    @AfterAll
    static void stop() {
        shell.close();
    }

    /** A line that does nothing: what is on the screen behind it is this test's. */
    @BeforeEach
    void begin() throws Exception {
        shell.type(CTRL_C);
        TimeUnit.MILLISECONDS.sleep(200);
        var mark = TESTS.incrementAndGet() + "#";
        shell.enter(" #" + mark);
        shell.await(mark);
        shell.await(PROMPT);
    }

    @Test
    void completion_knows_commands_options_revisions_and_tables() throws Exception {
        shell.type("dia\t");
        shell.await("iagnose ");
        shell.type(CTRL_C);
        shell.await(PROMPT);
        shell.type("stamp --al\t");
        shell.await("allow-unproved ");
        shell.type(CTRL_C);
        shell.await(PROMPT);
        shell.type("stamp merg\t");
        shell.await("ec31ab63431d");
        shell.type(CTRL_C);
        shell.await(PROMPT);
        shell.type("counts positions\t");
        shell.await("positions ");
        shell.type("\r");
        shell.await("1 table, 75 rows");
        shell.await(PROMPT);
        shell.type("counts position_\t");
        shell.await("position_greeks");
        shell.type(CTRL_C);
        shell.await(PROMPT);
        shell.type("diff @lo\t");
        shell.await("@local ");
    }

    @Test
    void a_line_is_found_again_and_what_can_write_is_never_suggested() throws Exception {
        shell.enter("stamp ec31ab63431d --plan");
        shell.await("nothing has been written");
        shell.await(PROMPT);
        shell.enter("status");
        shell.await(PROMPT);

        shell.type("stat");
        shell.await("stat");
        shell.type(RIGHT + "\r");
        assertThat(shell.await(PROMPT)).contains("DRIFT");

        shell.type("stamp");
        shell.await("stamp");
        shell.type(RIGHT + "\r");
        assertThat(shell.await(PROMPT)).contains("stamp needs REV").doesNotContain("PLAN");

        shell.type(CTRL_R + "--plan");
        shell.await("stamp ec31ab63431d --plan");
        shell.type(CTRL_C);
        shell.await(PROMPT);
    }

    @Test
    void typed_lines_are_kept_per_project_without_secrets_and_a_leading_space_keeps_them_out() throws Exception {
        shell.enter("connect postgresql://jo:canary-3@127.0.0.1:1/shop");
        shell.await("no other database can be reached");
        shell.await(PROMPT);
        shell.enter(" heads");
        shell.await(PROMPT);
        shell.enter("recall");
        assertThat(shell.await(PROMPT))
                .contains("connect postgresql://jo:***@127.0.0.1:1/shop")
                .doesNotContain("canary-3@127")
                .doesNotContainPattern("\\d +heads");
        var file = home.resolve("state/restamp/history/practice");
        assertThat(file).content().contains("***").doesNotContain("canary-3", "heads");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_digit_runs_a_proposed_line_and_a_question_mark_shows_them_again() throws Exception {
        shell.enter("status");
        shell.await(PROMPT);
        shell.enter("?");
        assertThat(shell.await(PROMPT)).contains("1  diagnose", "2  stamp ec31ab63431d");
        shell.enter("1");
        assertThat(shell.await(PROMPT)).contains("what the database shows");
        shell.enter("9");
        assertThat(shell.await(PROMPT)).contains("there is no line 9");
    }

    @Test
    void beginnings_and_two_letters_will_do_and_a_mistyped_name_gets_one_suggestion() throws Exception {
        shell.enter("dx");
        assertThat(shell.await(PROMPT)).contains("what the database shows");
        shell.enter("curr");
        assertThat(shell.await(PROMPT)).contains("i6j7k8l9m0n1");
        shell.enter("stauts");
        assertThat(shell.await(PROMPT)).contains("unknown command \"stauts\". Did you mean: status");
        shell.enter("c");
        assertThat(shell.await(PROMPT)).contains("\"c\" is not enough: ", "connect", "counts", "current");
    }

    @Test
    void pasted_lines_wait_for_enter_and_keys_pressed_before_a_question_are_no_answer() throws Exception {
        shell.type("\u001b[200~current\u001b[201~");
        shell.await("current");
        shell.type("\r");
        assertThat(shell.await(PROMPT)).contains("i6j7k8l9m0n1");

        shell.type("stamp ec31ab63431d\rrailway\r");
        shell.await("Enter to stop: ");
        shell.type("\u001b[200~railway\n\u001b[201~");
        shell.type(CTRL_C);
        assertThat(shell.await(PROMPT)).contains("nothing has been written");
        shell.enter("current");
        assertThat(shell.await(PROMPT)).contains("i6j7k8l9m0n1");
    }

    @Test
    void ctrl_c_clears_the_line_and_twice_on_an_empty_one_says_how_to_leave() throws Exception {
        shell.type("stamp head");
        shell.await("stamp head");
        shell.type(CTRL_C);
        shell.await(PROMPT);
        shell.type(CTRL_C);
        shell.await(PROMPT);
        shell.type(CTRL_C);
        shell.await("Ctrl-D or quit leaves");
    }

    @Test
    void a_long_answer_goes_to_the_pager_with_nothing_secret_in_its_environment() throws Exception {
        var pager = home.resolve("pager");
        Files.writeString(pager, "#!/bin/sh\nenv >" + home.resolve("env") + "\necho PAGED; cat\n");
        Files.setPosixFilePermissions(pager, PosixFilePermissions.fromString("rwx------"));
        try (var small = practise(Map.of("PAGER", pager.toString(), "PGPASSWORD", "canary-4"), 20)) {
            small.enter("tables");
            assertThat(small.await(PROMPT)).contains("PAGED", "43 tables");
            small.enter("current");
            assertThat(small.await(PROMPT)).doesNotContain("PAGED");
        }
        assertThat(home.resolve("env")).content().contains("TERM=").doesNotContain("canary-4");
    }

    @Test
    void what_is_typed_is_recorded_and_ctrl_d_asks_while_it_is() throws Exception {
        shell.enter("script record kept.restamp");
        shell.await("recording to kept.restamp");
        shell.await(PROMPT);
        shell.enter("status");
        shell.await(PROMPT);
        shell.enter("@railway current");
        shell.await(PROMPT);
        shell.enter("watch --times 1 0.1 current");
        shell.await(PROMPT);
        shell.enter("nonsense");
        shell.await(PROMPT);
        shell.type("\u0004");
        assertThat(shell.await(PROMPT)).contains("still recording to ", "Ctrl-D again leaves");
        shell.enter("script stop");
        shell.await("recorded 3 commands in kept.restamp");
        shell.await(PROMPT);
        assertThat(home.resolve("kept.restamp"))
                .content()
                .contains("expect 1 status\n@railway current\n")
                .doesNotContain("nonsense");
        shell.enter("script check kept.restamp");
        assertThat(shell.await(PROMPT)).contains("OK  kept.restamp");
    }

    @Test
    void watch_repeats_until_ctrl_c() throws Exception {
        shell.enter("watch 0.2 current");
        shell.await("UTC   current   exit 0");
        shell.await("UTC   current   exit 0");
        shell.type(CTRL_C);
        shell.await(PROMPT);
        shell.enter("watch --until 0 --times 1 0.1 current");
        assertThat(shell.await(PROMPT)).contains("i6j7k8l9m0n1");
    }

    @Test
    void a_dumb_terminal_without_utf_8_and_without_colour_has_nothing_to_obey_but_words() throws Exception {
        var plain = Map.of("TERM", "dumb", "LANG", "C", "NO_COLOR", "1", "PAGER", "cat");
        try (var dumb = practise(plain, 50)) {
            dumb.enter("diagnose");
            var answer = dumb.await(PROMPT);
            assertThat(answer).contains("what the database shows", "|");
            assertThat(answer.chars()
                            .filter(c -> c > 126)
                            .mapToObj(c -> (char) c)
                            .collect(Collectors.toSet()))
                    .isEmpty();
        }
    }

    private static PseudoTerminal practise(Map<String, String> more, int rows)
            throws IOException, InterruptedException {
        var environment = new HashMap<>(Map.of(
                "HOME", home.toString(),
                "XDG_STATE_HOME", home.resolve("state").toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString()));
        environment.putAll(more);
        var started = PseudoTerminal.start(home, environment, "practice start restored-dump", rows);
        started.await(PROMPT);
        return started;
    }
}
