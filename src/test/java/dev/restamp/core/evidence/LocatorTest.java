package dev.restamp.core.evidence;

import static dev.restamp.core.evidence.Sketch.addColumn;
import static dev.restamp.core.evidence.Sketch.addLabel;
import static dev.restamp.core.evidence.Sketch.data;
import static dev.restamp.core.evidence.Sketch.drop;
import static dev.restamp.core.evidence.Sketch.enumType;
import static dev.restamp.core.evidence.Sketch.key;
import static dev.restamp.core.evidence.Sketch.make;
import static dev.restamp.core.evidence.Sketch.makeIfAbsent;
import static dev.restamp.core.evidence.Sketch.opaque;
import static dev.restamp.core.evidence.Sketch.rename;
import static dev.restamp.core.evidence.Sketch.table;
import static dev.restamp.core.evidence.World.revision;
import static dev.restamp.core.evidence.World.with;
import static dev.restamp.core.evidence.World.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.evidence.Position.Candidates;
import dev.restamp.core.evidence.Position.Fits;
import dev.restamp.core.evidence.Position.NoFit;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The shop: users ← status, then invoices and audit side by side, their merge, and an index on top. */
class LocatorTest {
    private static final World SHOP = World.of(
            revision("users").does(table("users", "id bigint")),
            revision("status", "users").does(addColumn("users", "status text?")),
            revision("invoices", "status").does(table("invoices", "id bigint")),
            revision("audit", "status").does(table("audit", "id bigint", "at timestamp with time zone")),
            revision("merge", "invoices", "audit"),
            revision("index", "merge").does(make(Sketch.index("ix_status", "users", "status"))));

    @Test
    void a_schema_is_where_its_objects_have_come_to() {
        assertThat(SHOP.locate(SHOP.at("status"))).isEqualTo(new Fits(List.of("status"), List.of()));
        assertThat(SHOP.locate(SHOP.at("audit"))).isEqualTo(new Fits(List.of("audit"), List.of()));
        assertThat(SHOP.locate(SHOP.at("index"))).isEqualTo(new Fits(List.of("index"), List.of()));
    }

    @Test
    void an_empty_schema_is_at_base() {
        assertThat(SHOP.locate(Schema.EMPTY)).isEqualTo(new Fits(List.of(), List.of()));
    }

    @Test
    void a_merge_leaves_no_trace_so_its_parents_fit_as_well() {
        assertThat(SHOP.locate(SHOP.at("merge")))
                .isEqualTo(new Fits(List.of("merge"), List.of(List.of("invoices", "audit"))));
    }

    @Test
    void what_belongs_to_no_revision_does_not_matter() {
        assertThat(SHOP.locate(with(SHOP.at("audit"), new SchemaObject.Table(key("table tmp_fix")))))
                .isEqualTo(new Fits(List.of("audit"), List.of()));
    }

    @Test
    void no_place_is_proposed_where_a_later_revision_is_there_and_an_earlier_one_is_not() {
        assertThat(SHOP.locate(without(SHOP.at("index"), "column users.status")))
                .isEqualTo(new NoFit(
                        List.of("index"),
                        List.of(),
                        List.of(new Mismatch(key("column users.status"), Optional.of("status"), true, List.of()))));
    }

    @Test
    void no_place_is_proposed_where_an_object_is_as_no_revision_leaves_it() {
        var damaged = with(SHOP.at("audit"), Sketch.column("audit", "at timestamp without time zone"));
        assertThat(SHOP.locate(damaged)).isInstanceOfSatisfying(NoFit.class, nowhere -> {
            assertThat(nowhere.closest()).containsExactly("audit");
            assertThat(nowhere.mismatches())
                    .extracting(Mismatch::text)
                    .containsExactly("column audit.at DIFFERENT: type is timestamp without time zone,"
                            + " the script makes timestamp with time zone");
        });
    }

    @Test
    void a_missing_table_stands_for_all_that_is_in_it() {
        var damaged = without(SHOP.at("index"), "table audit", "column audit.id", "column audit.at");
        assertThat(SHOP.locate(damaged)).isInstanceOfSatisfying(NoFit.class, nowhere -> {
            assertThat(nowhere.closest()).containsExactly("index");
            assertThat(nowhere.mismatches()).extracting(Mismatch::text).containsExactly("table audit ABSENT");
        });
    }

    @Test
    void whether_a_data_migration_ran_the_database_cannot_tell() {
        var world = World.of(
                revision("a").does(table("t", "id bigint")),
                revision("b", "a").does(data()),
                revision("c", "b").does(table("u", "id bigint")));
        assertThat(world.locate(world.at("b"))).isInstanceOfSatisfying(Candidates.class, several -> {
            assertThat(several.candidates()).containsExactly(List.of("a"), List.of("b"));
            assertThat(several.between()).extracting(one -> one.revision().id()).containsExactly("b");
        });
        assertThat(world.locate(world.at("c"))).isEqualTo(new Fits(List.of("c"), List.of()));
    }

    @Test
    void parallel_data_migrations_can_have_run_in_any_combination() {
        var world = World.of(
                revision("a").does(table("t", "id bigint")),
                revision("b", "a").does(data()),
                revision("c", "a").does(opaque()));
        assertThat(world.locate(world.at("a")))
                .isInstanceOfSatisfying(
                        Candidates.class,
                        several -> assertThat(several.candidates())
                                .containsExactlyInAnyOrder(
                                        List.of("a"), List.of("b"), List.of("c"), List.of("b", "c")));
    }

