package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.StampStep;
import dev.restamp.core.revision.StampStep.Delete;
import dev.restamp.core.revision.StampStep.Insert;
import dev.restamp.core.revision.StampStep.Update;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In these tests the version table says {@code ae10} unless a test says otherwise. */
class VersionWriterTest {
    private static final Limits SHORT =
            new Limits(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30));
    private static final String TABLE = "alembic_version (version_num VARCHAR(32) NOT NULL,"
            + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))";

    private final TestPostgres.TestDatabase world =
            world("CREATE TABLE " + TABLE, "INSERT INTO alembic_version VALUES ('ae10')");
    private final List<String> journal = new ArrayList<>();

    @Test
    void one_row_is_changed_and_each_step_is_told() {
        var before = Instant.now();
        Stamped stamped;
        try (var database = open()) {
            stamped = write(database, order(database, new Update("ae10", "f6b2")), VersionWriterTest::holds);
        }

        assertThat(rows()).containsExactly("f6b2");
        assertThat(stamped.rows()).containsExactly("f6b2");
        assertThat(stamped.committedAt()).isBetween(before, Instant.now());
        assertThat(world.column("SELECT pg_xact_status('" + stamped.transaction() + "')"))
                .containsExactly("committed");
        assertThat(journal)
                .containsExactly(
                        "BEGIN READ WRITE, lock_timeout 200 ms, statement_timeout 5 s",
                        "LOCK TABLE public.alembic_version IN SHARE ROW EXCLUSIVE MODE    (readers not blocked)",
                        "p1 holds in [public]",
                        "1 row changed",
                        "COMMIT, transaction " + stamped.transaction(),
                        "read back: {f6b2}");
    }

    @Test
    void several_steps_are_one_transaction() {
        world.run("INSERT INTO alembic_version VALUES ('b1')");
        try (var database = open()) {
            var steps = List.of(new Delete("b1"), new Update("ae10", "f6b2"), new Insert("c3"));

            var stamped = write(database, order(database, steps), VersionWriterTest::holds);

            assertThat(stamped.rows()).containsExactlyInAnyOrder("f6b2", "c3");
            assertThat(world.column("SELECT DISTINCT xmin FROM alembic_version"))
                    .hasSize(1);
        }
    }

    @Test
    void the_proof_sees_what_was_committed_before_the_lock_and_nobody_can_write_meanwhile() throws Exception {
        try (var database = open();
                var meddler = world.connect();
                var statement = meddler.createStatement()) {
            statement.execute("SET lock_timeout = 100");
            write(database, order(database, new Update("ae10", "f6b2")), reading -> {
                var refused = catchThrowableOfType(
                        java.sql.SQLException.class, () -> statement.execute("DELETE FROM alembic_version"));
                assertThat(refused.getSQLState()).isEqualTo("55P03");
                assertThat(world.column("SELECT version_num FROM alembic_version"))
                        .containsExactly("ae10");
                return VersionReader.read(reading, VersionTable.ALEMBIC)
                        .rows()
                        .ids()
                        .toString();
            });
        }

        assertThat(journal).contains("[ae10]");
        assertThat(rows()).containsExactly("f6b2");
    }

    @Test
    void a_proof_that_fails_leaves_the_rows_as_they_are() {
        try (var database = open()) {
            var problem = problem(database, order(database, new Update("ae10", "f6b2")), _ -> {
                throw new Problem(Exit.REFUSED, "index ix_orders_user_id is absent", "");
            });

            assertThat(problem.exit()).isEqualTo(Exit.REFUSED);
            assertThat(problem.what()).isEqualTo("index ix_orders_user_id is absent");
        }
        assertThat(rows()).containsExactly("ae10");
        assertThat(journal).noneMatch(line -> line.startsWith("COMMIT"));
    }

    @Test
    void a_row_that_changed_since_the_plan_is_left_alone() {
        try (var database = open()) {
            var order = order(database, new Update("ae10", "f6b2"));
            world.run("UPDATE alembic_version SET version_num = 'c3'");

            var problem = problem(database, order, VersionWriterTest::holds);

            assertThat(problem.exit()).isEqualTo(Exit.REFUSED);
            assertThat(problem.what()).isEqualTo("the row changed since the plan: {ae10} -> {c3}");
        }
        assertThat(rows()).containsExactly("c3");
    }

    @Test
    void a_row_added_since_the_plan_counts_as_a_change_even_where_it_is_the_same_again() {
        world.run("ALTER TABLE alembic_version DROP CONSTRAINT alembic_version_pkc");
        try (var database = open()) {
            var order = order(database, new Update("ae10", "f6b2"));
            world.run("INSERT INTO alembic_version VALUES ('ae10')");

            assertThat(problem(database, order, VersionWriterTest::holds).what())
                    .isEqualTo("the row changed since the plan: {ae10} -> {ae10, ae10}");
        }
        assertThat(rows()).containsExactly("ae10", "ae10");
    }

    @Test
    void a_step_on_a_row_that_is_there_twice_changes_one_of_them() {
        world.run(
                "ALTER TABLE alembic_version DROP CONSTRAINT alembic_version_pkc",
                "INSERT INTO alembic_version VALUES ('ae10')");
        try (var database = open()) {
            var steps = List.<StampStep>of(new Delete("ae10"), new Update("ae10", "f6b2"));

            VersionWriter.write(database, order(database, steps), VersionWriterTest::holds, (at, what) -> {});
        }
        assertThat(rows()).containsExactly("f6b2");
    }

    @Test
    void a_step_that_finds_no_row_takes_the_ones_before_it_back() {
        try (var database = open()) {
            var steps = List.<StampStep>of(new Insert("b1"), new Delete("c3"));

            assertThat(problem(database, order(database, steps), VersionWriterTest::holds)
                            .exit())
                    .isEqualTo(Exit.NOT_WRITTEN);
        }
        assertThat(rows()).containsExactly("ae10");
    }

    @Test
    void a_row_the_server_refuses_is_not_written() {
        try (var database = open()) {
            var problem =
                    problem(database, order(database, new Update("ae10", "f".repeat(33))), VersionWriterTest::holds);

            assertThat(problem.exit()).isEqualTo(Exit.NOT_WRITTEN);
            assertThat(problem.what()).contains("value too long for type character varying(32)");
        }
        assertThat(rows()).containsExactly("ae10");
    }

    @Test
    void who_holds_the_lock_is_named() throws Exception {
        try (var database = open();
                var meddler = world.connect();
                var statement = meddler.createStatement()) {
            meddler.setAutoCommit(false);
            statement.execute("UPDATE alembic_version SET version_num = 'c3'");
            var pid = meddler.unwrap(org.postgresql.PGConnection.class).getBackendPID();

            var problem = problem(database, order(database, new Update("ae10", "f6b2")), VersionWriterTest::holds);

            assertThat(problem.exit()).isEqualTo(Exit.TIMEOUT);
            assertThat(problem.what())
                    .isEqualTo("lock not obtained in 200 ms; pid " + pid
                            + " (app=meddler, 00:00 in transaction) holds it");
        }
        assertThat(rows()).containsExactly("ae10");
    }

    @Test
    void a_missing_table_is_made_as_alembic_makes_it() {
        world.run("DROP TABLE alembic_version");
        try (var database = open()) {
            var stamped = write(database, order(database, List.of(new Insert("ae10")), true), VersionWriterTest::holds);

            assertThat(stamped.rows()).containsExactly("ae10");
            var info = database.read(reading -> VersionReader.read(reading, VersionTable.ALEMBIC));
            assertThat(info.columnType()).contains("character varying(32)");
            assertThat(info.primaryKey()).isTrue();
        }
        assertThat(world.column("SELECT conname FROM pg_constraint WHERE contype = 'p' AND"
                        + " conrelid = 'alembic_version'::regclass"))
                .containsExactly("alembic_version_pkc");
    }

    @Test
    void a_table_made_since_the_plan_is_left_alone() {
        try (var database = open()) {
            var order = new StampOrder(
                    new TableName("public", "alembic_version", "public.alembic_version"),
                    VersionTable.ALEMBIC,
                    VersionRows.read("public.alembic_version", List.of()),
                    List.of(new Insert("f6b2")),
                    true,
                    database.server().systemIdentifier(),
                    database.server().databaseOid());

            var problem = problem(database, order, VersionWriterTest::holds);

            assertThat(problem.exit()).isEqualTo(Exit.REFUSED);
            assertThat(problem.what()).isEqualTo("public.alembic_version is there since the plan");
        }
        assertThat(rows()).containsExactly("ae10");
    }

    @Test
    void a_table_dropped_since_the_plan_is_not_made_again() {
        try (var database = open()) {
            var order = order(database, new Update("ae10", "f6b2"));
            world.run("DROP TABLE alembic_version");

            var problem = problem(database, order, VersionWriterTest::holds);

            assertThat(problem.exit()).isEqualTo(Exit.REFUSED);
            assertThat(problem.what()).isEqualTo("public.alembic_version is gone since the plan");
        }
    }

    @Test
    void a_role_that_may_not_write_is_told_so() {
        var role = "reader_" + world.name();
        world.run("CREATE ROLE " + role + " LOGIN PASSWORD 'pw'", "GRANT SELECT ON alembic_version TO " + role);
        try (var database = Database.connect(world.urlAs(role, "pw"), Optional.empty(), SHORT)) {
            var problem = problem(database, order(database, new Update("ae10", "f6b2")), VersionWriterTest::holds);

            assertThat(problem.exit()).isEqualTo(Exit.REFUSED);
            assertThat(problem.what()).startsWith("role " + role + " may not write public.alembic_version");
        }
        assertThat(rows()).containsExactly("ae10");
    }

    @Test
    void a_plan_made_on_another_server_or_database_is_refused() {
        try (var database = open()) {
            var order = order(database, new Update("ae10", "f6b2"));
            var otherServer = new StampOrder(
                    order.table(),
                    order.form(),
                    order.expected(),
                    order.steps(),
                    false,
                    Optional.of("7"),
                    order.databaseOid());
            var otherDatabase = new StampOrder(
                    order.table(), order.form(), order.expected(), order.steps(), false, order.systemIdentifier(), 7);

            for (var other : List.of(otherServer, otherDatabase)) {
                var problem = problem(database, other, VersionWriterTest::holds);
                assertThat(problem.exit()).isEqualTo(Exit.REFUSED);
                assertThat(problem.what()).endsWith("is not the server and database the plan was made on");
            }
        }
        assertThat(rows()).containsExactly("ae10");
    }

    @Test
    void a_session_killed_before_commit_has_written_nothing() {
        try (var database = open()) {
            var problem = problem(database, order(database, new Update("ae10", "f6b2")), _ -> {
                world.run(
                        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'restamp'"
                                + " AND datname = current_database() AND state = 'idle in transaction'");
                return "killed";
            });

            assertThat(problem.exit()).isEqualTo(Exit.NOT_WRITTEN);
            assertThat(problem.what()).startsWith("nothing was written: ");
        }
        assertThat(rows()).containsExactly("ae10");
    }

    @Test
    void a_constraint_checked_at_commit_is_a_failure_like_any_other() {
        world.run(
                "CREATE TABLE known (id text PRIMARY KEY)",
                "INSERT INTO known VALUES ('ae10')",
                "ALTER TABLE alembic_version ADD FOREIGN KEY (version_num) REFERENCES known"
                        + " DEFERRABLE INITIALLY DEFERRED");
        try (var database = open()) {
            var problem = problem(database, order(database, new Update("ae10", "f6b2")), VersionWriterTest::holds);

            assertThat(problem.exit()).isEqualTo(Exit.NOT_WRITTEN);
            assertThat(problem.what()).contains("violates foreign key constraint");
        }
        assertThat(rows()).containsExactly("ae10");
    }

    @Test
    void a_session_that_is_read_only_by_default_can_be_written_through() {
        world.run("ALTER DATABASE " + world.name() + " SET default_transaction_read_only = on");
        try (var database = open()) {
            assertThat(write(database, order(database, new Update("ae10", "f6b2")), VersionWriterTest::holds)
                            .rows())
                    .containsExactly("f6b2");
        }
    }

    @Test
    void a_commit_whose_answer_was_lost_is_asked_after() throws Exception {
        try (var line = new CutLine(world.server());
                var database = open(line)) {
            var order = order(database, new Update("ae10", "f6b2"));

            var stamped = write(database, order, cutting(line, CutLine.At.AFTER_COMMIT));

            assertThat(stamped.rows()).containsExactly("f6b2");
            assertThat(journal)
                    .containsSequence(
                            "connection lost during COMMIT of transaction " + stamped.transaction() + ", reconnecting",
                            "pg_xact_status(" + stamped.transaction() + ") = committed",
                            "read back: {f6b2}");
        }
        assertThat(rows()).containsExactly("f6b2");
    }

    @Test
    void a_commit_that_never_arrived_is_known_to_have_written_nothing() throws Exception {
        try (var line = new CutLine(world.server());
                var database = open(line)) {
            var order = order(database, new Update("ae10", "f6b2"));

            var problem = problem(database, order, cutting(line, CutLine.At.BEFORE_COMMIT));

            assertThat(problem.exit()).isEqualTo(Exit.NOT_WRITTEN);
            assertThat(problem.what()).contains("the server says it was rolled back");
        }
        assertThat(rows()).containsExactly("ae10");
    }

    @Test
    void an_outcome_nobody_can_be_asked_about_is_unknown_and_names_the_transaction() throws Exception {
        try (var line = new CutLine(world.server());
                var database = open(line)) {
            var order = order(database, new Update("ae10", "f6b2"));

            var problem = problem(database, order, cutting(line, CutLine.At.FOR_GOOD));

            assertThat(problem.exit()).isEqualTo(Exit.OUTCOME_UNKNOWN);
            assertThat(problem.what()).startsWith("connection lost during COMMIT of transaction ");
            var transaction = problem.what().replaceAll("\\D+", "");
            assertThat(problem.hint()).contains("pg_xact_status('" + transaction + "')");
            assertThat(world.column("SELECT pg_xact_status('" + transaction + "')"))
                    .containsExactly("committed");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CutLine.At.class,
            names = {"AFTER_COMMIT", "BEFORE_COMMIT"})
    void a_write_is_never_tried_twice(CutLine.At moment) throws Exception {
        world.run(
                "CREATE TABLE log (id text)",
                "CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN INSERT INTO public.log VALUES (NEW.version_num); RETURN NEW; END'",
                "CREATE TRIGGER log AFTER UPDATE ON alembic_version FOR EACH ROW EXECUTE FUNCTION log()");
        try (var line = new CutLine(world.server());
                var database = open(line)) {
            var order = order(database, new Update("ae10", "f6b2"));
            try {
                write(database, order, cutting(line, moment));
            } catch (Problem problem) {
                assertThat(problem.exit()).isEqualTo(Exit.NOT_WRITTEN);
            }
        }
        assertThat(world.column("SELECT id FROM log")).hasSize(rows().equals(List.of("f6b2")) ? 1 : 0);
    }

    private static String holds(Reading reading) {
        return "p1 holds in " + reading.searchPath();
    }

    private static Function<Reading, String> cutting(CutLine line, CutLine.At moment) {
        return _ -> {
            line.cutAt(moment);
            return "p1 holds";
        };
    }

    private static TestPostgres.TestDatabase world(String... statements) {
        var database = TestPostgres.database();
        database.run(statements);
        return database;
    }

    private List<String> rows() {
        return world.column("SELECT version_num FROM alembic_version");
    }

    private Database open() {
        return Database.connect(world.url(), Optional.empty(), SHORT);
    }

    private Database open(CutLine line) {
        var url = "postgresql://" + TestPostgres.USER + "@localhost:" + line.port() + "/" + world.name();
        return Database.connect(DatabaseUrl.parse(url, Map.of()), Optional.of(Secret.of(TestPostgres.PASSWORD)), SHORT);
    }

    private static StampOrder order(Database database, StampStep step) {
        return order(database, List.of(step));
    }

    private static StampOrder order(Database database, List<? extends StampStep> steps) {
        return order(database, steps, false);
    }

    private static StampOrder order(Database database, List<? extends StampStep> steps, boolean create) {
        var info = database.read(reading -> VersionReader.read(reading, VersionTable.ALEMBIC));
        var server = database.server();
        return new StampOrder(
                info.table(),
                VersionTable.ALEMBIC,
                info.rows(),
                List.copyOf(steps),
                create,
                server.systemIdentifier(),
                server.databaseOid());
    }

    private Stamped write(Database database, StampOrder order, Function<Reading, String> proof) {
        return VersionWriter.write(database, order, proof, (_, what) -> journal.add(what));
    }

    private Problem problem(Database database, StampOrder order, Function<Reading, String> proof) {
        return catchThrowableOfType(Problem.class, () -> write(database, order, proof));
    }
}
