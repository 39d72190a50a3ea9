package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.StampStep.Update;
import dev.restamp.core.revision.VersionTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against a real standby, made of a backup of its primary and following it. */
class StandbyTest {
    @Test
    void is_recognised_can_be_read_and_refuses_every_write() throws IOException {
        assumeTrue(DebianPostgres.isInstalled(), "no PostgreSQL 15 in /usr/lib/postgresql");
        try (var primary = DebianPostgres.start()) {
            new TestPostgres.TestDatabase(primary.server(), "postgres")
                    .run(
                            "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                            "INSERT INTO alembic_version VALUES ('ae10')");
            try (var standby = primary.standby();
                    var database = open(hosts(standby), "")) {
                assertThat(database.server().standby()).isTrue();
                assertThat(database.server().systemIdentifier()).isEqualTo(identifier(primary));
                var info = database.read(reading -> VersionReader.read(reading, VersionTable.ALEMBIC));
                assertThat(info.rows().ids()).containsExactly("ae10");

                var problem = catchThrowableOfType(Problem.class, () -> stamp(database, info));
                assertThat(problem.exit()).isEqualTo(Exit.REFUSED);
                assertThat(problem.what()).isEqualTo("this is a standby (pg_is_in_recovery)");

                findsThePrimaryAmongSeveral(standby, primary);
            }
        }
    }

    private static void findsThePrimaryAmongSeveral(DebianPostgres standby, DebianPostgres primary) {
        var both = hosts(standby) + "," + hosts(primary);
        try (var database = open(both, "?target_session_attrs=read-write")) {
            assertThat(database.server().standby()).isFalse();
            assertThat(database.server().host().port())
                    .isEqualTo(primary.server().port());
        }
        var none = catchThrowableOfType(
                Problem.class,
                () -> open(hosts(standby), "?target_session_attrs=primary").close());
        assertThat(none.code()).isEqualTo("CN224");
    }

    private static Optional<String> identifier(DebianPostgres server) {
        try (var database = open(hosts(server), "")) {
            return database.server().systemIdentifier();
        }
    }

    private static void stamp(Database database, VersionTableInfo info) {
        var order = new StampOrder(
                info.table(),
                VersionTable.ALEMBIC,
                info.rows(),
                List.of(new Update("ae10", "f6b2")),
                false,
                database.server().systemIdentifier(),
                database.server().databaseOid());
        VersionWriter.write(database, order, _ -> "holds", (_, _) -> {});
    }

    private static String hosts(DebianPostgres server) {
        return "127.0.0.1:" + server.server().port();
    }

    private static Database open(String hosts, String parameters) {
        var url = "postgresql://" + TestPostgres.USER + "@" + hosts + "/postgres" + parameters;
        return Database.connect(
                DatabaseUrl.parse(url, Map.of()), Optional.of(Secret.of(TestPostgres.PASSWORD)), Limits.DEFAULT);
    }
}
