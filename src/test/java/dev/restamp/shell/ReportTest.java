package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code note} and {@code report} as they are typed, without a database. */
class ReportTest {
    private static final String CANARY = "c4n4ry-pw";

    @TempDir
    private Path folder;

    private ScriptShell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new ScriptShell(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
            note restored by ana, ticket OPS-812 => restored by ana, ticket OPS-812
            note "restored by ana" => restored by ana
            note 'restored by ana' => restored by ana
            note it's "done" and it's late => it's "done" and it's late
            note "one" and "two" => "one" and "two"
            note -- --json is fine => --json is fine
            """)
    void a_note_is_what_was_typed(String line, String text) {
        shell.line(line);
        assertThat(shell.session().journal().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo(text));
        assertThat(shell.line("note").screen()).contains("03:12:44", text);
    }

    @Test
    void before_anything_was_done_there_is_nothing_to_report() {
        var said = shell.line("report incident.md");
        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.screen()).contains("nothing has been done in this session yet");
        assertThat(folder.resolve("incident.md")).doesNotExist();
    }

    @Test
    void a_file_is_written_and_named() throws IOException {
        shell.line("note woken up");
        var said = shell.line("report incident.md");
        var lines = Files.readAllLines(folder.resolve("incident.md"));
        assertThat(said.screen())
                .isEqualTo("written incident.md   " + lines.size() + " lines, 0600, secrets removed: 0\n");
        assertThat(lines).first().isEqualTo("# Incident report");
        assertThat(lines).contains("- **Note:** woken up (03:12:44)");
    }

    @ParameterizedTest
    @CsvSource({
        "report x.html, x.html, <!DOCTYPE",
        "report x.md -o html, x.md, <!DOCTYPE",
        "report x.HTM, x.HTM, <!DOCTYPE",
        "report x.html -o md, x.html, '# '",
        "report x.txt, x.txt, '# '",
    })
    void its_format_is_asked_for_or_else_that_of_its_name(String line, String file, String begins) throws IOException {
        shell.line("note woken up");
        assertThat(shell.line(line).screen()).startsWith("written " + file);
        assertThat(Files.readString(folder.resolve(file))).startsWith(begins);
    }

    @Test
    void a_minus_is_the_document_itself_and_nothing_is_the_screen() {
        shell.line("note woken up");
        assertThat(shell.line("report -").screen()).startsWith("# Incident report\n");
        assertThat(shell.line("report").screen()).startsWith("Incident report\n  - Date: ");
    }

    @Test
    void its_title_can_be_given() {
        shell.line("note woken up");
        assertThat(shell.line("report - --title 'OPS-812: shop'").screen()).startsWith("# OPS-812: shop\n");
    }

    @Test
    void what_was_before_can_be_left_out() {
        shell.line("note woken up");
        assertThat(shell.line("report - --since 1s").screen())
                .contains("woken up", "only what was done since 03:12:43");
        assertThat(shell.line("report - --since soon").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void a_script_reports_on_itself_while_it_runs() throws IOException {
        var said = shell.run("show aaaa00000001\nnote \"it is done\"\nreport incident.md\n");
        assertThat(said.exit()).as(said.screen()).isEqualTo(Exit.OK);
        var report = Files.readString(folder.resolve("incident.md"));
        assertThat(report).contains("- **Script:** x.restamp");
        assertThat(report.indexOf("| show aaaa00000001 |"))
                .isPositive()
                .isLessThan(report.indexOf("| note: it is done |"));
    }

    @Test
    void commands_one_after_the_other_are_one_session() {
        shell.line("show aaaa00000001");
        shell.line("shwo");
        shell.line("show --nosuch");
        assertThat(shell.line("report -").screen())
                .contains("| show aaaa00000001 |")
                .doesNotContain("shwo", "nosuch");
    }

    /** In everything that is typed, pasted or told. */
    @ParameterizedTest(name = "-o {0}")
    @MethodSource("formats")
    void no_secret_reaches_it(OutputFormat format) throws IOException {
        shell.write(
                "deploy.log",
                "INFO  [alembic.runtime.migration] Running upgrade a -> b, postgresql://jo:" + CANARY + "@db1/shop\n"
                        + "psycopg2.errors.DuplicateTable: relation \"postgresql://jo:" + CANARY
                        + "@db1/shop\" already exists\n");
        shell.line("note the URL was postgresql://jo:" + CANARY + "@db1/shop");
        shell.line("explain deploy.log");
        shell.line("connect postgresql://jo:" + CANARY + "@127.0.0.1:1/shop");
        var said = shell.line("report -o " + format.name());
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.screen()).isNotEmpty().doesNotContain(CANARY);
    }

    static Stream<OutputFormat> formats() {
        return OutputFormats.ALL.stream().filter(format -> !format.isPicture());
    }

    @Test
    void the_secrets_that_were_taken_out_are_counted() throws IOException {
        shell.line("note the URL was postgresql://jo:" + CANARY + "@db1/shop");
        shell.line("report incident.md");
        // Among the notes and in the timeline.
        assertThat(Files.readString(folder.resolve("incident.md")))
                .contains("postgresql\\://jo:\\*\\*\\*\\@db1/shop", "Secrets removed: 2.")
                .doesNotContain(CANARY);
        var json = new JsonMapper().readTree(shell.line("report --json").screen());
        assertThat(json.get("secrets_removed").intValue()).isEqualTo(2);
    }
}
