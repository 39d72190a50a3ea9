package dev.restamp.shell.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.RowRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationFileTest {
    private static final String MEMBERS =
            "there are \"schema\", \"database\", \"version\", \"tables\", \"checks\", \"comment\"";

    @TempDir
    Path folder;

    @Test
    void everything_that_can_be_asked_for() {
        var expectation = read("""
                {
                  "schema": "restamp.manifest/1",
                  "comment": "after the night's restore",
                  "database": "shop",
                  "version": "head",
                  "tables": {
                    "public.positions": {"rows": ">= 31,000"},
                    "orders": {"rows": 75, "content": "5b1e"},
                    "audit.log": {}
                  },
                  "checks": [
                    "SELECT 1",
                    {"name": "no_orphans",
                     "sql": "SELECT 2;"},
                    {"sql": "TABLE a"}
                  ]
                }
                """);
        assertThat(expectation.version()).contains(List.of("head"));
        assertThat(expectation.tables())
                .containsExactly(
                        entry("public.positions", table(new RowRange(31_000, Long.MAX_VALUE), 7)),
                        entry("orders", new ExpectedTable(Optional.of(new RowRange(75, 75)), Optional.of("5b1e"), 8)),
                        entry("audit.log", new ExpectedTable(Optional.empty(), Optional.empty(), 9)));
        assertThat(expectation.checks())
                .containsExactly(
                        new Check("check 1", "SELECT 1"),
                        new Check("no_orphans", "SELECT 2;"),
                        new Check("check 3", "TABLE a"));
    }

    @Test
    void one_thing_is_enough() {
        assertThat(read("{\"version\": [\"1a2b\", \"heads\"]}").version()).contains(List.of("1a2b", "heads"));
        assertThat(read("{\"tables\": {\"a\": {}}}").tables()).containsOnlyKeys("a");
        assertThat(read("{\"checks\": [\"SELECT 1\"]}").version()).isEmpty();
        assertThat(read("\uFEFF{\"version\": \"head\"}").version()).isPresent();
    }

    @Test
    void names_stay_as_they_are() {
        var expectation = read("""
                {"version": "\\u001b[2J",
                 "tables": {"public.a\\u001b[31m\\u202e": {"content": "\\u0007"}, " b ": {}},
                 "checks": [{"name": "x\\ny", "sql": "SELECT '\\u009b'"}]}
                """);
        assertThat(expectation.version()).contains(List.of("\u001b[2J"));
        assertThat(expectation.tables()).containsOnlyKeys("public.a\u001b[31m\u202e", " b ");
        assertThat(expectation.tables().firstEntry().getValue().content()).contains("\u0007");
        assertThat(expectation.checks()).containsExactly(new Check("x\ny", "SELECT '\u009b'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\"    | a manifest must be an object, and is a text",
                "[1]      | a manifest must be an object, and is a list",
                "null     | a manifest must be an object, and is null",
                "{}       | nothing is asked for; \"version\", \"tables\" or \"checks\" do it",
                "{\"comment\": \"x\", \"tables\": {}, \"checks\": []}"
                        + " | nothing is asked for; \"version\", \"tables\" or \"checks\" do it",
                "{\"schema\": \"restamp.manifest/2\", \"version\": \"a\"}"
                        + " | \"schema\" must be \"restamp.manifest/1\", and is \"restamp.manifest/2\"",
                "{\"schema\": 1}     | \"schema\" must be a text, and is a number",
                "{\"database\": []}  | \"database\" must be a text, and is a list",
                "{\"comment\": true} | \"comment\" must be a text, and is true",
                "{\"version\": 3}    | \"version\" must be a text or a list of texts, and is a number",
                "{\"version\": null} | \"version\" must be a text or a list of texts, and is null",
                "{\"version\": \" \"} | \"version\" is empty",
                "{\"version\": []}   | \"version\" is an empty list",
                "{\"version\": [\"a\", 1]} | an id of \"version\" must be a text, and is a number",
                "{\"version\": [\"\"]} | an id of \"version\" is empty",
                "{\"tables\": [\"a\"]} | \"tables\" must be an object, and is a list",
                "{\"tables\": {\"a\": 75}} | \"a\" must be an object, and is a number",
                "{\"tables\": {\"\": {}}} | a table has no name",
                "{\"tables\": {\"a\": {\"content\": 5}}} | \"content\" must be a text, and is a number",
                "{\"checks\": {}}    | \"checks\" must be a list, and is an object",
                "{\"checks\": \"checks.sql\"}"
                        + " | \"checks\" must be a list, and is a text; a file of checks: verify --checks FILE.sql"
            })
    void one_mistake(String text, String what) {
        refused(text, "x.json has 1 mistake: line 1: " + what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true       | \"rows\" must be a number or a text, and is true",
                "null       | \"rows\" must be a number or a text, and is null",
                "-1         | a number of rows is never negative: -1",
                "\"> -1\"   | a number of rows is never negative: -1",
                "2.5        | a number of rows has no fraction: 2.5",
                "\"2.5\"    | a number of rows has no fraction: 2.5",
                "75.0       | a number of rows has no fraction: 75.0",
                "1e99       | a number of rows is at most 1,000,000,000,000,000,000: 1E+99",
                "\"20..10\" | no number of rows is in \"20..10\"",
                "\"< 0\"    | no number of rows is in \"< 0\"",
                "\"some\" | \"some\" is no number of rows; write 75, \">= 31000\", \"< 9\" or \"10..20\"",
                "\"\"     | \"\" is no number of rows; write 75, \">= 31000\", \"< 9\" or \"10..20\""
            })
    void one_mistake_in_rows(String rows, String what) {
        refused("{\"tables\": {\n\"a\": {\n\"rows\": " + rows + "}}}", "x.json has 1 mistake: line 3: " + what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1                  | a check must be a text or an object, and is a number",
                "\" \"              | a check is empty",
                "\"-- SELECT 1\"    | a check has no statement",
                "\"SELECT 1; TABLE a\" | a check is one statement, and here are 2",
                "\"delete from a\"  | a check is a SELECT, WITH, VALUES or TABLE, and this is a statement DELETE",
                "\"'a'\"            | a check is a SELECT, WITH, VALUES or TABLE, and this is something else",
                "\"\\\\d a\"        | a command of psql cannot be a check: \\d a",
                "\"SELECT 'a\"      | a string, a name or a comment begins here and never ends",
                "{}                 | a check has no \"sql\"",
                "{\"name\": \"a\"}  | a check has no \"sql\"",
                "{\"sql\": \"\"}    | \"sql\" is empty",
                "{\"sql\": null}    | \"sql\" must be a text, and is null",
                "{\"sql\": \"SELECT 1\", \"name\": \"\"} | \"name\" is empty",
                "{\"sql\": \"SELECT 1\", \"nam\": \"a\"}" + " | \"nam\" is no member of a check; did you mean \"name\"?"
            })
    void one_mistake_in_a_check(String check, String what) {
        refused("{\"checks\": [\"SELECT 1\",\n" + check + "]}", "x.json has 1 mistake: line 2: " + what);
    }

    @Test
    void two_checks_have_two_names() {
        refused(
                "{\"checks\": [{\"name\": \"check 3\", \"sql\": \"SELECT 1\"},\n\"SELECT 2\",\n\"SELECT 3\"]}",
                "x.json has 1 mistake: line 3: there are two checks \"check 3\", the first in line 1");
    }

    @Test
    void a_member_that_is_near_another_one_is_understood() {
        refused(
                "{\"tabels\": {}}",
                "x.json has 1 mistake: line 1: \"tabels\" is no member of a manifest; did you mean \"tables\"?");
        refused("{\"foo\": {}}", "x.json has 1 mistake: line 1: \"foo\" is no member of a manifest; " + MEMBERS);
        refused(
                "{\"tables\": {\"a\": {\"columns\": 1}}}",
                "x.json has 1 mistake: line 1: \"columns\" is no member of a table; there are \"rows\", \"content\"");
    }

    @Test
    void all_mistakes_are_told_at_once_in_the_order_of_their_lines() {
        refused(
                """
                {
                  "verson": "head",
                  "tables": {
                    "public.positions": {"row": 75},
                    "public.orders": {
                      "rows": "20..10",
                      "rows": 5
                    },
                    "public.users": {"rows": -3, "content": ""}
                  },
                  "version": [],
                  "checks": [
                    {"name": "a", "sql": "SELECT 1"},
                    {"name": "a"}
                  ]
                }
                """,
                "x.json has 9 mistakes:"
                        + " line 2: \"verson\" is no member of a manifest; did you mean \"version\"?"
                        + " · line 4: \"row\" is no member of a table; did you mean \"rows\"?"
                        + " · line 6: no number of rows is in \"20..10\""
                        + " · line 7: \"rows\" is there twice, first in line 6"
                        + " · line 9: a number of rows is never negative: -3"
                        + " · line 9: \"content\" is empty"
                        + " · line 11: \"version\" is an empty list"
                        + " · line 14: a check has no \"sql\""
                        + " · line 14: there are two checks \"a\", the first in line 13");
    }

    @Test
    void a_file_that_is_no_json_is_told_with_line_and_column() {
        refused("", "x.json has 1 mistake: line 1: there is nothing in it");
        refused(
                "{\n  \"version\": \"head\",\n}",
                "x.json has 1 mistake: line 3, column 1: this is no JSON: Unexpected character ('}' (code 125)):"
                        + " was expecting double-quote to start property name");
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem_of_the_user() throws IOException {
        var none = folder.resolve("none.json");
        assertThatThrownBy(() -> ExpectationFile.read(none)).hasMessage("there is no file " + none);
        assertThatThrownBy(() -> ExpectationFile.isSnapshot(none)).hasMessage("there is no file " + none);
        assertThatThrownBy(() -> ExpectationFile.read(folder)).hasMessage("cannot read " + folder);
        assertThatThrownBy(() -> ExpectationFile.isSnapshot(folder)).hasMessage("cannot read " + folder);
        var latin = Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xE9, '"'});
        assertThatThrownBy(() -> ExpectationFile.read(latin)).hasMessage(latin + " is no UTF-8");
        var large = Files.writeString(folder.resolve("large.json"), " ".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> ExpectationFile.read(large))
                .hasMessage(large + " is larger than such a file may be: 1 MiB");
    }

    @Test
    void a_snapshot_is_told_by_its_objects() {
        assertThat(isSnapshot("{\"schema\": \"restamp.manifest/1\", \"tables\": {}, \"objects\": []}"))
                .isTrue();
        assertThat(isSnapshot("{\"tables\": {\"objects\": {\"rows\": 1}}, \"checks\": [\"objects\"]}"))
                .isFalse();
        assertThat(isSnapshot("[{\"objects\": []}]")).isFalse();
        assertThat(isSnapshot("{\"tables\": ")).isFalse();
        assertThat(isSnapshot("")).isFalse();
        assertThat(isSnapshot("no JSON")).isFalse();
    }

    /** Whatever is in the file: an expectation or a problem of the user's, and nothing else. */
    @Test
    void anything_at_all_is_read_or_refused() {
        var pieces = List.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "\"version\"",
                "\"tables\"",
                "\"checks\"",
                "\"rows\"",
                "\"name\"",
                "\"sql\"",
                "\"\"",
                "\"> 5\"",
                "\"SELECT 1\"",
                "-1",
                "1.5",
                "1e9",
                "null",
                "true",
                "\n",
                "\"",
                "\\",
                "\u0000");
        var random = new Random(20261128);
        for (var round = 0; round < 3_000; round++) {
            var text = new StringBuilder("{\"checks\": [");
            for (var i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                read(text + "]}");
            } catch (Problem problem) {
                assertThat(problem.what()).matches("(?s)x\\.json has \\d+ mistakes?: line [12]?\\d.*");
            }
        }
    }

    private void refused(String text, String what) {
        assertThatThrownBy(() -> read(text))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.what()).isEqualTo(what))
                .satisfies(problem -> assertThat(problem.exit()).isEqualTo(Exit.USAGE));
    }

    private Expectation read(String text) {
        try {
            return ExpectationFile.read(file(text));
        } catch (Problem problem) {
            throw new Problem(problem.exit(), problem.what().replace(folder + "/", ""), problem.hint(), problem);
        }
    }

    private boolean isSnapshot(String text) {
        return ExpectationFile.isSnapshot(file(text));
    }

    private Path file(String text) {
        try {
            return Files.write(folder.resolve("x.json"), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static ExpectedTable table(RowRange rows, int line) {
        return new ExpectedTable(Optional.of(rows), Optional.empty(), line);
    }
}
