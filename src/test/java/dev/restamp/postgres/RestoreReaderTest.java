package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.core.restore.Leftover;
import dev.restamp.core.restore.LeftoverKind;
import dev.restamp.core.restore.Leftovers;
import dev.restamp.core.restore.Unseen;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command's own test has every kind, on the newest server. */
class RestoreReaderTest {
    private static final String LOST = "CREATE MATERIALIZED VIEW lost AS SELECT 1 AS a WITH NO DATA";

    @Test
    void an_older_server_is_asked_in_its_own_words() throws IOException {
        assumeTrue(DebianPostgres.isInstalled(), "no PostgreSQL 15 in /usr/lib/postgresql");
        try (var server = DebianPostgres.start()) {
            var world = server.server().create();
            world.run(
                    LOST,
                    "CREATE TABLE users (id serial PRIMARY KEY)",
                    "INSERT INTO users VALUES (3)",
                    "CREATE TABLE orders (user_id int REFERENCES users)",
                    "ALTER TABLE orders DISABLE TRIGGER ALL",
                    "INSERT INTO orders VALUES (4)");
            var found = read(world);
            assertThat(found.unseen()).isEmpty();
            assertThat(found.found())
                    .extracting(Leftover::kind)
                    .containsExactly(
                            LeftoverKind.SEQUENCE_BEHIND,
                            LeftoverKind.BROKEN_KEY,
                            LeftoverKind.DISABLED_KEYS,
                            LeftoverKind.UNPOPULATED_VIEW);
        }
    }

    @Test
    void counting_counts_the_same_without_notes() {
        var world = TestPostgres.database();
        world.run(
                LOST, "CREATE MATERIALIZED VIEW gone AS TABLE lost WITH NO DATA", "CREATE UNLOGGED TABLE note (a int)");
        try (var database = world.open()) {
            var counts = database.read(reading -> RestoreReader.count(reading, version(database)));
            assertThat(counts).isEqualTo(Map.of(LeftoverKind.UNPOPULATED_VIEW, 2L));
        }
    }

    @Test
    void counting_waits_for_nobody() throws SQLException {
        var world = TestPostgres.database();
        world.run(
                "CREATE TABLE t (id serial PRIMARY KEY CHECK (id > 0))",
                "INSERT INTO t SELECT FROM generate_series(1, 5000)",
                "ALTER TABLE t ADD CONSTRAINT late CHECK (id < 9000) NOT VALID");
        try (var meddler = world.connect();
                var statement = meddler.createStatement();
                var database = world.open()) {
            meddler.setAutoCommit(false);
            statement.execute("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");
            var counts = database.read(reading -> RestoreReader.count(reading, version(database)));
            assertThat(counts).containsEntry(LeftoverKind.UNVALIDATED_CONSTRAINT, 1L);
        }
    }

    @Test
    void what_is_locked_is_said_and_the_rest_is_looked_at() throws SQLException {
        var world = TestPostgres.database();
        world.run(
                "CREATE TABLE busy (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY)",
                "CREATE TABLE calm (id serial PRIMARY KEY, busy_id int REFERENCES busy)",
                "INSERT INTO calm VALUES (7)");
        var impatient = new Limits(
                Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(15), Duration.ofSeconds(30));
        try (var meddler = world.connect();
                var statement = meddler.createStatement();
                var database = Database.connect(world.url(), Optional.empty(), impatient)) {
            meddler.setAutoCommit(false);
            statement.execute("LOCK TABLE busy IN ACCESS EXCLUSIVE MODE");
            var found = database.read(reading -> RestoreReader.read(reading, version(database))
                    .plus(KeyCheck.read(reading, version(database), (_, _, _) -> {})));
            assertThat(found.found()).extracting(Leftover::object).containsExactly("public.calm_id_seq");
            assertThat(found.unseen())
                    .extracting(Unseen::object)
                    .containsExactly("public.busy_id_seq for public.busy.id", "public.calm calm_busy_id_fkey");
            assertThat(found.unseen()).extracting(Unseen::why).allMatch(why -> why.contains("lock"));
        }
    }

    @Test
    void one_check_that_fails_is_said_and_the_others_go_on() {
        var world = TestPostgres.database();
        world.run(LOST, "CREATE ROLE half_blind LOGIN PASSWORD 'p'", "REVOKE SELECT ON pg_policy FROM PUBLIC");
        try (var database = Database.connect(world.urlAs("half_blind", "p"), Optional.empty(), Limits.DEFAULT)) {
            var found = database.read(reading -> RestoreReader.read(reading, version(database)));
            assertThat(found.unseen()).singleElement().satisfies(one -> {
                assertThat(one.kind()).isEqualTo(LeftoverKind.ROW_SECURITY_OFF);
                assertThat(one.why()).contains("pg_policy");
            });
            assertThat(found.found()).extracting(Leftover::object).containsExactly("public.lost");
        }
    }

    private static Leftovers read(TestDatabase world) {
        try (var database = world.open()) {
            return database.read(reading -> RestoreReader.read(reading, version(database))
                    .plus(KeyCheck.read(reading, version(database), (_, _, _) -> {}))
                    .plus(RightsReader.read(reading, TestPostgres.USER)));
        }
    }

    private static int version(Database database) {
        return database.server().versionNumber() / 10_000;
    }
}
