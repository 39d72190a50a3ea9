package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTest {
    private final TestDatabase world = TestPostgres.database();

    @TempDir
    private Path home;

    @Test
    void numbers_stand_right_and_null_is_told_from_its_name() {
        assertThat(ask("sql", "values (1, 'a', null), (200, 'NULL', E'x\\ty\\x1b')")
                        .out())
                .isEqualTo("""
                  column1  column2  column3
                        1  a        NULL
                      200  'NULL'   x\\x09y\\x1B
                2 rows
                """);
    }

    @Test
    void words_of_a_command_line_are_one_statement() {
        assertThat(ask("sql", "select", "1", "as", "n").out()).isEqualTo("  n\n  1\n1 row\n");
    }

    @Test
    void no_rows() {
        assertThat(ask("sql", "select 1 where false").out()).isEqualTo("0 rows\n");
    }

    @Test
    void more_rows_than_are_shown() {
        assertThat(ask("sql", "select generate_series(1, 1001)").lines().getLast())
                .isEqualTo("the first 1,000 rows; there are more: add a LIMIT, or count(*)");
    }

    @Test
    void json_keeps_numbers_truths_and_null_and_columns_of_the_same_name() {
        assertThat(ask("sql", "select 1 as a, true as a, null as b, 1.50 as c", "--json")
                        .out())
                .contains("\"rows\":[{\"a\":1,\"a_2\":true,\"b\":null,\"c\":\"1.50\"}]", "\"cut\":false");
    }

    @Test
    void what_does_not_read_is_refused_by_its_name() {
        var said = ask("sql", "delete from t");
        assertThat(said.exit()).isEqualTo(Exit.REFUSED);
        assertThat(said.problem()).isEqualTo("sql does not run DELETE");
    }

    private AskedShell.Said ask(String... words) {
        try (var shell = new AskedShell(home, home, world)) {
            return shell.ask(List.of(words));
        }
    }
}
