package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the shell, pressed on the built program in a pseudo-terminal, on the practice incident. */
class KeysIT {
    private static final String PROMPT = "railway [^ ]+[=!?] ro> ";
    private static final String CTRL_C = "\u0003";

    @TempDir
    private Path home;

    private PseudoTerminal shell;

    @BeforeEach
    void start() throws Exception {
        shell = practise(Map.of(), 50);
    }

    @AfterEach
    void stop() {
        shell.close();
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

    private PseudoTerminal practise(Map<String, String> more, int rows) throws IOException, InterruptedException {
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
