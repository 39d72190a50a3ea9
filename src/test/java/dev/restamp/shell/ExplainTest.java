package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the project of the recorded output and a database in the same state. */
class ExplainTest {
    private static final Path RECORDED = Path.of("src/test/resources/dev/restamp/core/failure");

    private final TestDatabase world = TestPostgres.database();

    @TempDir
    private Path home;

    @BeforeEach
    void the_shop() throws IOException {
        Files.createDirectories(home.resolve("migrations/versions"));
        Files.writeString(home.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/migrations\n");
        Files.writeString(home.resolve("migrations/env.py"), "");
        revision(
                "3c4d5e6f7081",
                "None",
                "create users",
                "op.create_table('users', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('name', sa.Text()))");
        revision(
                "5e6f708192a3",
                "'3c4d5e6f7081'",
                "create audit_log",
                "op.create_table('audit_log', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('at', sa.DateTime()))");
        revision(
                "708192a3b4c5",
                "'5e6f708192a3'",
                "user names not null",
                "op.alter_column('users', 'name', nullable=False)");
        world.run(
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('3c4d5e6f7081')",
                "CREATE TABLE users (id serial PRIMARY KEY, name text)",
                "CREATE TABLE audit_log (id serial PRIMARY KEY, at timestamp)");
    }

    @Test
    void four_answers_and_what_to_do() throws IOException {
        var said = explain("psycopg2");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out())
                .containsPattern("alembic stopped in +3c4d5e6f7081 -> 5e6f708192a3 \"create audit_log\" +line 3 of 92")
                .containsPattern("because +relation \"audit_log\" already exists +42P07 duplicate_table")
                .containsPattern("statement +CREATE TABLE audit_log")
                .containsPattern("rolled back +yes: transactional DDL")
                .containsPattern("this means +.* behind the schema.* +VD101, checked against test_\\d+ just now")
                .containsPattern("upgrade now +would stop in 5e6f708192a3: DuplicateTable")
                .containsPattern("1  diagnose")
                .containsPattern("2  stamp 5e6f708192a3");
    }

    @Test
    void no_drift_means_that_the_data_or_somebody_was_in_the_way() throws IOException {
        world.run("UPDATE alembic_version SET version_num = '5e6f708192a3'");
        var said = explain("not-null");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.out())
                .contains("this is about data", "row and schema agree", "nothing in the schema is in its way");
    }

    @Test
    void json() throws IOException {
        assertThat(explain("pg8000", "--json").out())
                .contains(
                        "\"program\":\"alembic\"",
                        "\"to\":\"5e6f708192a3\"",
                        "\"sqlstate\":\"42P07\",\"condition\":\"duplicate_table\"",
                        "\"object\":\"relation \\\"audit_log\\\"\"",
                        "\"code\":\"VD101\"");
    }

    @Test
    void secrets_in_the_text_do_not_come_back() throws IOException {
        Files.writeString(home.resolve("log"), """
                INFO  [alembic.runtime.migration] Running upgrade 3c4d5e6f7081 -> 5e6f708192a3, postgresql://ana:hunter22@db/shop
                sqlalchemy.exc.OperationalError: (psycopg2.errors.InvalidPassword) could not use postgresql://ana:hunter22@db/shop
                [SQL: CREATE ROLE x PASSWORD 'hunter22']
                [parameters: {'p': 'hunter22'}]
                (Background on this error at: https://sqlalche.me/e/14/e3q8)
                """);
        for (var words : List.of(List.of("explain", "log"), List.of("explain", "log", "--json"))) {
            assertThat(ask(words).out()).contains("28P01").doesNotContain("hunter22");
        }
    }

    @Test
    void a_text_without_an_error_is_inconclusive() throws IOException {
        Files.writeString(home.resolve("log"), "all is well\n");
        var said = ask(List.of("explain", "log"));
        assertThat(said.exit()).isEqualTo(Exit.INCONCLUSIVE);
        assertThat(said.problem()).contains("no error", "1 lines");
    }

    @Test
    void a_file_that_is_not_there() throws IOException {
        assertThat(ask(List.of("explain", "nothing.log")).problem()).isEqualTo("cannot read nothing.log");
    }

    @Test
    void what_the_real_alembic_prints_now() throws IOException {
        Files.writeString(home.resolve("migrations/env.py"), """
                import os, logging
                from alembic import context
                from sqlalchemy import create_engine
                logging.basicConfig(level=logging.INFO, format="%(levelname)-5.5s [%(name)s] %(message)s")
                with create_engine(os.environ["DATABASE_URL"]).connect() as connection:
                    context.configure(connection=connection)
                    with context.begin_transaction():
                        context.run_migrations()
                """);
        var run = RealAlembic.in(home, world).run("upgrade", "head");
        assertThat(run.exit()).isNotZero();
        Files.writeString(home.resolve("now.log"), run.out());
        assertThat(ask(List.of("explain", "now.log")).out())
                .contains("3c4d5e6f7081 -> 5e6f708192a3", "42P07 duplicate_table", "VD101");
    }

    private AskedShell.Said explain(String recorded, String... more) throws IOException {
        Files.copy(RECORDED.resolve(recorded + ".txt"), home.resolve(recorded + ".txt"));
        var words = new java.util.ArrayList<>(List.of("explain", recorded + ".txt"));
        words.addAll(List.of(more));
        return ask(words);
    }

    private AskedShell.Said ask(List<String> words) {
        try (var shell = new AskedShell(home, home, world)) {
            return shell.ask(words);
        }
    }

    private void revision(String id, String parent, String message, String operation) throws IOException {
        Files.writeString(
                home.resolve("migrations/versions").resolve(id + ".py"), """
                \"""%s\"""
                from alembic import op
                import sqlalchemy as sa
                revision = '%s'
                down_revision = %s
                def upgrade():
                    %s
                """.formatted(message, id, parent, operation));
    }
}
