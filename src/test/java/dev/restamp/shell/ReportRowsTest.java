package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rows hold was on the screen, and is in no report: a ticket is read by many. */
class ReportRowsTest {
    private static final String VALUE = "ana@example.org";

    @TempDir
    private static Path folder;

    private static WholeShell shell;

    @BeforeAll
    static void look() throws IOException {
        var database = TestPostgres.database();
        var other = TestPostgres.database();
        for (var one : new TestPostgres.TestDatabase[] {database, other}) {
            one.run("CREATE TABLE people (id text PRIMARY KEY, name text)");
        }
        database.run("INSERT INTO people VALUES ('" + VALUE + "', 'Ana')");
        Files.writeString(folder.resolve("checks.sql"), "-- name: nobody\nselect * from people;\n");
        shell = new WholeShell(folder, folder, Map.of("DATABASE_URL", RealAlembic.url(database)));
        shell.run(OutputFormats.TABLE, "connect " + RealAlembic.url(other) + " --as other");
        shell.run(OutputFormats.TABLE, "connect --as first");
        assertThat(shown("sql select * from people")).contains(VALUE);
        assertThat(shown("diff --data people @first @other")).contains(VALUE);
        assertThat(shown("sql select id::int from people")).contains(VALUE);
        shown("counts @first @other");
        shown("verify --against @other --counts --content --checks checks.sql");
    }

    private static String shown(String line) {
        return shell.run(OutputFormats.TABLE, line).all();
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @ParameterizedTest(name = "-o {0}")
    @MethodSource("formats")
    void no_value_of_a_row_is_in_it(OutputFormat format) {
        var said = shell.run(format, "report");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.out()).isNotEmpty().doesNotContain(VALUE, "Ana");
    }

    static Stream<OutputFormat> formats() {
        return OutputFormats.ALL.stream().filter(format -> !format.isPicture());
    }

    @Test
    void what_was_asked_and_how_many_rows_came_is_in_it() {
        assertThat(shell.run(OutputFormats.TABLE, "report -").out())
                .contains("| sql select \\* from people: 1 row |", "people: 1 key of 1 against 0 rows differ");
    }
}
