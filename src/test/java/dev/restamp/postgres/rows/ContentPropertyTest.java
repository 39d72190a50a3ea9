package dev.restamp.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Both;
import dev.restamp.core.rows.ComparedContent.Verdict;
import dev.restamp.postgres.OlderPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

/**
 * Tables by chance, copied to another server: they are equal, and one change is found. {@code -Dcontent.seeds=500} tries more
 * than the usual twenty.
 */
class ContentPropertyTest {
    private static final int TABLES = 8;

    private static final List<String> SETTINGS = List.of(
            "bytea_output = 'escape'",
            "extra_float_digits = -15",
            "intervalstyle = 'iso_8601'",
            "intervalstyle = 'sql_standard'",
            "datestyle = 'ISO, DMY'",
            "search_path = public, pg_catalog",
            "enable_hashagg = off",
            "work_mem = '64kB'");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("content.seeds", 20));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_copied_is_equal_and_one_change_is_found(long seed) {
        var random = new Random(seed);
        var worlds = new Both<>(/* left= */ world(random), /* right= */ world(random));
        var tables = IntStream.range(0, TABLES)
                .mapToObj(i -> new GeneratedTable("t" + i, random))
                .toList();
        tables.forEach(table -> {
            worlds.left().run(table.make().toArray(String[]::new));
            worlds.right().run(table.makeAnother().toArray(String[]::new));
            copy(table, worlds);
        });
        var choice = Comparing.all(random.nextInt(4) == 0);

        assertThat(different(worlds, choice)).as("seed " + seed).isEmpty();
        assertThat(different(worlds, Comparing.sample(50))).as("seed " + seed).isEmpty();

        var changes = new TreeMap<String, List<String>>();
        tables.forEach(table -> changes.put("public." + table.name(), change(table, worlds.right())));
        assertThat(different(worlds, choice))
                .as("seed " + seed + ": " + changes)
                .hasSize(TABLES);
    }

    /** Of one version, in one encoding and locale, with settings, all by chance. */
    private static TestDatabase world(Random random) {
        var version = 14 + random.nextInt(5);
        var options = new ArrayList<>(List.of("", "ENCODING 'LATIN1' LOCALE 'C'", "ENCODING 'UTF8' LOCALE 'C.UTF-8'"));
        if (version >= 15) {
            options.add("ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'sv'");
        }
        var world = OlderPostgres.of(version).create(options.get(random.nextInt(options.size())));
        SETTINGS.stream()
                .filter(_ -> random.nextBoolean())
                .forEach(setting -> world.run("ALTER DATABASE " + world.name() + " SET " + setting));
        world.run(Values.TYPES.toArray(String[]::new));
        return world;
    }

    /** In the order of what nobody orders by. */
    private static void copy(GeneratedTable table, Both<TestDatabase> worlds) {
        try (var from = exactly(worlds.left());
                var to = exactly(worlds.right())) {
            var text = new StringWriter();
            from.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT " + table.list() + " FROM " + table.name()
                                    + " t ORDER BY md5(t::text)) TO STDOUT",
                            text);
            to.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + table.name() + " (" + table.list() + ") FROM STDIN",
                            new StringReader(text.toString()));
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A connection that writes values as they are, whatever the database has set. */
    private static Connection exactly(TestDatabase world) throws SQLException {
        var connection = world.connect();
        try (var statement = connection.createStatement()) {
            statement.execute("SET intervalstyle = postgres; SET extra_float_digits = 3");
        }
        return connection;
    }

    /** Tries statements until its rows are others; gives those. */
    private static List<String> change(GeneratedTable table, TestDatabase world) {
        world.run(table.withoutKey());
        var before = rows(table, world);
        var tried = new ArrayList<String>();
        while (rows(table, world).equals(before)) {
            for (var statement : table.change(world.column("SELECT ctid FROM " + table.name()))) {
                world.run(statement);
                tried.add(statement);
            }
        }
        return tried;
    }

    private static List<String> rows(GeneratedTable table, TestDatabase world) {
        try (var connection = exactly(world);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT ROW(" + table.list() + ")::text FROM " + table.name())) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            Collections.sort(texts);
            return texts;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> different(Both<TestDatabase> worlds, ContentReader.Choice choice) {
        var verdicts = Comparing.verdicts(worlds, choice);
        assertThat(verdicts).hasSize(TABLES);
        return verdicts.keySet().stream()
                .filter(table -> verdicts.get(table) != Verdict.EQUAL)
                .toList();
    }
}
