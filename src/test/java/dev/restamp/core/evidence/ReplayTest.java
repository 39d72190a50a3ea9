package dev.restamp.core.evidence;

import static dev.restamp.core.evidence.Sketch.addColumn;
import static dev.restamp.core.evidence.Sketch.addLabel;
import static dev.restamp.core.evidence.Sketch.constraint;
import static dev.restamp.core.evidence.Sketch.drop;
import static dev.restamp.core.evidence.Sketch.enumType;
import static dev.restamp.core.evidence.Sketch.foreignKey;
import static dev.restamp.core.evidence.Sketch.index;
import static dev.restamp.core.evidence.Sketch.key;
import static dev.restamp.core.evidence.Sketch.make;
import static dev.restamp.core.evidence.Sketch.makeIfAbsent;
import static dev.restamp.core.evidence.Sketch.rename;
import static dev.restamp.core.evidence.Sketch.unnamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema: users (id, name?) and orders (id, user_id?) with a key to users, an index, a check and a sequence. */
class ReplayTest {
    private final Replay replay = new Replay(Schema.EMPTY);

    ReplayTest() {
        Sketch.table("users", "id bigint", "name text?").forEach(replay::insist);
        Sketch.table("orders", "id bigint", "user_id bigint?").forEach(replay::insist);
        replay.insist(make(foreignKey("orders.orders_user_id_fkey", "user_id", "users")));
        replay.insist(make(index("ix_orders", "orders", "user_id")));
        replay.insist(make(unnamed(constraint(ConstraintKind.CHECK, "orders.orders_user_id_check"))));
        replay.insist(make(new SchemaObject.Sequence(key("sequence orders_id_seq"))));
        replay.takeTouched();
    }

    @Test
    void a_dropped_table_takes_its_parts_its_indexes_and_its_sequences_along() {
        assertThat(replay.apply(drop("table orders"))).isEmpty();
        assertThat(replay.schema().objects().keySet())
                .containsExactly(key("table users"), key("column users.id"), key("column users.name"));
    }

    @Test
    void a_dropped_table_takes_the_foreign_keys_along_that_point_to_it() {
        replay.apply(drop("table users"));
        assertThat(replay.get(key("constraint orders.orders_user_id_fkey"))).isEmpty();
        assertThat(replay.get(key("index ix_orders"))).isPresent();
    }

    @Test
    void a_dropped_column_takes_along_what_covers_it() {
        replay.apply(drop("column orders.user_id"));
        assertThat(replay.schema().objects().keySet())
                .doesNotContain(
                        key("constraint orders.orders_user_id_fkey"),
                        key("constraint orders.orders_user_id_check"),
                        key("index ix_orders"))
                .contains(key("sequence orders_id_seq"));
    }

    @Test
    void a_renamed_column_is_renamed_in_what_covers_it() {
        replay.apply(rename("column orders.user_id", "column orders.buyer"));
        assertThat(replay.schema().get(key("index ix_orders"))).contains(index("ix_orders", "orders", "buyer"));
        assertThat(replay.schema().get(key("constraint orders.orders_user_id_fkey")))
                .contains(foreignKey("orders.orders_user_id_fkey", "buyer", "users"));
    }

    @Test
    void a_renamed_table_keeps_what_it_has_and_is_followed_by_what_points_to_it() {
        replay.apply(rename("table users", "table people"));
        replay.apply(rename("table orders", "table purchases"));
        assertThat(replay.schema().get(key("constraint purchases.orders_user_id_fkey")))
                .contains(foreignKey("purchases.orders_user_id_fkey", "user_id", "people"));
        assertThat(replay.schema().get(key("index ix_orders"))).contains(index("ix_orders", "purchases", "user_id"));
        assertThat(replay.get(key("column orders.id"))).isEmpty();
    }

    @Test
    void a_sequence_goes_with_its_column_whatever_has_been_renamed_since() {
        replay.apply(rename("table orders", "table purchases"));
        replay.apply(rename("column purchases.id", "column purchases.number"));
        assertThat(replay.get(key("sequence orders_id_seq"))).isPresent();
        replay.apply(drop("column purchases.number"));
        assertThat(replay.get(key("sequence orders_id_seq"))).isEmpty();
    }

