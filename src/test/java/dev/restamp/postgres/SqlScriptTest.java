package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.postgres.SqlScript.Command;
import dev.restamp.postgres.SqlScript.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {
    @Test
    void a_statement_has_its_line_its_verb_and_the_comment_above() {
        assertThat(SqlScript.of("""
                        -- no orphans
                        SELECT count(*) FROM orders;

                          --- totals ---
                          (values (1)
                           , (2));
                        TABLE a
                        """).statements())
                .containsExactly(
                        new Statement("SELECT count(*) FROM orders", 2, "select", Optional.of("no orphans")),
                        new Statement("(values (1)\n   , (2))", 5, "values", Optional.of("totals ---")),
                        new Statement("TABLE a", 7, "table", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ';'",
                "SELECT 'it''s; so'",
                "SELECT E'\\';'",
                "SELECT \"a;b\"",
                "SELECT $$;$$",
                "SELECT $q$;$$;$q$",
                "SELECT 1 -- ; not here\n + 1",
                "SELECT /* ; /* ; */ ; */ 1",
                "SELECT '-- ;'",
                "SELECT '\\'",
                "SELECT 'a\n;\nb'"
            })
    void a_semicolon_inside_ends_nothing(String sql) {
        assertThat(texts(sql)).containsExactly(sql);
        assertThat(texts(sql + ";\n" + sql + " ; ")).containsExactly(sql, sql);
    }

    @Test
    void only_the_whole_line_directly_above_is_the_comment_of_a_statement() {
        assertThat(comment("-- a\n-- b\nSELECT 1")).contains("b");
        assertThat(comment("-- a\r\nSELECT 1")).contains("a");
        assertThat(comment("--a\n\tSELECT 1")).contains("a");
        assertThat(comment("-- a\n\nSELECT 1")).isEmpty();
        assertThat(comment("-- a\n----------\nSELECT 1")).isEmpty();
        assertThat(comment("-- a\n/* b */ SELECT 1")).isEmpty();
        assertThat(comment("/* a */\nSELECT 1")).isEmpty();
        assertThat(
                        SqlScript.of("SELECT 1; -- one\nSELECT '\n-- no\n'; SELECT 3;\n\\x\n-- four\nSELECT 4")
                                .statements()
                                .stream()
                                .map(Statement::comment))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("four"));
    }

    @Test
    void there_is_no_statement_in_comments_and_semicolons() {
        assertThat(SqlScript.of("-- SELECT 1;\n;; /* SELECT 2; */ ;").statements())
                .isEmpty();
        assertThat(SqlScript.of("").statements()).isEmpty();
    }

    @Test
    void a_backslash_outside_of_quotes_is_a_command_up_to_the_end_of_its_line() {
        var script = SqlScript.of("\\echo it's\nSELECT '\\a';\n\\i b.sql\r\nSELECT 2 \\gx\n-- \\no\n");
        assertThat(script.commands())
                .containsExactly(new Command("\\echo it's", 1), new Command("\\i b.sql", 3), new Command("\\gx", 4));
        assertThat(script.statements().stream().map(Statement::text)).containsExactly("SELECT '\\a'", "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a", "'", "\"a", "$$a", "$$", "$a$ $$", "/* a", "/*", "/* /* */", "E'\\'"})
    void what_never_ends_is_told(String open) {
        assertThat(SqlScript.of("SELECT 1;\nSELECT " + open).unclosed()).hasValue(2);
        assertThat(SqlScript.of("SELECT 1;\nSELECT " + open + "\n\n").unclosed())
                .hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a'", "\"a\"", "$$a$$", "/* a */", "/**/", "-- a", "--", "$1", "1 / 2", "'a''b'", "a$$b"})
    void what_ends_with_the_file_has_ended(String closed) {
        assertThat(SqlScript.of("SELECT " + closed).unclosed()).isEmpty();
    }

    @Test
    void anything_at_all_is_cut() {
        var pieces = List.of(
                "'",
                "\"",
                "$$",
                "$a$",
                "/*",
                "*/",
                "--",
                "\n",
                "\r",
                ";",
                "\\",
                "E",
                "SELECT",
                " ",
                "(",
                "\u00e9",
                "-",
                "\ud83d\ude00");
        var random = new Random(20261127);
        for (var round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(25); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            var lines = text.chars().filter(c -> c == '\n').count() + 1;
            for (var statement : SqlScript.of(text.toString()).statements()) {
                assertThat(text).contains(statement.text());
                assertThat((long) statement.line()).isBetween(1L, lines);
            }
        }
    }

    private static List<String> texts(String sql) {
        return SqlScript.of(sql).statements().stream().map(Statement::text).toList();
    }

    private static Optional<String> comment(String sql) {
        return SqlScript.of(sql).statements().getFirst().comment();
    }
}
