package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The practice incident as a person lives through it: the built program in a pseudo-terminal, from start to end. */
class TranscriptIT {
    private static final String PROMPT = "railway [^ ]+[=!?] ro> ";

    @TempDir
    private Path home;

    @Test
    void the_restored_dump_is_seen_proved_stamped_and_undone() throws Exception {
        try (var shell = start("practice start restored-dump")) {
            shell.await(PROMPT);

            shell.enter("status");
            assertThat(shell.await(PROMPT))
                    .contains("DRIFT", "the version row is behind the schema", "VD101")
                    .containsPattern("row +i6j7k8l9m0n1")
                    .containsPattern("schema +ec31ab63431d \\(head\\) \\(mergepoint\\)")
                    .containsPattern("DuplicateTable\\s+\"idx_positions_active_complete\"")
                    .contains("stamp ec31ab63431d");

            shell.enter("diagnose");
            assertThat(shell.await(PROMPT)).contains("◆", "├─╮", "├─╯", "ROW").containsPattern("fits +ec31ab63431d");

            shell.type("stamp \t");
            assertThat(shell.await("FITS")).contains("ec31ab63431d");
            shell.type("\u0003");
            shell.await(PROMPT);

            shell.enter("stamp ec31ab63431d");
            assertThat(shell.await("Enter to stop: ")).contains("PLAN", "PROOF", "✓", "UPDATE public.alembic_version");
            shell.enter("railway");
            assertThat(shell.await(PROMPT)).contains("COMMIT", "STAMPED", "i6j7k8l9m0n1 -> ec31ab63431d", "receipt r-");

            shell.enter("status");
            assertThat(shell.await(PROMPT)).contains("OK", "row, schema and head agree: ec31ab63431d");

            shell.enter("undo");
            assertThat(shell.await("Enter to stop: ")).contains("the row is still exactly {ec31ab63431d}", "VD101");
            shell.enter("railway");
            assertThat(shell.await(PROMPT)).contains("UNDONE", "ec31ab63431d -> i6j7k8l9m0n1");

            shell.type("\u0004");
            assertThat(shell.exit()).isZero();
        }
        assertThat(home.resolve("cache/restamp/practice")).isDirectoryNotContaining("glob:**/run-*");
    }

    @Test
    void what_is_half_restored_is_not_stamped_head() throws Exception {
        try (var shell = start("practice start restored-dump")) {
            shell.await(PROMPT);
            shell.enter("practice break half-restored");
            shell.await(PROMPT);
            shell.enter("stamp head");
            assertThat(shell.await(PROMPT))
                    .contains("✗", "ABSENT", "REFUSED", "not proved", "nothing has been written");
            shell.enter("current");
            assertThat(shell.await(PROMPT)).contains("i6j7k8l9m0n1");
        }
    }

    @Test
    void a_wrong_name_an_empty_answer_and_ctrl_c_write_nothing_and_keep_the_shell() throws Exception {
        try (var shell = start("practice start restored-dump")) {
            shell.await(PROMPT);
            for (var answer : new String[] {"local\r", "\r", "\u0003", "\u0004"}) {
                shell.enter("stamp ec31ab63431d");
                shell.await("Enter to stop: ");
                shell.type(answer);
                assertThat(shell.await(PROMPT)).contains("not confirmed, nothing has been written");
            }
            shell.enter("stamp ec31ab63431d --json");
            assertThat(shell.await(PROMPT)).as("nobody is asked in JSON").contains("stamp needs --expect REV");
            shell.enter("current");
            assertThat(shell.await(PROMPT)).contains("i6j7k8l9m0n1");
        }
    }

    @Test
    void ctrl_c_at_the_prompt_clears_the_line_and_history_is_private() throws Exception {
        try (var shell = start("")) {
            shell.await("restamp> ");
            shell.type("stauts\u0003");
            shell.await("restamp> ");
            shell.enter("stauts");
            assertThat(shell.await("restamp> ")).contains("unknown command \"stauts\". Did you mean: status");
            shell.enter("connect postgresql://jo:hunter2secret@127.0.0.1:1/shop");
            assertThat(shell.await("restamp> ")).contains("restamp: ").doesNotContain("Exception");
            shell.type("\u0004");
            assertThat(shell.exit()).isZero();
        }
        var history = home.resolve("state/restamp/history/no-project");
        assertThat(Files.readString(history)).contains("stauts").doesNotContain("hunter2secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    private PseudoTerminal start(String arguments) throws IOException {
        var environment = Map.of(
                "XDG_STATE_HOME", home.resolve("state").toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString(),
                "HOME", home.toString());
        return PseudoTerminal.start(home, environment, arguments);
    }
}
