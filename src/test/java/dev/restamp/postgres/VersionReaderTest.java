package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.postgres.VersionTableInfo.Rights;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionReaderTest {
    private static final String ALEMBICS = "alembic_version (version_num VARCHAR(32) NOT NULL,"
            + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))";

    private final TestPostgres.TestDatabase world = TestPostgres.database();

    @Test
    void the_table_that_alembic_makes() {
        world.run("CREATE TABLE " + ALEMBICS, "INSERT INTO alembic_version VALUES ('ae10')");

        var info = read(VersionTable.ALEMBIC);

        assertThat(info)
                .isEqualTo(new VersionTableInfo(
                        new TableName("public", "alembic_version", "public.alembic_version"),
                        VersionRows.read("public.alembic_version", List.of("ae10")),
                        "",
                        Optional.of("character varying(32)"),
                        true,
                        new Rights(true, true, true, true),
                        List.of()));
        assertThat(info.rights()).hasToString("select insert update delete");
    }

    @Test
    void no_table_is_told_with_the_one_that_would_be_made() {
        world.run("CREATE SCHEMA \"Sales\"", "ALTER DATABASE " + world.name() + " SET search_path = \"Sales\", public");

        var info = read(VersionTable.ALEMBIC);

        assertThat(info.rows()).isEqualTo(new VersionRows("\"Sales\".alembic_version", State.NO_TABLE, List.of()));
        assertThat(info.table().schema()).isEqualTo("Sales");
    }

    @Test
    void an_empty_table_is_not_a_missing_one() {
        world.run("CREATE TABLE " + ALEMBICS);

        assertThat(read(VersionTable.ALEMBIC).rows()).isEqualTo(VersionRows.read("public.alembic_version", List.of()));
    }

    @Test
    void duplicates_and_nulls_and_order_are_kept() {
        world.run(
                "CREATE TABLE alembic_version (version_num text)",
                "INSERT INTO alembic_version VALUES ('b'), ('a'), (NULL), ('b')");

        var info = read(VersionTable.ALEMBIC);

        assertThat(info.rows().ids()).containsExactly("b", "a", "", "b");
        assertThat(info.primaryKey()).isFalse();
        assertThat(info.columnType()).contains("text");
    }

    @Test
    void the_search_path_decides_and_the_others_are_told() {
        world.run(
                "CREATE SCHEMA sales",
                "CREATE TABLE sales." + ALEMBICS,
                "CREATE TABLE public." + ALEMBICS,
                "INSERT INTO sales.alembic_version VALUES ('s')",
                "INSERT INTO public.alembic_version VALUES ('p')",
                "ALTER DATABASE " + world.name() + " SET search_path = sales, public");

        var info = read(VersionTable.ALEMBIC);

        assertThat(info.rows()).isEqualTo(VersionRows.read("sales.alembic_version", List.of("s")));
        assertThat(info.others()).extracting(TableName::sql).containsExactly("public.alembic_version");
        assertThat(read(new VersionTable(Optional.of("public"), "alembic_version"))
                        .rows()
                        .ids())
                .containsExactly("p");
    }

    @Test
    void a_table_off_the_search_path_is_another_one() {
        world.run("CREATE SCHEMA old", "CREATE TABLE old." + ALEMBICS);

        var info = read(VersionTable.ALEMBIC);

        assertThat(info.rows().state()).isEqualTo(State.NO_TABLE);
        assertThat(info.others()).extracting(TableName::sql).containsExactly("old.alembic_version");
    }

    @Test
    void a_name_that_needs_quotes_has_them() {
        world.run(
                "CREATE TABLE \"Order; DROP\" (version_num text PRIMARY KEY)",
                "INSERT INTO \"Order; DROP\" VALUES ('a')");

        assertThat(read(new VersionTable(Optional.empty(), "Order; DROP")).rows())
                .isEqualTo(VersionRows.read("public.\"Order; DROP\"", List.of("a")));
    }

    @Test
    void a_role_without_rights_is_told_so_and_not_that_the_table_is_empty() {
        world.run(
                "CREATE TABLE " + ALEMBICS,
                "CREATE ROLE reader_" + world.name() + " LOGIN PASSWORD 'pw'",
                "CREATE SCHEMA hidden",
                "CREATE TABLE hidden.v (version_num text)");

        var info = readAsReader(VersionTable.ALEMBIC);
        assertThat(info.rows().state()).isEqualTo(State.NOT_READABLE);
        assertThat(info.why()).isEqualTo("this role may not SELECT from it");
        assertThat(info.rights()).isEqualTo(Rights.NONE);

        world.run("GRANT SELECT, UPDATE ON alembic_version TO reader_" + world.name());
        assertThat(readAsReader(VersionTable.ALEMBIC).rows().state()).isEqualTo(State.READ);
        assertThat(readAsReader(VersionTable.ALEMBIC).rights()).hasToString("select update");

        assertThat(readAsReader(new VersionTable(Optional.of("hidden"), "v")).why())
                .isEqualTo("this role has no USAGE on schema hidden");
    }

    @Test
    void rows_that_row_security_would_hide_are_not_taken_for_none() {
        world.run(
                "CREATE TABLE " + ALEMBICS,
                "INSERT INTO alembic_version VALUES ('a')",
                "ALTER TABLE alembic_version ENABLE ROW LEVEL SECURITY",
                "CREATE ROLE reader_" + world.name() + " LOGIN PASSWORD 'pw'",
                "GRANT SELECT ON alembic_version TO reader_" + world.name());

        assertThat(readAsReader(VersionTable.ALEMBIC).why()).isEqualTo("row security would hide rows from this role");
    }

    @Test
    void a_table_of_another_shape_is_not_readable() {
        world.run("CREATE TABLE alembic_version (id int)");

        assertThat(read(VersionTable.ALEMBIC).why()).isEqualTo("it has no column version_num");
    }

    @Test
    void a_locked_table_is_named() throws Exception {
        world.run("CREATE TABLE " + ALEMBICS);
        var limits = new Limits(
                Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(30));
        try (var meddler = world.connect();
                var statement = meddler.createStatement();
                var database = Database.connect(world.url(), Optional.empty(), limits)) {
            meddler.setAutoCommit(false);
            statement.execute("LOCK TABLE alembic_version");

            var problem = catchThrowableOfType(
                    Problem.class, () -> database.read(reading -> VersionReader.read(reading, VersionTable.ALEMBIC)));

            assertThat(problem.exit()).isEqualTo(Exit.TIMEOUT);
            assertThat(problem.what()).isEqualTo("public.alembic_version is locked: lock not obtained in 100 ms");
        }
    }

    private VersionTableInfo read(VersionTable table) {
        try (var database = world.open()) {
            return database.read(reading -> VersionReader.read(reading, table));
        }
    }

    private VersionTableInfo readAsReader(VersionTable table) {
        var url = world.urlAs("reader_" + world.name(), "pw");
        try (var database = Database.connect(url, Optional.empty(), Limits.DEFAULT)) {
            return database.read(reading -> VersionReader.read(reading, table));
        }
    }
}
