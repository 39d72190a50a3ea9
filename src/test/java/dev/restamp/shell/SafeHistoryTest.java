package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeHistoryTest {
    @TempDir
    private Path home;

    private final Redactor redactor = new Redactor();

    @Test
    void a_secret_is_neither_in_memory_nor_in_the_file() throws IOException {
        redactor.learn("canary-1");
        var file = StateFolder.secret(home.resolve("history"));
        var history = history(file);
        history.add("connect postgresql://jo:canary-2@db1/shop");
        history.add("connect canary-1");
        history.add("status");
        history.save();
        assertThat(lines(history)).containsExactly("connect postgresql://jo:***@db1/shop", "connect ***", "status");
        assertThat(file).content().contains("status", "***").doesNotContain("canary");
    }

    @Test
    void what_can_write_is_found_by_a_search_and_never_suggested() throws IOException {
        var history = history(StateFolder.secret(home.resolve("history")));
        history.add("stamp ec31ab63431d");
        history.add("status");
        assertThat(backwards(history)).containsExactly("status");
        history.searching(() -> {
            assertThat(backwards(history)).containsExactly("status", "stamp ec31ab63431d");
            return true;
        });
    }

    private static List<String> backwards(SafeHistory history) {
        var lines = new ArrayList<String>();
        history.reverseIterator(history.last()).forEachRemaining(entry -> lines.add(entry.line()));
        return lines;
    }

    @Test
    void the_file_stays_for_the_user_alone_when_it_is_cut_to_length() throws IOException {
        var file = StateFolder.secret(home.resolve("history"));
        var history = history(file);
        for (var i = 0; i < 50; i++) {
            history.add("stamp " + i);
        }
        assertThat(Files.readAllLines(file)).hasSizeLessThan(15);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_was_typed_is_there_again_next_time() throws IOException {
        var file = StateFolder.secret(home.resolve("history"));
        history(file).add("stamp head --expect 3c4d5e6f7081");
        assertThat(lines(history(file))).containsExactly("stamp head --expect 3c4d5e6f7081");
    }

    private static List<String> lines(SafeHistory history) {
        var lines = new ArrayList<String>();
        history.forEach(entry -> lines.add(entry.line()));
        return lines;
    }

    /** As the shell has it: each line is written when it is entered. */
    private SafeHistory history(Path file) throws IOException {
        var history = new SafeHistory(redactor, line -> line.startsWith("stamp"));
        history.attach(LineReaderBuilder.builder()
                .terminal(new DumbTerminal(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream()))
                .variable(LineReader.HISTORY_FILE, file)
                .variable(LineReader.HISTORY_FILE_SIZE, 10)
                .option(LineReader.Option.HISTORY_INCREMENTAL, true)
                .build());
        return history;
    }
}
