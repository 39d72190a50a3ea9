package dev.restamp.core.evidence;

import static dev.restamp.core.evidence.Sketch.addColumn;
import static dev.restamp.core.evidence.Sketch.constraint;
import static dev.restamp.core.evidence.Sketch.index;
import static dev.restamp.core.evidence.Sketch.make;
import static dev.restamp.core.evidence.Sketch.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeSummaryTest {
    @Test
    void one_table_is_told_by_its_name_and_what_is_in_it() {
        var changes = changes(
                table("orders", "id bigint", "total numeric"),
                List.of(
                        make(constraint(ConstraintKind.PRIMARY_KEY, "orders.orders_pkey", "id")),
                        make(index("ix_total", "orders", "total"))));
        assertThat(ChangeSummary.headline(changes)).isEqualTo("table orders");
        assertThat(ChangeSummary.details(changes)).isEqualTo("2 columns, 1 PK, 1 index");
        assertThat(ChangeSummary.withoutParts(changes))
                .extracting(Change::text)
                .containsExactly("creates table orders");
    }

    @Test
    void several_things_are_counted() {
        var changes = changes(table("a", "id bigint"), table("b", "id bigint"), List.of(addColumn("a", "c text")));
        assertThat(ChangeSummary.headline(changes)).isEqualTo("2 tables");
        assertThat(ChangeSummary.details(changes)).isEmpty();
    }

    @Test
    void no_change_needs_no_words() {
        assertThat(ChangeSummary.headline(List.of())).isEmpty();
        assertThat(ChangeSummary.details(List.of())).isEmpty();
    }

    @Test
    void words_are_put_in_the_number_that_fits() {
        assertThat(List.of("table", "index", "primary key", "foreign key", "query"))
                .extracting(word -> ChangeSummary.plural(word, 2))
                .containsExactly("tables", "indexes", "primary keys", "foreign keys", "queries");
        assertThat(ChangeSummary.plural("index", 1)).isEqualTo("index");
    }

    @SafeVarargs
    private static List<Change> changes(List<Effect>... effects) {
        var replay = new Replay(Schema.EMPTY);
        for (var some : effects) {
            some.forEach(replay::insist);
        }
        return replay.takeTouched();
    }
}
