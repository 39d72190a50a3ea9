package dev.restamp.core.stamp;

import static dev.restamp.core.evidence.Sketch.addColumn;
import static dev.restamp.core.evidence.Sketch.data;
import static dev.restamp.core.evidence.Sketch.drop;
import static dev.restamp.core.evidence.Sketch.index;
import static dev.restamp.core.evidence.Sketch.make;
import static dev.restamp.core.evidence.Sketch.opaque;
import static dev.restamp.core.evidence.Sketch.table;
import static dev.restamp.core.evidence.Sketch.type;
import static dev.restamp.core.evidence.World.revision;
import static dev.restamp.core.evidence.World.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.restamp.core.evidence.World;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.Stamping;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.stamp.Proof.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shop: users, then invoices and audit side by side, their merge, and an index. */
class ProverTest {
    private static final World SHOP = World.of(
            revision("users").does(table("users", "id bigint", "name text?")),
            revision("invoices", "users").does(table("invoices", "id bigint")),
            revision("audit", "users").does(table("audit", "id bigint")),
            revision("merge", "invoices", "audit"),
            revision("index", "merge").does(make(index("ix_name", "users", "name"))));

    @Test
    void each_revision_that_will_be_believed_is_proved_then_what_comes_next_then_what_is_below() {
        assertThat(proofs(SHOP, SHOP.at("merge"), List.of("users"), List.of("merge")))
                .containsExactly(
                        new Proof("table audit as audit leaves it", Outcome.HOLDS, "1 column"),
                        new Proof("table invoices as invoices leaves it", Outcome.HOLDS, "1 column"),
                        new Proof("merge merges only: nothing to prove", Outcome.NOTHING_TO_PROVE, ""),
                        new Proof("index ix_name is not there: index has not been applied", Outcome.HOLDS, ""),
                        new Proof("the revision below is as its script leaves it", Outcome.HOLDS, ""));
    }

    @Test
    void what_is_absent_is_not_believed() {
        assertThat(failures(SHOP, SHOP.at("merge"), List.of("users"), List.of("index")))
                .containsExactly(new Proof("index ix_name as index leaves it", Outcome.FAILS, "index ix_name ABSENT"));
    }

    @Test
    void what_is_there_is_not_forgotten() {
        assertThat(failures(SHOP, SHOP.at("index"), List.of("index"), List.of("merge")))
                .containsExactly(new Proof(
                        "what only other revisions touch is untouched",
                        Outcome.FAILS,
                        "index ix_name is there, and should not be"));
    }

    @Test
    void damage_far_below_refuses_the_stamp_too() {
        assertThat(failures(SHOP, without(SHOP.at("merge"), "column users.name"), List.of("users"), List.of("merge")))
                .containsExactly(new Proof(
                        "the revision below is as its script leaves it", Outcome.FAILS, "column users.name ABSENT"));
    }

    @Test
    void a_part_of_a_missing_table_is_not_proved_by_the_table_standing_for_it() {
        var world = World.of(
                revision("a").does(table("t", "id bigint")), revision("b", "a").does(addColumn("t", "c text?")));
        assertThat(failures(world, Schema.EMPTY, List.of("a"), List.of("b")))
                .extracting(Proof::text)
                .containsExactly("column t.c as b leaves it", "the revision below is as its script leaves it");
    }

    @Test
    void a_later_change_of_the_same_object_speaks_against_an_earlier_place() {
        var world = World.of(
                revision("a").does(table("t", "id bigint")), revision("b", "a").does(type("t.id", "text")));
        assertThat(failures(world, world.at("b"), List.of(), List.of("a")))
                .extracting(Proof::detail)
                .containsExactly("column t.id DIFFERENT: type is text, the script makes bigint");
    }

    @Test
    void what_leaves_no_trace_is_nothing_to_prove_and_what_is_not_understood_is_not_readable() {
        var world = World.of(
                revision("data").does(data()),
                revision("empty", "data"),
                revision("gone", "empty").does(table("t", "id bigint")),
                revision("drop", "gone").does(drop("table t")),
                revision("opaque", "drop").does(opaque()));
        assertThat(proofs(world, Schema.EMPTY, List.of(), List.of("opaque")))
                .extracting(Proof::text, Proof::outcome)
                .containsExactly(
                        tuple("data leaves no trace in the schema: nothing to prove", Outcome.NOTHING_TO_PROVE),
                        tuple("empty does nothing: nothing to prove", Outcome.NOTHING_TO_PROVE),
                        tuple("gone leaves no trace in the schema: nothing to prove", Outcome.NOTHING_TO_PROVE),
                        tuple("drop leaves no trace in the schema: nothing to prove", Outcome.NOTHING_TO_PROVE),
                        tuple("opaque was not understood", Outcome.NOT_READABLE));
    }

    @Test
    void a_plan_carries_what_changes_and_what_is_left_to_run() {
        var plan = plan(VersionRows.read("v", List.of("users")), SHOP.at("merge"), "merge");
        assertThat(plan.believed()).extracting(Revision::id).containsExactly("audit", "invoices", "merge");
        assertThat(plan.forgotten()).isEmpty();
        assertThat(plan.remaining()).extracting(Revision::id).containsExactly("index");
        assertThat(plan.proofs().getFirst()).isEqualTo(new Proof("the row is exactly {users}", Outcome.HOLDS, ""));
        assertThat(plan.isProved()).isTrue();
    }

    @Test
    void a_plan_without_proof_is_not_proved() {
        assertThat(plan(VersionRows.read("v", List.of("users")), SHOP.at("merge"), "index")
                        .isProved())
                .isFalse();
        var unread = World.of(revision("a").does(opaque()));
        var stamping = Stamping.of(unread.graph(), List.of(), List.of("a"), Set.of());
        assertThat(StampPlanner.plan(VersionRows.read("v", List.of()), stamping, unread.evidence(Schema.EMPTY))
                        .isProved())
                .isFalse();
    }

    @Test
    void rows_that_are_so_already_need_no_stamp_but_a_missing_table_does() {
        assertThat(plan(VersionRows.read("v", List.of("merge")), SHOP.at("merge"), "merge")
                        .changesNothing())
                .isTrue();
        var without = plan(new VersionRows("v", State.NO_TABLE, List.of()), Schema.EMPTY, "base");
        assertThat(without.changesNothing()).isFalse();
        assertThat(without.createsTable()).isTrue();
    }

    @Test
    void a_row_that_changed_since_the_plan_voids_it() {
        var prover = new Prover(SHOP.evidence(SHOP.at("merge")), List.of("users"), List.of("merge"));
        assertThat(StampPlanner.proofs(VersionRows.read("v", List.of("index")), List.of("users"), prover)
                        .getFirst())
                .isEqualTo(new Proof("the row is exactly {users}", Outcome.FAILS, "it is {index}"));
    }

    private static StampPlan plan(VersionRows rows, Schema live, String target) {
        var stamping = Stamping.of(SHOP.graph(), rows.ids(), List.of(target), Set.of());
        return StampPlanner.plan(rows, stamping, SHOP.evidence(live));
    }

    private static List<Proof> proofs(World world, Schema live, List<String> before, List<String> after) {
        return new Prover(world.evidence(live), before, after).proofs();
    }

    private static List<Proof> failures(World world, Schema live, List<String> before, List<String> after) {
        return proofs(world, live, before, after).stream()
                .filter(proof -> proof.outcome() == Outcome.FAILS)
                .toList();
    }
}
