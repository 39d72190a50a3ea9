package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    @TempDir
    private Path home;

    @Test
    void an_entry_says_when_what_and_where_and_entries_add_up() throws IOException {
        var log = log();
        log.write("bug in status", new IllegalStateException("first", new IOException("below")));
        log.write("bug in counts", new IllegalStateException("second"));
        assertThat(Files.readAllLines(log.file()))
                .filteredOn(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z bug in .*"))
                .hasSize(2);
        assertThat(log.file())
                .content()
                .contains("IllegalStateException: first", "    at dev.restamp.shell.LogTest.")
                .contains("Caused by: java.io.IOException: below", "IllegalStateException: second");
    }

    @Test
    void secrets_are_taken_out_of_the_line_and_of_the_trace() {
        var redactor = new Redactor();
        redactor.learn("canary-1");
        var log = new Log(home.resolve("restamp.log"), redactor, false);
        log.write(
                "with canary-1",
                new IllegalStateException("postgresql://jo:canary-2@db1/x", new IOException("canary-1")));
        assertThat(log.file()).content().contains("***").doesNotContain("canary");
    }

    @Test
    void it_is_for_the_user_alone() throws IOException {
        var log = log();
        log.write("x", new IllegalStateException());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.file())))
                .isEqualTo("rw-------");
    }

    /** Somebody will look at it with {@code cat}. */
    @Test
    void a_message_cannot_clear_the_screen_or_forge_an_entry() {
        var log = log();
        log.write("x\n2026-11-22T03:12:44Z all is well", new IllegalStateException("\u001b[2J\u202e\t"));
        assertThat(log.file())
                .content()
                .contains("x\\x0A2026-11-22T03:12:44Z all is well", "\\x1B[2J\\u202E")
                .doesNotContain("\u001b", "\u202e", "\t");
    }

    @Test
    void a_log_that_cannot_be_written_breaks_nothing() throws IOException {
        var file = Files.createFile(home.resolve("file"));
        var log = new Log(file.resolve("restamp.log"), new Redactor(), false);
        assertThatCode(() -> log.write("x", new IllegalStateException())).doesNotThrowAnyException();
    }

    @Test
    void nor_does_an_exception_that_cannot_say_what_it_is() {
        var mute = new IllegalStateException() {
            @Override
            public String getMessage() {
                throw new UnsupportedOperationException();
            }
        };
        assertThatCode(() -> log().write("x", mute)).doesNotThrowAnyException();
    }

    private Log log() {
        return new Log(home.resolve("state/restamp.log"), new Redactor(), false);
    }
}
