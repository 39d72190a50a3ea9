package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.WholeShell.Said;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stamps of Flyway's history, with gaps in it. The migrations 1 to 4 make the tables one to four; all of them have run. */
class LogStampTest {
    private static final String ROWS = "SELECT h::text FROM flyway_schema_history h ORDER BY installed_rank";

    @TempDir
    private Path home;

    private final TestDatabase database = TestPostgres.database();

    @BeforeEach
    void project() throws IOException {
        Files.createDirectories(home.resolve("sql"));
        Files.writeString(home.resolve("flyway.toml"), "[flyway]\nlocations = [\"filesystem:sql\"]\n");
        var names = List.of("one", "two", "three", "four");
        for (var at = 0; at < names.size(); at++) {
            var name = names.get(at);
            Files.writeString(
                    home.resolve("sql/V" + (at + 1) + "__" + name + ".sql"), "CREATE TABLE " + name + " (id int);\n");
        }
        var upgrade = run("upgrade");
        assertThat(upgrade.exit()).as(upgrade.all()).isEqualTo(Exit.OK);
    }

    @Test
    void a_row_that_was_lost_among_others_is_put_back_alone() {
        database.run("DELETE FROM flyway_schema_history WHERE version = '2'");
        var status = run("status");
        assertThat(status.out()).contains("VD101", "schema   2  two", "stamp 2");
        assertThat(status.out()).contains("flyway migrate", "would not start");

        var stamp = run("stamp 2 --only --expect 4");
        assertThat(stamp.exit()).as(stamp.all()).isEqualTo(Exit.OK);
        assertThat(stamp.out()).contains("+ 2  two", "3 rows stay as they are");
        assertThat(column("version")).containsExactly("1", "3", "4", "2");
        assertThat(column("installed_rank")).containsExactly("1", "3", "4", "5");
        assertThat(run("status").out()).contains("OK  row, schema and head agree: 4");
        assertThat(run("upgrade").out()).contains("nothing to run");
    }

    @Test
    void one_that_was_left_out_is_still_to_run() {
        database.run("DELETE FROM flyway_schema_history WHERE version = '2'");
        database.run("DROP TABLE two");
        var status = run("status");
        assertThat(status.out()).contains("VD117", "row      4 (head)  four", "would not start");
        assertThat(status.exit()).isEqualTo(Exit.FINDING);
        assertThat(run("current").out()).contains("3 rows; 1 migration to run");
        var heads = run("current --check-heads");
        assertThat(heads.exit()).isEqualTo(Exit.FINDING);
        assertThat(heads.out()).contains("2 not applied");
    }

    @Test
    void rows_beyond_are_taken_away_only_where_nothing_of_them_is_there() {
        var refused = run("stamp 3 --expect 4");
        assertThat(refused.exit()).as(refused.all()).isEqualTo(Exit.REFUSED);
        assertThat(refused.out()).contains("table four is there, and should not be");
        database.run("DROP TABLE four");
        assertThat(run("status").out()).contains("VD102");
        assertThat(run("stamp 3 --expect 4").exit()).isEqualTo(Exit.OK);
        assertThat(column("version")).containsExactly("1", "2", "3");
        assertThat(run("status").out()).contains("OK  row and schema agree: 3, 1 migration to run");
    }

    @Test
    void a_row_is_removed_and_an_undo_brings_it_back_as_it_was() {
        database.run("INSERT INTO flyway_schema_history SELECT 9, '3.5', 'ghost', type, 'V3_5__ghost.sql', 7,"
                + " installed_by, installed_on, 12, true FROM flyway_schema_history WHERE version = '3'");
        var before = database.column(ROWS);
        assertThat(run("status").out()).contains("VD103", "3.5");
        var removed = run("stamp --remove 3.5 --expect 4,3.5");
        assertThat(removed.exit()).as(removed.all()).isEqualTo(Exit.OK);
        assertThat(column("version")).containsExactly("1", "2", "3", "4");
        assertThat(run("undo").exit()).isEqualTo(Exit.OK);
        assertThat(database.column(ROWS)).isEqualTo(before);
    }

    @Test
    void a_known_row_stays_while_its_table_is_there() {
        var refused = run("stamp --remove 2 --expect 4");
        assertThat(refused.exit()).as(refused.all()).isEqualTo(Exit.REFUSED);
        assertThat(column("version")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void no_table_is_made_as_flyway_makes_it() {
        database.run("DROP TABLE flyway_schema_history");
        assertThat(run("status").out()).contains("VD106", "Found non-empty schema(s) but no schema history table");
        var stamp = run("stamp 4 --expect base");
        assertThat(stamp.exit()).as(stamp.all()).isEqualTo(Exit.OK);
        assertThat(column("version")).containsExactly("1", "2", "3", "4");
        assertThat(run("upgrade").out()).contains("nothing to run");
    }

    @Test
    void a_baseline_stands_for_all_before_it() {
        database.run("DROP TABLE flyway_schema_history");
        var stamp = run("stamp 4 --baseline --expect base");
        assertThat(stamp.exit()).as(stamp.all()).isEqualTo(Exit.OK);
        assertThat(column("type")).containsExactly("BASELINE");
        assertThat(run("status").out()).contains("OK  row, schema and head agree: 4");
        assertThat(run("history").out()).contains("Below Baseline");
    }

    @Test
    void what_excludes_one_another_is_said() {
        assertThat(run("stamp 4 --only --baseline").exit()).isEqualTo(Exit.USAGE);
        assertThat(run("stamp").exit()).isEqualTo(Exit.USAGE);
    }

    private Said run(String line) {
        try (var shell = new WholeShell(home, home, Map.of("DATABASE_URL", RealAlembic.url(database)))) {
            return shell.run(OutputFormats.TABLE, line);
        }
    }

    private List<String> column(String name) {
        return database.column("SELECT " + name + "::text FROM flyway_schema_history ORDER BY installed_rank");
    }
}
