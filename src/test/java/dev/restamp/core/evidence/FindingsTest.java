package dev.restamp.core.evidence;

import static dev.restamp.core.evidence.Sketch.data;
import static dev.restamp.core.evidence.Sketch.drop;
import static dev.restamp.core.evidence.Sketch.opaque;
import static dev.restamp.core.evidence.Sketch.table;
import static dev.restamp.core.evidence.World.revision;
import static dev.restamp.core.evidence.World.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.evidence.Finding.BranchMissing;
import dev.restamp.core.evidence.Finding.DuplicateRows;
import dev.restamp.core.evidence.Finding.EmptyTable;
import dev.restamp.core.evidence.Finding.NoRevisionFits;
import dev.restamp.core.evidence.Finding.NoTable;
import dev.restamp.core.evidence.Finding.NotReadable;
import dev.restamp.core.evidence.Finding.OverlappingRows;
import dev.restamp.core.evidence.Finding.RowAhead;
import dev.restamp.core.evidence.Finding.RowBehind;
import dev.restamp.core.evidence.Finding.SeveralCandidates;
import dev.restamp.core.evidence.Finding.SeveralHeads;
import dev.restamp.core.evidence.Finding.SeveralTables;
import dev.restamp.core.evidence.Finding.UnknownRow;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.core.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shop: users, then invoices and audit side by side, their merge, data on top of it, and an archive. */
class FindingsTest {
    private static final String TABLE = "public.alembic_version";
    private static final World SHOP = World.of(
            revision("users").does(table("users", "id bigint")),
            revision("invoices", "users").does(table("invoices", "id bigint")),
            revision("audit", "users").does(table("audit", "id bigint")),
            revision("merge", "invoices", "audit"),
            revision("data", "merge").does(data()),
            revision("archive", "data").does(table("archive", "id bigint")));

    @Test
    void nothing_is_found_where_row_and_schema_agree() {
        assertThat(SHOP.findings(SHOP.at("archive"), "archive")).isEmpty();
        assertThat(SHOP.findings(SHOP.at("users"), "users")).isEmpty();
        assertThat(SHOP.findings(Schema.EMPTY)).isEmpty();
    }

    @Test
    void a_row_below_what_is_there_is_behind() {
        assertThat(SHOP.findings(SHOP.at("archive"), "users"))
                .containsExactly(new RowBehind(List.of("users"), List.of("archive")));
    }

    @Test
    void a_row_above_what_is_there_is_ahead() {
        assertThat(SHOP.findings(SHOP.at("users"), "archive"))
                .containsExactly(new RowAhead(List.of("archive"), List.of("users")));
    }

    @Test
    void a_row_beside_what_is_there_leaves_out_a_branch_and_claims_another() {
        assertThat(SHOP.findings(SHOP.at("invoices"), "audit"))
                .containsExactly(
                        new BranchMissing(List.of("audit"), List.of("invoices")),
                        new RowAhead(List.of("audit"), List.of("invoices")));
    }

    @Test
    void a_row_that_names_one_parent_of_a_merge_leaves_out_the_branch_of_the_other() {
        assertThat(SHOP.findings(SHOP.at("invoices", "audit"), "invoices"))
                .first()
                .isInstanceOf(BranchMissing.class);
    }

    @Test
    void a_merge_and_a_data_migration_may_be_recorded_or_not() {
        var live = SHOP.at("merge");
        assertThat(SHOP.findings(live, "merge")).isEmpty();
        assertThat(SHOP.findings(live, "invoices", "audit")).isEmpty();
        assertThat(SHOP.findings(live, "data")).isEmpty();
    }

    @Test
    void where_the_row_is_wrong_and_several_places_fit_that_is_said() {
        assertThat(SHOP.findings(SHOP.at("data"), "users"))
                .containsExactly(
                        new RowBehind(List.of("users"), List.of("merge")),
                        new SeveralCandidates(List.of(List.of("merge"), List.of("data"))));
    }

    @Test
    void where_it_depends_on_a_script_that_is_not_understood_that_is_said() {
        var world = World.of(
                revision("a").does(table("t", "id bigint")), revision("b", "a").does(opaque()));
        assertThat(world.findings(world.at("b"), "b"))
                .containsExactly(new SeveralCandidates(List.of(List.of("a"), List.of("b"))));
    }

    @Test
    void a_row_between_two_places_that_fit_is_behind_the_later_one() {
        var world = World.of(
                revision("make").does(table("t", "id bigint")),
                revision("drop", "make").does(drop("table t")));
        assertThat(world.findings(Schema.EMPTY, "make")).contains(new RowBehind(List.of("make"), List.of("drop")));
    }

    @Test
    void no_row_and_no_table_matter_where_the_schema_is_not_empty() {
        var live = SHOP.at("archive");
        assertThat(SHOP.findings(live)).containsExactly(new EmptyTable(TABLE));
        assertThat(of(new VersionRows(TABLE, State.NO_TABLE, List.of()), live)).containsExactly(new NoTable(TABLE));
        assertThat(of(new VersionRows(TABLE, State.NO_TABLE, List.of()), Schema.EMPTY))
                .isEmpty();
    }

    @Test
    void no_row_matters_too_where_no_revision_fits() {
        var damaged = without(SHOP.at("archive"), "table invoices", "column invoices.id");
        assertThat(SHOP.findings(damaged)).extracting(Finding::code).containsExactly("VD105", "VD109");
        assertThat(SHOP.findings(damaged, "archive")).singleElement().isInstanceOf(NoRevisionFits.class);
    }

    @Test
    void an_unknown_row_is_named_and_nothing_is_said_of_where_the_others_are() {
        assertThat(SHOP.findings(SHOP.at("archive"), "deadbeef", "users")).containsExactly(new UnknownRow("deadbeef"));
    }

    @Test
    void rows_that_overlap_or_stand_twice_are_named() {
        assertThat(SHOP.findings(SHOP.at("archive"), "archive", "users", "users"))
                .containsExactly(new DuplicateRows(List.of("users")), new OverlappingRows("users", "archive"));
    }

    @Test
    void of_a_table_that_cannot_be_read_nothing_else_is_said() {
        assertThat(of(new VersionRows(TABLE, State.NOT_READABLE, List.of()), SHOP.at("archive")))
                .containsExactly(new NotReadable(TABLE));
    }

    @Test
    void several_tables_and_several_heads_are_warnings() {
        var world = World.of(
                revision("a").does(table("a", "id bigint")), revision("b").does(table("b", "id bigint")));
        var rows = VersionRows.read(TABLE, List.of("a", "b"));
        var tables = List.of(TABLE, "old.alembic_version");
        assertThat(Diagnosis.of(world.timeline(), rows, tables, world.at("a", "b"))
                        .findings())
                .containsExactly(new SeveralTables(tables), new SeveralHeads(List.of("a", "b")))
                .allMatch(finding -> finding.severity() == Finding.Severity.WARNING);
    }

    private static List<Finding> of(VersionRows rows, Schema live) {
        return SHOP.diagnose(live, rows).findings();
    }
}