    @Test
    void a_renamed_type_is_renamed_in_its_columns() {
        replay.apply(make(enumType("mood", "good", "bad")));
        replay.apply(addColumn("users", "mood mood"));
        replay.apply(addColumn("users", "moods mood[]"));
        replay.apply(rename("type mood", "type feeling"));
        assertThat(replay.schema().get(key("column users.mood"))).contains(Sketch.column("users", "mood feeling"));
        assertThat(replay.schema().get(key("column users.moods"))).contains(Sketch.column("users", "moods feeling[]"));
    }

    @Test
    void a_primary_key_forbids_null() {
        replay.apply(make(constraint(ConstraintKind.PRIMARY_KEY, "users.users_pkey", "name")));
        assertThat(replay.schema().get(key("column users.name"))).contains(Sketch.column("users", "name text"));
    }

    @Test
    void the_index_of_a_constraint_is_renamed_with_it() {
        replay.apply(make(constraint(ConstraintKind.PRIMARY_KEY, "users.users_pkey", "id")));
        assertThat(replay.apply(rename("index users_pkey", "index pk_users"))).isEmpty();
        assertThat(replay.get(key("constraint users.pk_users"))).isPresent();
    }

    @Test
    void a_second_object_without_a_name_gets_a_name_of_its_own() {
        var again = unnamed(constraint(ConstraintKind.CHECK, "orders.orders_user_id_check"));
        assertThat(replay.apply(make(again))).isEmpty();
        assertThat(replay.get(key("constraint orders.orders_user_id_check1"))).isPresent();
    }

    @Test
    void a_guarded_table_that_is_there_stays_without_the_columns_of_the_guarded_one() {
        replay.apply(makeIfAbsent(new SchemaObject.Table(key("table users"))));
        replay.apply(makeIfAbsent(Sketch.column("users", "email text?")));
        assertThat(replay.get(key("column users.email"))).isEmpty();
    }

    @Test
    void a_guarded_column_of_a_table_that_is_there_is_added() {
        replay.apply(makeIfAbsent(Sketch.column("users", "email text?")));
        assertThat(replay.get(key("column users.email"))).isPresent();
    }

    @Test
    void labels_go_where_they_are_told() {
        replay.apply(make(enumType("mood", "good", "bad")));
        replay.apply(addLabel("mood", "ugly"));
        replay.apply(new Effect.AddLabel(key("type mood"), "fair", Optional.of("bad"), Optional.empty(), false, 1));
        replay.apply(new Effect.RenameLabel(key("type mood"), "ugly", "dire", 1));
        assertThat(replay.schema().get(key("type mood"))).contains(enumType("mood", "good", "fair", "bad", "dire"));
    }