    @Test
    void more_places_than_can_be_told_are_told_in_the_order_of_an_upgrade() {
        var scripts = IntStream.range(0, 20)
                .mapToObj(number -> revision("r" + number).does(data()))
                .toList();
        assertThat(World.of(scripts).locate(Schema.EMPTY))
                .isInstanceOfSatisfying(
                        Candidates.class,
                        several -> assertThat(several.candidates()).hasSize(21));
    }

    @Test
    void what_was_made_renamed_and_dropped_looks_as_if_it_never_was() {
        var world = World.of(
                revision("make").does(table("t", "id bigint")),
                revision("rename", "make").does(rename("table t", "table u")),
                revision("drop", "rename").does(drop("table u")));
        assertThat(world.locate(Schema.EMPTY))
                .isInstanceOfSatisfying(
                        Candidates.class,
                        several -> assertThat(several.candidates()).containsExactly(List.of(), List.of("drop")));
        assertThat(world.locate(world.at("make"))).isEqualTo(new Fits(List.of("make"), List.of()));
        assertThat(world.locate(world.at("rename"))).isEqualTo(new Fits(List.of("rename"), List.of()));
    }

    @Test
    void a_revision_that_only_drops_is_seen_by_what_is_gone() {
        var world = World.of(
                revision("a").does(table("t", "id bigint"), table("u", "id bigint")),
                revision("b", "a").does(drop("table u")));
        assertThat(world.locate(world.at("a"))).isEqualTo(new Fits(List.of("a"), List.of()));
        assertThat(world.locate(world.at("b"))).isEqualTo(new Fits(List.of("b"), List.of()));
    }

    @Test
    void what_is_older_than_the_project_need_not_have_been_there_before_it_was_dropped() {
        var world = World.of(revision("a").does(drop("table legacy")));
        assertThat(world.locate(Schema.EMPTY))
                .isInstanceOfSatisfying(
                        Candidates.class,
                        several -> assertThat(several.candidates()).containsExactly(List.of(), List.of("a")));
        assertThat(world.locate(Schema.of(List.of(new SchemaObject.Table(key("table legacy"))))))
                .isEqualTo(new Fits(List.of(), List.of()));
    }

    @Test
    void what_a_script_that_is_not_understood_may_have_made_need_not_have_been_there() {
        var world = World.of(revision("a").does(opaque()), revision("b", "a").does(drop("table made_by_a")));
        assertThat(world.locate(Schema.EMPTY))
                .isInstanceOfSatisfying(
                        Candidates.class,
                        several -> assertThat(several.candidates())
                                .containsExactly(List.of(), List.of("a"), List.of("b")));
    }

    @Test
    void a_table_that_two_branches_make_where_it_is_absent_tells_that_one_of_them_ran() {
        var world = World.of(
                revision("left").does(makeIfAbsent(new SchemaObject.Table(key("table t")))),
                revision("right").does(makeIfAbsent(new SchemaObject.Table(key("table t")))));
        assertThat(world.locate(Schema.EMPTY)).isEqualTo(new Fits(List.of(), List.of()));
        assertThat(world.locate(world.at("right")))
                .isInstanceOfSatisfying(
                        Candidates.class,
                        several -> assertThat(several.candidates())
                                .containsExactlyInAnyOrder(
                                        List.of("left"), List.of("right"), List.of("left", "right")));
    }

    @Test
    void a_guarded_table_that_an_ancestor_has_made_does_not_matter() {
        var world = World.of(
                revision("a").does(table("t", "id bigint")),
                revision("b", "a").does(makeIfAbsent(new SchemaObject.Table(key("table t")))));
        assertThat(world.locate(world.at("a"))).isEqualTo(new Fits(List.of("b"), List.of(List.of("a"))));
    }

    @Test
    void labels_tell_how_far_an_enum_has_come() {
        var world = World.of(
                revision("a").does(make(enumType("mood", "good"))),
                revision("b", "a").does(addLabel("mood", "bad")));
        assertThat(world.locate(world.at("a"))).isEqualTo(new Fits(List.of("a"), List.of()));
        assertThat(world.locate(world.at("b"))).isEqualTo(new Fits(List.of("b"), List.of()));
    }

    @Test
    void labels_of_parallel_revisions_may_stand_in_any_order() {
        var world = World.of(
                revision("a").does(make(enumType("mood", "good"))),
                revision("b", "a").does(addLabel("mood", "bad")),
                revision("c", "a").does(addLabel("mood", "fair")));
        var live = Schema.of(List.of(enumType("mood", "good", "fair", "bad")));
        assertThat(world.locate(live)).isEqualTo(new Fits(List.of("b", "c"), List.of()));
        assertThat(world.locate(Schema.of(List.of(enumType("mood", "good", "fair")))))
                .isEqualTo(new Fits(List.of("c"), List.of()));
    }

    @Test
    void a_column_whose_type_the_script_does_not_tell_is_there_whatever_its_type() {
        var unknown = SchemaObject.Column.of(key("column t.c")).withNullable(Optional.of(true));
        var world = World.of(
                revision("a").does(table("t", "id bigint")), revision("b", "a").does(make(unknown)));
        assertThat(world.locate(with(world.at("a"), Sketch.column("t", "c xml?"))))
                .isEqualTo(new Fits(List.of("b"), List.of()));
    }
}
