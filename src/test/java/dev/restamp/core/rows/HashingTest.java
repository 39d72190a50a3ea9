package dev.restamp.core.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashingTest {
    private static final DataColumn ID = new DataColumn("id", "integer", "int4", false, false, 1, "");
    private static final DataColumn NAME = new DataColumn("name", "text", "text", true, false, 0, "");

    @Test
    void both_take_the_rule_they_share() {
        var hashing = hashing(List.of(ID, NAME), List.of(ID, NAME));
        assertThat(hashing.columns())
                .containsExactly(
                        new HashedColumn("id", HashRule.INTEGER, false), new HashedColumn("name", HashRule.TEXT, true));
        assertThat(names(hashing.key())).containsExactly("id");
        assertThat(hashing.obstacle()).isEmpty();
        assertThat(hashing.notes()).isEmpty();
    }

    @Test
    void of_two_types_both_are_text_and_that_is_said() {
        var wide = new DataColumn("id", "bigint", "int8", false, false, 1, "");
        var hashing = hashing(List.of(ID), List.of(wide));
        assertThat(hashing.columns()).containsExactly(new HashedColumn("id", HashRule.TEXT_OR_NULL, false));
        assertThat(hashing.notes()).containsExactly("id is integer and bigint: compared as text");
    }

    @Test
    void a_smaller_integer_is_the_same_number() {
        var small = new DataColumn("id", "smallint", "int2", false, false, 1, "");
        assertThat(hashing(List.of(ID), List.of(small)).notes()).isEmpty();
    }

    @Test
    void it_may_be_null_where_it_may_on_either_side() {
        var nullable = new DataColumn("id", "integer", "int4", true, false, 0, "");
        assertThat(hashing(List.of(ID), List.of(nullable)).columns())
                .containsExactly(new HashedColumn("id", HashRule.INTEGER, true));
    }

    @Test
    void columns_of_one_side_are_an_obstacle_unless_they_are_left_out() {
        var note = new DataColumn("note", "text", "text", true, false, 0, "");
        var hashing = hashing(List.of(ID, NAME), List.of(ID, note));
        assertThat(hashing.obstacle()).isEqualTo("columns differ, only left: name; only right: note");
        assertThat(Hashing.of(table(ID, NAME), table(ID, note), name -> !name.equals("id"))
                        .obstacle())
                .isEmpty();
    }

    @Test
    void a_column_that_is_generated_on_one_side_is_on_the_other_only() {
        var made = new DataColumn("name", "text", "text", true, true, 0, "");
        assertThat(names(hashing(List.of(ID, made), List.of(ID, made)).columns()))
                .containsExactly("id");
        assertThat(hashing(List.of(ID, made), List.of(ID, NAME)).obstacle())
                .isEqualTo("columns differ, only right: name");
    }

    @Test
    void the_key_is_the_left_ones_else_the_right_ones_and_whole() {
        var named = new DataColumn("name", "text", "text", false, false, 1, "");
        var second = new DataColumn("id", "integer", "int4", false, false, 2, "");
        var unkeyed = new DataColumn("id", "integer", "int4", true, false, 0, "");
        assertThat(names(hashing(List.of(ID, NAME), List.of(second, named)).key()))
                .containsExactly("id");
        assertThat(names(hashing(List.of(unkeyed, NAME), List.of(second, named)).key()))
                .containsExactly("name", "id");
        assertThat(hashing(List.of(unkeyed), List.of(unkeyed)).key()).isEmpty();
        assertThat(Hashing.of(table(second, named), table(second, named), "name"::equals)
                        .key())
                .as("half a key names no row")
                .isEmpty();
    }

    @Test
    void what_is_not_in_the_table_or_is_an_extensions_is_said() {
        var photo = new DataColumn("photo", "oid", "oid", true, false, 0, "");
        var mail = new DataColumn("mail", "citext", "", true, false, 0, "citext");
        assertThat(hashing(List.of(mail, photo), List.of(mail, photo)).notes())
                .containsExactly(
                        "mail is compared as citext writes it, which another version of the extension may do otherwise",
                        "photo may point to large objects, which are not compared");
    }

    @Test
    void what_is_kept_for_later_does_not_know_what_may_be_null() {
        var nullable = new DataColumn("id", "integer", "int4", true, false, 0, "");
        assertThat(Hashing.of(table(ID, NAME))).isEqualTo(Hashing.of(table(nullable, NAME)));
    }

    private static Hashing hashing(List<DataColumn> left, List<DataColumn> right) {
        return Hashing.of(table(left.toArray(DataColumn[]::new)), table(right.toArray(DataColumn[]::new)), _ -> false);
    }

    private static DataTable table(DataColumn... columns) {
        return new DataTable(ObjectKey.of(Kind.TABLE, "public", "t"), List.of(columns));
    }

    private static List<String> names(List<HashedColumn> columns) {
        return columns.stream().map(HashedColumn::name).toList();
    }
}
