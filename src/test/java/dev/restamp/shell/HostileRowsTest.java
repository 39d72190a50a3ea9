package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.restamp.core.Exit;
import dev.restamp.postgres.Sql;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows, keys, columns and a table that want to do harm, on two sides that differ in every row. */
class HostileRowsTest {
    private static final List<String> TEXTS = List.of(
            "\u001b[2J\u001b[31mred",
            "\u001b]0;owned\u0007",
            "\u009b2J\u0085\b\u007f",
            "\u202egnp.exe\u2066\u200b\ufeff",
            "\r\n\ttab\u2028end\u2029",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:alert(1))",
            "|a|`b`\"\\",
            "=HYPERLINK(\"http://evil\")",
            "'; DROP TABLE users; --",
            "\\'; DROP TABLE users; --",
            "\udb40\udc41 tag and \ud83d\ude00");

    private static final String TABLE = "t\u001b[2J\"'\\\u202e;--";
    private static final String COLUMN = "c\u001b[1m\"'\\\u2028;--";

    private static final List<String> LINES = List.of(
            "diff --data " + Words.quote(TABLE) + " @other",
            "diff --data " + Words.quote(TABLE) + " @other --sql",
            "counts @other",
            "verify --against @other --counts --content");

    private static final TestDatabase LEFT = TestPostgres.database();
    private static final TestDatabase RIGHT = TestPostgres.database();

    @TempDir
    private static Path home;

    private static WholeShell shell;

    @BeforeAll
    static void open() {
        for (var world : List.of(LEFT, RIGHT)) {
            world.run("CREATE TABLE " + Sql.identifier(TABLE) + " (key text PRIMARY KEY, " + Sql.identifier(COLUMN)
                    + " text)");
        }
        for (var text : TEXTS) {
            LEFT.run(insert(text, text), insert("l" + text, text));
            RIGHT.run(insert(text, "x" + text), insert("r" + text, text));
        }
        LEFT.run(insert("more", "here"));
        shell = new WholeShell(home, home, Map.of("DATABASE_URL", RealAlembic.url(LEFT)));
        shell.run(OutputFormats.TABLE, "connect " + RealAlembic.url(RIGHT) + " --as other");
        shell.run(OutputFormats.TABLE, "connect --as first");
    }

    private static String insert(String key, String value) {
        return "INSERT INTO " + Sql.identifier(TABLE) + " VALUES (" + Sql.literal(key) + ", " + Sql.literal(value)
                + ")";
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("everything")
    void does_no_harm(String line, String format) throws Exception {
        var said = shell.run(OutputFormats.named(format), line);
        assertThat(said.exit()).as(said.all()).isEqualTo(Exit.FINDING);
        assertThat(HostileDatabaseTest.obeyed(said.all())).as(said.all()).isEmpty();
        HostileDatabaseTest.well(format, said.out());
    }

    static Stream<Arguments> everything() {
        return LINES.stream()
                .flatMap(line -> OutputFormats.forAnyAnswer().stream()
                        .map(OutputFormat::name)
                        .map(format -> arguments(line, format)));
    }

    @Test
    void a_sketch_of_it_is_sql_and_right() {
        var copy = TestPostgres.database();
        copy.run(
                "CREATE TABLE users (id int)",
                "CREATE TABLE " + Sql.identifier(TABLE) + " (key text PRIMARY KEY, " + Sql.identifier(COLUMN)
                        + " text)");
        for (var text : TEXTS) {
            copy.run(insert(text, "x" + text), insert("r" + text, text));
        }
        shell.run(OutputFormats.TABLE, "connect " + RealAlembic.url(copy) + " --as copy");
        shell.run(OutputFormats.TABLE, "use first");
        var data = "diff --data " + Words.quote(TABLE) + " @copy";
        copy.run(shell.run(OutputFormats.TABLE, data + " --sql").out());
        assertThat(shell.run(OutputFormats.TABLE, data).exit()).isEqualTo(Exit.OK);
        assertThat(copy.column("SELECT count(*) FROM users")).containsExactly("0");
    }
}
