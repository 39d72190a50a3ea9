package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.catalog.CatalogDiff;
import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.catalog.Difference;
import dev.restamp.core.catalog.Scope;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code everything.sql} has one object of every kind; {@code changed-properties.txt} changes one property at a time. */
class CatalogSnapshotsTest {
    static final Scope ALL = new Scope(Set.of(), List.of(), List.of(), List.of(), true, true, true, true);
    private static final TestDatabase WORLD = everything();
    private static final int VERSION = version();
    static final CatalogSnapshot BASE = after("SELECT");

    /**
     * A line of the file.
     *
     * @param key kind and property
     * @param also kinds and properties of the differences that cannot but come with it
     */
    record Change(String key, String sql, List<String> also) {
        static Change of(String line) {
            var parts = line.split(" \\| ", 3);
            return new Change(parts[0], parts[1], parts.length > 2 ? List.of(parts[2].split(", ", -1)) : List.of());
        }

        @Override
        public String toString() {
            return key;
        }
    }

    @Test
    void there_is_one_of_every_kind() {
        assertThat(CatalogKind.values())
                .allSatisfy(kind -> assertThat(BASE.count(kind)).isPositive());
    }

    @Test
    void every_property_that_is_read_is_changed_once() throws SQLException {
        var read = new ArrayList<String>();
        try (var connection = WORLD.connect()) {
            for (var kind : CatalogKind.values()) {
                properties(connection, kind).forEach(name -> read.add(kind.word() + " / " + name));
            }
        }
        // One difference a table.
        read.remove("column / position");
        read.add("table / column order");
        assertThat(changes().map(Change::key)).containsExactlyInAnyOrderElementsOf(read);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void it_is_reported_once_and_nothing_else_is(Change change) {
        var differences = CatalogDiff.between(BASE, after(change.sql()), ALL);
        var found = new TreeSet<>(
                differences.stream().map(CatalogSnapshotsTest::inWords).toList());
        var expected = new TreeSet<>(change.also());
        expected.add(change.key());
        assertThat(found).as(differences.toString()).isEqualTo(expected);
        assertThat(differences.stream().map(CatalogSnapshotsTest::inWords).filter(change.key()::equals))
                .as(differences.toString())
                .hasSize(1);
    }

    @Test
    void no_secret_is_read() {
        assertThat(BASE.objects().toString()).doesNotContain("canary");
    }

    static Stream<Change> changes() {
        return Sql.beside(CatalogSnapshotsTest.class, "changed-properties.txt")
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Change::of);
    }

    private static Set<String> properties(Connection connection, CatalogKind kind) throws SQLException {
        try (var statement = connection.prepareStatement(
                CatalogSnapshots.statement(kind, VERSION).text())) {
            var columns = statement.getMetaData();
            var names = new TreeSet<String>();
            for (var i = 1; i <= columns.getColumnCount(); i++) {
                var field = ObjectRows.Field.of(columns.getColumnLabel(i));
                if (field.use() == ObjectRows.Use.PROPERTY || field.use() == ObjectRows.Use.COLUMN_NUMBERS) {
                    names.add(field.name());
                }
            }
            return names;
        }
    }

    private static String inWords(Difference difference) {
        var kind = difference.object().kind().word();
        return switch (difference) {
            case Difference.Missing _ -> kind + " missing";
            case Difference.Extra _ -> kind + " extra";
            case Difference.Changed changed -> kind + " / " + changed.property();
        };
    }

    /** What there is after these statements, which are taken back. */
    static CatalogSnapshot after(String... statements) {
        try (var connection = WORLD.connect()) {
            connection.setAutoCommit(false);
            run(connection, "SET LOCAL allow_system_table_mods = on");
            for (var sql : statements) {
                run(connection, sql);
            }
            run(connection, "SET LOCAL search_path = pg_catalog");
            var snapshot =
                    CatalogSnapshots.read(new Reading(connection, List.of(), CatalogSnapshotsTest::problem), VERSION);
            connection.rollback();
            return snapshot;
        } catch (SQLException failure) {
            throw new AssertionError(String.join(";\n", statements), failure);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Problem problem(SQLException failure) {
        return new Problem(Exit.BUG, failure.toString(), "", failure);
    }

    private static int version() {
        return Integer.parseInt(WORLD.column("SHOW server_version_num").getFirst()) / 10_000;
    }

    private static TestDatabase everything() {
        var world = TestPostgres.database();
        world.run(Sql.beside(CatalogSnapshotsTest.class, "everything.sql").text());
        return world;
    }
}
