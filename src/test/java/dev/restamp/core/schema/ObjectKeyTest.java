package dev.restamp.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObjectKeyTest {
    private static final ObjectKey ORDERS = ObjectKey.of(Kind.TABLE, "public", "orders");
    private static final ObjectKey STATUS = ObjectKey.of(Kind.COLUMN, "public", "orders", "status");

    @Test
    void reads_as_people_write_it() {
        assertThat(STATUS).hasToString("column orders.status");
        assertThat(ObjectKey.of(Kind.INDEX, "billing", "ix")).hasToString("index billing.ix");
        assertThat(ObjectKey.of(Kind.SCHEMA, "public")).hasToString("schema public");
    }

    @Test
    void a_part_knows_its_table() {
        assertThat(STATUS.table()).contains(ORDERS);
        assertThat(STATUS.isPartOf(ORDERS)).isTrue();
        assertThat(STATUS.isPartOf(ObjectKey.of(Kind.TABLE, "billing", "orders")))
                .isFalse();
        assertThat(ORDERS.table()).isEmpty();
        assertThat(ORDERS.isPartOf(ORDERS)).isFalse();
    }

    @Test
    void is_ordered_by_kind_then_by_name() {
        var index = ObjectKey.of(Kind.INDEX, "public", "a");
        assertThat(Stream.of(index, STATUS, ORDERS).sorted()).containsExactly(ORDERS, STATUS, index);
    }
}
