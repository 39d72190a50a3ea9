package dev.restamp.core.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.failure.Failure.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On real output; {@code src/test/resources/dev/restamp/core/failure/README.md} says how it was recorded. */
class FailureReaderTest {
    private static final String EXISTS = "relation \"audit_log\" already exists";

    @ParameterizedTest
    @ValueSource(strings = {"psycopg2", "psycopg2-sqlalchemy14", "psycopg3", "asyncpg", "pg8000"})
    void every_driver_says_the_same(String file) throws IOException {
        var failure = recorded(file);
        assertThat(failure.tool()).isEqualTo(Tool.ALEMBIC);
        assertThat(failure.step()).hasValueSatisfying(step -> {
            assertThat(step.from()).isEqualTo("3c4d5e6f7081");
            assertThat(step.to()).isEqualTo("5e6f708192a3");
            assertThat(step.title()).isEqualTo("create audit_log");
            assertThat(step.line()).isEqualTo(3);
        });
        assertThat(failure.error()).hasValueSatisfying(error -> {
            assertThat(error.state()).isEqualTo("42P07");
            assertThat(error.condition()).isEqualTo("duplicate_table");
            assertThat(error.message()).isEqualTo(EXISTS);
            assertThat(error.object()).isEqualTo("relation \"audit_log\"");
        });
        assertThat(failure.statement())
                .hasValueSatisfying(sql -> assertThat(sql).startsWith("CREATE TABLE audit_log ( id"));
        assertThat(failure.transactional()).hasValue(true);
    }

    @Test
    void of_several_steps_the_last_one_failed() throws IOException {
        var failure = recorded("not-null");
        assertThat(failure.step().orElseThrow().to()).isEqualTo("708192a3b4c5");
        assertThat(failure.error().orElseThrow().state()).isEqualTo("23502");
        assertThat(failure.statement()).hasValue("ALTER TABLE users ALTER COLUMN name SET NOT NULL");
    }

    @Test
    void what_alembic_itself_has_against_it() throws IOException {
        var error = recorded("unknown-revision").error().orElseThrow();
        assertThat(error.message()).isEqualTo("Can't locate revision identified by 'deadbeef0001'");
        assertThat(error.state()).isEmpty();
    }

    @Test
    void no_connection() throws IOException {
        var failure = recorded("no-server");
        assertThat(failure.error().orElseThrow().state()).isEqualTo("08001");
        assertThat(failure.step()).isEmpty();
    }

    @Test
    void psql_with_and_without_the_code() throws IOException {
        assertThat(recorded("psql").tool()).isEqualTo(Tool.PSQL);
        assertThat(recorded("psql").error().orElseThrow().state()).isEqualTo("42P07");
        var error = recorded("psql-verbose").error().orElseThrow();
        assertThat(error.state()).isEqualTo("42703");
        assertThat(error.message()).isEqualTo("column \"emial\" does not exist");
    }

    @Test
    void flyway() throws IOException {
        var failure = recorded("flyway");
        assertThat(failure.tool()).isEqualTo(Tool.FLYWAY);
        assertThat(failure.step().orElseThrow().to()).isEqualTo("V2__create_audit_log.sql");
        assertThat(failure.error().orElseThrow().state()).isEqualTo("42P07");
        assertThat(failure.error().orElseThrow().message()).isEqualTo(EXISTS);
        assertThat(failure.statement()).hasValue("CREATE TABLE audit_log ( id serial PRIMARY KEY, at timestamp )");
    }

    @Test
    void liquibase() throws IOException {
        var failure = recorded("liquibase");
        assertThat(failure.tool()).isEqualTo(Tool.LIQUIBASE);
        assertThat(failure.step().orElseThrow().to()).isEqualTo("db/changelog.xml::2-create-audit-log::ana");
        assertThat(failure.error().orElseThrow().message()).isEqualTo(EXISTS);
        assertThat(failure.statement()).hasValue("CREATE TABLE public.audit_log (id INTEGER NOT NULL)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Running upgrade  -> a1, first || a1 | first",
                "Running upgrade a1, b2 -> c3, merge a and b | a1, b2 | c3 | merge a and b",
                "Running downgrade b2 -> a1, back | b2 | a1 | back",
                "Running upgrade a1 -> b2 | a1 | b2 |",
            })
    void steps(String line, String from, String to, String title) {
        var step = FailureReader.read("INFO  [alembic.runtime.migration] " + line)
                .step()
                .orElseThrow();
        assertThat(step.from()).isEqualTo(from == null ? "" : from);
        assertThat(step.to()).isEqualTo(to);
        assertThat(step.title()).isEqualTo(title == null ? "" : title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "canceling statement due to lock timeout | 55P03",
                "canceling statement due to statement timeout | 57014",
                "column \"a\" of relation \"t\" already exists | 42701",
                "type \"mood\" already exists | 42710",
                "relation \"t\" does not exist | 42P01",
                "permission denied for table t | 42501",
                "must be owner of table t | 42501",
                "column \"name\" of relation \"users\" contains null values | 23502",
                "column \"name\" contains null values | 23502",
            })
    void messages_without_a_code(String message, String state) {
        assertThat(FailureReader.read("ERROR:  " + message)
                        .error()
                        .orElseThrow()
                        .state())
                .isEqualTo(state);
    }

    @Test
    void values_of_a_statement_are_left_out() {
        var failure = FailureReader.read("""
                sqlalchemy.exc.IntegrityError: (psycopg2.errors.UniqueViolation) duplicate key value violates unique constraint "u"
                DETAIL:  Key (email)=(ana@example.com) already exists.

                [SQL: INSERT INTO users (email, token) VALUES (%(email)s, %(token)s)]
                [parameters: {'email': 'ana@example.com', 'token': 's3cret'}]
                (Background on this error at: https://sqlalche.me/e/14/gkpj)
                """);
        assertThat(failure.toString()).doesNotContain("s3cret", "ana@");
        assertThat(failure.error().orElseThrow().state()).isEqualTo("23505");
    }

    @Test
    void a_text_that_is_no_failure() {
        var failure = FailureReader.read("hello\nworld\n");
        assertThat(failure.error()).isEmpty();
        assertThat(failure.step()).isEmpty();
        assertThat(failure.lines()).isEqualTo(2);
    }

    @Test
    void long_and_odd_texts_do_not_take_long() {
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            FailureReader.read("[SQL: ".repeat(20_000));
            FailureReader.read("Running upgrade ".repeat(20_000));
            FailureReader.read("psycopg2.errors.".repeat(20_000));
            FailureReader.read("Statement : \n".repeat(20_000));
            FailureReader.read("ERROR: ".repeat(20_000));
        });
    }

    private static Failure recorded(String file) throws IOException {
        return FailureReader.read(
                Files.readString(Path.of("src/test/resources/dev/restamp/core/failure", file + ".txt")));
    }
}
