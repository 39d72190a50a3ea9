package dev.restamp.core.evidence;

import static dev.restamp.core.evidence.Sketch.addColumn;
import static dev.restamp.core.evidence.Sketch.make;
import static dev.restamp.core.evidence.Sketch.makeIfAbsent;
import static dev.restamp.core.evidence.Sketch.opaque;
import static dev.restamp.core.evidence.Sketch.table;
import static dev.restamp.core.evidence.World.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shop: users ← status ← audit. */
class UpgradesTest {
    private static final World SHOP = World.of(
            revision("users").does(table("users", "id bigint")),
            revision("status", "users").does(addColumn("users", "status text?")),
            revision("audit", "status").does(table("audit", "id bigint")));

    @Test
    void an_upgrade_runs_what_the_rows_leave_out() {
        assertThat(SHOP.diagnose(SHOP.at("users"), "users").upgrade())
                .isEqualTo(new Upgrade.Runs(List.of("status", "audit")));
        assertThat(SHOP.diagnose(SHOP.at("audit"), "audit").upgrade()).isEqualTo(new Upgrade.Runs(List.of()));
    }

    @Test
    void it_dies_of_what_is_there_already() {
        assertThat(SHOP.diagnose(
                                World.with(SHOP.at("users"), new SchemaObject.Table(Sketch.key("table audit"))),
                                "users")
                        .upgrade())
                .isInstanceOfSatisfying(Upgrade.Dies.class, death -> {
                    assertThat(death.from()).isEqualTo("status");
                    assertThat(death.revision()).isEqualTo("audit");
                    assertThat(death.conflict().condition()).isEqualTo("DuplicateTable");
                    assertThat(death.ranBefore()).isEqualTo(1);
                });
    }

    @Test
    void it_dies_of_what_is_not_there() {
        assertThat(SHOP.diagnose(Schema.EMPTY, "users").upgrade())
                .isInstanceOfSatisfying(
                        Upgrade.Dies.class,
                        death -> assertThat(death.conflict().message()).isEqualTo("relation \"users\" does not exist"));
    }

    @Test
    void a_guard_lets_it_live() {
        var world = World.of(revision("a").does(makeIfAbsent(new SchemaObject.Table(Sketch.key("table t")))));
        assertThat(world.diagnose(world.at("a")).upgrade()).isEqualTo(new Upgrade.Runs(List.of("a")));
    }

    @Test
    void what_a_script_that_is_not_understood_may_make_is_not_called_missing() {
        var world = World.of(
                revision("a").does(opaque()),
                revision("b", "a").does(addColumn("made_by_a", "c text?")),
                revision("c", "b").does(make(Sketch.index("ix", "made_by_a", "c"))));
        assertThat(world.diagnose(Schema.EMPTY).upgrade()).isEqualTo(new Upgrade.Runs(List.of("a", "b", "c")));
    }

    @Test
    void it_does_not_start_from_a_row_that_is_unknown_or_cannot_be_read() {
        assertThat(SHOP.diagnose(Schema.EMPTY, "deadbeef").upgrade()).isInstanceOf(Upgrade.DoesNotStart.class);
        assertThat(SHOP.diagnose(Schema.EMPTY, new VersionRows("v", State.NOT_READABLE, List.of()))
                        .upgrade())
                .isEqualTo(new Upgrade.DoesNotStart("permission denied for table v"));
    }
}
