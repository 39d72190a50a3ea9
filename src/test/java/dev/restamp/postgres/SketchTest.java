package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.catalog.CatalogDiff;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.catalog.Scope;
import dev.restamp.core.catalog.sketch.Sketch;
import dev.restamp.core.catalog.sketch.Step;
import dev.restamp.postgres.CatalogSnapshotsTest.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sketch for each changed property is run, there and back, and leaves no difference. */
class SketchTest {
    private static final Set<String> UNSAID = keys("not-sketched.txt");
    private static final Set<String> BY_HAND = keys("made-by-hand.txt");

    static Stream<Change> sketched() {
        return CatalogSnapshotsTest.changes()
                .filter(change -> !UNSAID.contains(change.key()) && !BY_HAND.contains(change.key()));
    }

    static Stream<Change> unsketched() {
        return CatalogSnapshotsTest.changes().filter(change -> UNSAID.contains(change.key()));
    }

    private static Set<String> keys(String file) {
        return Sql.beside(SketchTest.class, file)
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("unsketched")
    void or_it_says_that_it_says_nothing(Change change) {
        var changed = CatalogSnapshotsTest.after(change.sql());
        assertThat(Stream.concat(
                        sketch(CatalogSnapshotsTest.BASE, changed).unsaid().stream(),
                        sketch(changed, CatalogSnapshotsTest.BASE).unsaid().stream()))
                .isNotEmpty();
    }

    @Test
    void a_database_is_made_of_nothing() {
        var target = TestPostgres.database();
        var wished = RoundTripTest.read(RoundTripTest.made("portable", 18));
        var before = RoundTripTest.read(target);
        var sketch = Sketch.of(before, wished, CatalogDiff.between(before, wished, Scope.USUAL));
        target.run(statements(sketch).toArray(String[]::new));
        var left = CatalogDiff.between(RoundTripTest.read(target), wished, Scope.USUAL);
        assertThat(sketch.unsaid()).containsExactly("function shop.product(integer)");
        assertThat(left.stream().map(one -> one.object().name())).containsExactly("shop.product(integer)");
    }

    @Test
    void and_taken_down_again() {
        var target = TestPostgres.database();
        var empty = RoundTripTest.read(target);
        RoundTripTest.psql(target, Path.of("src/test/resources/dev/restamp/postgres/portable.sql"));
        var full = RoundTripTest.read(target);
        var sketch = Sketch.of(full, empty, CatalogDiff.between(full, empty, Scope.USUAL));
        target.run(statements(sketch).toArray(String[]::new));
        assertThat(CatalogDiff.between(RoundTripTest.read(target), empty, Scope.USUAL))
                .isEmpty();
    }

    @Test
    void what_it_costs_is_said() {
        var wished = CatalogSnapshotsTest.after(
                "ALTER TABLE app.three ALTER x TYPE real",
                "CREATE INDEX ix_costs ON orders (total)",
                "ALTER TABLE orders ALTER placed SET NOT NULL",
                "ALTER TABLE orders DROP during",
                "ALTER TYPE app.mood ADD VALUE 'other'");
        assertThat(sketch(CatalogSnapshotsTest.BASE, wished).steps().stream()
                        .map(step -> step.sql() + "  " + step.hazards()))
                .anyMatch(step -> step.matches(".*ALTER COLUMN x TYPE real .*REWRITES.*MAY_LOSE_DATA.*"))
                .anyMatch(step -> step.matches("CREATE INDEX ix_costs .*BLOCKS_WRITES.*"))
                .anyMatch(step -> step.matches(".*placed SET NOT NULL .*SCANS_TABLE, ROWS_MUST_FIT.*"))
                .anyMatch(step -> step.matches(".*DROP COLUMN during .*LOSES_DATA.*"))
                .anyMatch(step -> step.matches(".*ADD VALUE 'other' AFTER 'happy' .*NOT_TAKEN_BACK.*"));
    }

    @ParameterizedTest
    @MethodSource("sketched")
    void it_is_made(Change change) {
        var wished = CatalogSnapshotsTest.after(change.sql());
        var sketch = sketch(CatalogSnapshotsTest.BASE, wished);
        assertThat(sketch.unsaid()).isEmpty();
        var made = CatalogSnapshotsTest.after(statements(sketch).toArray(String[]::new));
        assertThat(CatalogDiff.between(made, wished, CatalogSnapshotsTest.ALL))
                .as(statements(sketch).toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sketched")
    void it_is_taken_back(Change change) {
        var changed = CatalogSnapshotsTest.after(change.sql());
        var sketch = sketch(changed, CatalogSnapshotsTest.BASE);
        assertThat(sketch.unsaid()).isEmpty();
        var all = new ArrayList<>(List.of(change.sql()));
        all.addAll(statements(sketch));
        var back = CatalogSnapshotsTest.after(all.toArray(String[]::new));
        assertThat(CatalogDiff.between(back, CatalogSnapshotsTest.BASE, CatalogSnapshotsTest.ALL))
                .as(all.toString())
                .isEmpty();
    }

    private static Sketch sketch(CatalogSnapshot target, CatalogSnapshot wished) {
        return Sketch.of(target, wished, CatalogDiff.between(target, wished, CatalogSnapshotsTest.ALL));
    }

    private static List<String> statements(Sketch sketch) {
        return sketch.steps().stream().map(Step::sql).toList();
    }
}
