package dev.restamp.postgres.rows;

import dev.restamp.core.Both;
import dev.restamp.core.rows.ComparedContent.Verdict;
import dev.restamp.postgres.Sql;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case of {@code pitfalls.txt}: the table {@code t} in a schema of the case's name, made otherwise on each side.
 *
 * @param text as it is written there
 */
record Pitfall(String name, Verdict verdict, String text) {
    private static final List<String> BLOCKS = blocks();

    static final List<Pitfall> ALL = BLOCKS.stream()
            .filter(block -> block.matches("(?s)(EQ|NE) .*"))
            .map(Pitfall::of)
            .toList();

    private static List<String> blocks() {
        var file = Path.of("src/test/resources/dev/restamp/postgres/rows/pitfalls.txt");
        try {
            return List.of(Files.readString(file).split("\n\n"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Pitfall of(String block) {
        var name = block.lines().findFirst().orElseThrow().substring(3);
        return new Pitfall(name, block.startsWith("EQ") ? Verdict.EQUAL : Verdict.DIFFERENT, block);
    }

    /** Makes one side of every case in a database. */
    static void make(TestDatabase world, String side) {
        world.run(lines(BLOCKS.get(1), side)
                .map(setting -> "ALTER DATABASE " + world.name() + " SET " + setting)
                .toArray(String[]::new));
        world.run(ALL.stream().flatMap(pitfall -> pitfall.statements(side)).toArray(String[]::new));
    }

    static Both<TestDatabase> make(Both<TestDatabase> worlds) {
        make(worlds.left(), "left");
        make(worlds.right(), "right");
        return worlds;
    }

    private Stream<String> statements(String side) {
        var schema = Sql.identifier(name);
        return Stream.concat(
                Stream.of("RESET ALL", "CREATE SCHEMA " + schema, "SET search_path = " + schema), lines(text, side));
    }

    private static Stream<String> lines(String block, String side) {
        return block.lines()
                .filter(line -> line.startsWith(side + ":") || line.startsWith("both:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip());
    }
}
