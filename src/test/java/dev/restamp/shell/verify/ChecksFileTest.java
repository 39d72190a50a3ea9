package dev.restamp.shell.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksFileTest {
    @TempDir
    Path folder;

    @Test
    void every_statement_is_a_check_named_by_the_comment_above_or_by_its_line() {
        assertThat(read("""
                        -- Run by the night's restore.

                        -- no orphans
                        SELECT count(*) = 0
                          FROM orders; -- not this
                        with x AS (SELECT ';') SELECT $$;$$ FROM x;

                        -- totals
                        (VALUES (true))
                        """))
                .containsExactly(
                        new Check("no orphans", "SELECT count(*) = 0\n  FROM orders"),
                        new Check("check 2 (line 6)", "with x AS (SELECT ';') SELECT $$;$$ FROM x"),
                        new Check("totals", "(VALUES (true))"));
    }

    @Test
    void a_name_that_is_taken_is_told_apart_by_its_line() {
        assertThat(read("-- must be 0\nSELECT 0;\n-- must be 0\nSELECT 1;\n"))
                .extracting(Check::name)
                .containsExactly("must be 0", "must be 0 (line 4)");
    }

    @Test
    void names_stay_as_they_are() {
        assertThat(read("-- \u001b[31mred\u202e\u0007 -- x\nSELECT 1"))
                .extracting(Check::name)
                .containsExactly("\u001b[31mred\u202e\u0007 -- x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "update a SET b = 1   | a statement UPDATE",
                "EXPLAIN SELECT 1     | a statement EXPLAIN",
                "BEGIN                | a statement BEGIN",
                "\"select\" 1         | something else",
                "((INSERT INTO a))    | a statement INSERT"
            })
    void what_is_no_question_is_no_check(String sql, String what) {
        refused(
                "SELECT 1;\n" + sql + ";",
                "x.sql has 1 mistake: line 2: a check is a SELECT, WITH, VALUES or TABLE, and this is " + what);
    }

    @Test
    void a_file_without_a_statement_asks_nothing() {
        refused("", "x.sql has 1 mistake: line 1: there is no statement in it");
        refused("-- SELECT 1;\n ; ;", "x.sql has 1 mistake: line 1: there is no statement in it");
    }

    @Test
    void what_never_ends_would_hide_the_rest() {
        refused(
                "SELECT 1;\n/* SELECT 2;\nSELECT 3;",
                "x.sql has 1 mistake: line 2: a string, a name or a comment begins here and never ends");
    }

    @Test
    void all_mistakes_are_told_at_once_in_the_order_of_their_lines() {
        refused(
                """
                \\set ON_ERROR_STOP it's on
                SELECT 1;
                DELETE FROM a;
                \\i other.sql
                SELECT 'open;
                """,
                "x.sql has 4 mistakes:"
                        + " line 1: a command of psql cannot be a check: \\set ON_ERROR_STOP it's on"
                        + " · line 3: a check is a SELECT, WITH, VALUES or TABLE, and this is a statement DELETE"
                        + " · line 4: a command of psql cannot be a check: \\i other.sql"
                        + " · line 5: a string, a name or a comment begins here and never ends");
    }

    private void refused(String text, String what) {
        assertThatThrownBy(() -> read(text))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.what()).isEqualTo(folder + "/" + what))
                .satisfies(problem -> assertThat(problem.exit()).isEqualTo(Exit.USAGE));
    }

    private List<Check> read(String text) {
        try {
            return ChecksFile.read(Files.writeString(folder.resolve("x.sql"), text));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