    @Test
    void a_constraint_is_dropped_by_the_name_that_a_convention_has_made_longer() {
        replay.apply(make(constraint(ConstraintKind.CHECK, "users.ck_users_name")));
        assertThat(replay.apply(drop("constraint users.name"))).isEmpty();
        assertThat(replay.get(key("constraint users.ck_users_name"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            create | table users                           | DuplicateTable  | relation "users" already exists
            create | index users                           | DuplicateTable  | relation "users" already exists
            create | column users.name                     | DuplicateColumn | column "name" of relation "users" already exists
            create | constraint orders.orders_user_id_fkey | DuplicateObject | constraint "orders_user_id_fkey" for relation "orders" already exists
            create | column gone.name                      | UndefinedTable  | relation "gone" does not exist
            drop   | table gone                            | UndefinedTable  | table "gone" does not exist
            drop   | view gone                             | UndefinedTable  | view "gone" does not exist
            drop   | column gone.name                      | UndefinedTable  | relation "gone" does not exist
            drop   | trigger users.gone                    | UndefinedObject | trigger "gone" for table "users" does not exist
            rename | table gone                            | UndefinedTable  | relation "gone" does not exist
            rename | index gone                            | UndefinedTable  | relation "gone" does not exist
            rename | column users.gone                     | UndefinedColumn | column "gone" does not exist
            rename | column gone.name                      | UndefinedTable  | relation "gone" does not exist
            rename | constraint users.gone                 | UndefinedObject | constraint "gone" for table "users" does not exist
            drop   | index gone                            | UndefinedObject | index "gone" does not exist
            drop   | column users.gone                     | UndefinedColumn | column "gone" of relation "users" does not exist
            drop   | constraint users.gone                 | UndefinedObject | constraint "gone" of relation "users" does not exist
            drop   | type gone                             | UndefinedObject | type "gone" does not exist
            """)
    void says_what_postgresql_would_say(String what, String object, String condition, String message) {
        var before = replay.schema();
        var effect = switch (what) {
            case "create" -> make(new SchemaObject.Other(key(object)));
            case "drop" -> drop(object);
            default -> rename(object, object + "2");
        };
        assertThat(replay.apply(effect)).hasValueSatisfying(conflict -> {
            assertThat(conflict.condition()).isEqualTo(condition);
            assertThat(conflict.message()).isEqualTo(message);
        });
        assertThat(replay.schema()).isEqualTo(before);
    }

    @Test
    void of_a_key_that_is_there_its_index_is_in_the_way() {
        var unique = make(constraint(ConstraintKind.UNIQUE, "users.uq_name", "name"));
        replay.apply(unique);
        assertThat(replay.apply(unique)).hasValueSatisfying(conflict -> {
            assertThat(conflict.condition()).isEqualTo("DuplicateTable");
            assertThat(conflict.message()).isEqualTo("relation \"uq_name\" already exists");
        });
    }

    @Test
    void nobody_knows_whether_a_check_went_with_a_column_where_its_condition_is_not_known() {
        replay.apply(make(constraint(ConstraintKind.CHECK, "users.ck_users")));
        replay.apply(drop("column users.name"));
        assertThat(replay.isUncertain(key("constraint users.ck_users"))).isTrue();
        replay.apply(rename("table users", "table people"));
        assertThat(replay.isUncertain(key("constraint people.ck_users"))).isTrue();
        assertThat(replay.isUncertain(key("constraint users.ck_users"))).isFalse();
    }

    @Test
    void a_check_and_an_index_go_with_the_column_that_they_mention_and_with_no_other() {
        var check = constraint(ConstraintKind.CHECK, "users.ck_users").withCondition(Clause.of("length(name) > 3"));
        var partial = index("ix_partial", "users", "id");
        replay.apply(make(check));
        replay.apply(make(partial.withDetails(partial.details().withPredicate(Clause.of("name IS NULL")))));
        replay.apply(addColumn("users", "nam text"));
        replay.apply(drop("column users.nam"));
        assertThat(replay.get(check.key())).isPresent();
        replay.apply(drop("column users.name"));
        assertThat(replay.schema().objects().keySet()).doesNotContain(check.key(), partial.key());
    }

    @Test
    void a_relation_cannot_have_the_name_of_a_constraints_index() {
        replay.apply(make(constraint(ConstraintKind.UNIQUE, "users.uq_name", "name")));
        assertThat(replay.apply(make(index("uq_name", "users", "name"))))
                .map(Conflict::condition)
                .contains("DuplicateTable");
    }

    @Test
    void what_no_script_has_made_is_taken_for_given() {
        replay.insist(drop("table legacy"));
        replay.insist(Sketch.type("legacy2.id", "bigint"));
        assertThat(replay.takeTouched())
                .extracting(
                        Change::key,
                        change -> change.before().isPresent(),
                        change -> change.after().isPresent())
                .containsExactly(tuple(key("table legacy"), true, false), tuple(key("column legacy2.id"), true, true));
    }

    @Test
    void of_what_is_made_twice_only_the_existence_is_certain() {
        replay.insist(addColumn("users", "name integer"));
        ObjectKey name = key("column users.name");
        assertThat(replay.schema().get(name)).contains(SchemaObject.Column.of(name));
    }
}
