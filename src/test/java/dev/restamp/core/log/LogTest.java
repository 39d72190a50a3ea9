package dev.restamp.core.log;

import static dev.restamp.core.evidence.Sketch.addColumn;
import static dev.restamp.core.evidence.Sketch.table;
import static dev.restamp.core.evidence.World.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Diagnosis;
import dev.restamp.core.evidence.Evidence;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.evidence.Position;
import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.evidence.Upgrade;
import dev.restamp.core.evidence.World;
import dev.restamp.core.log.LogStamping.Wish;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.RowChange;
import dev.restamp.core.revision.StampStep;
import dev.restamp.core.revision.TableRow;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.stamp.StampPlanner;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of a log held against a schema, and stamped. The project makes the tables a, b, c, d, and e fills one. */
class LogTest {
    private static final World SHOP = World.of(
            revision("a").does(table("a", "id bigint")),
            revision("b", "a").does(table("b", "id bigint")),
            revision("c", "b").does(table("c", "id bigint")),
            revision("d", "c").does(table("d", "id bigint"), List.of(addColumn("a", "note text?"))),
            revision("e", "d"));
    private static final Timeline TIMELINE = timeline();
    private static final PlainLog LOG = new PlainLog();
    private static final VersionTable TABLE = new VersionTable(Optional.empty(), "v", LOG, Optional.of("v_lock"));

    @Test
    void rows_without_a_gap_are_said_by_the_last_one() {
        var diagnosis = diagnose(SHOP.at("c"), rows("a", "b", "c"));
        assertThat(diagnosis.version().ids()).containsExactly("c");
        assertThat(diagnosis.position()).isEqualTo(new Position.Fits(List.of("c"), List.of()));
        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.upgrade()).isEqualTo(new Upgrade.Runs(List.of("d", "e")));
    }

    @Test
    void rows_behind_the_schema_are_a_finding() {
        var diagnosis = diagnose(SHOP.at("c"), rows("a"));
        assertThat(diagnosis.findings()).containsExactly(new Finding.RowBehind(List.of("a"), List.of("c")));
        assertThat(diagnosis.upgrade()).isInstanceOf(Upgrade.Dies.class);
    }

    @Test
    void one_that_was_left_out_runs_after_those_that_ran() {
        var diagnosis = diagnose(SHOP.upgraded(Schema.EMPTY, Set.of("a", "c")), rows("a", "c"));
        assertThat(diagnosis.version().ids()).containsExactly("c");
        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.upgrade()).isEqualTo(new Upgrade.Runs(List.of("b", "d", "e")));
    }

    @Test
    void what_the_schema_has_without_a_row_may_lie_behind_a_gap() {
        var diagnosis = diagnose(SHOP.upgraded(Schema.EMPTY, Set.of("a", "c")), rows("a"));
        assertThat(diagnosis.position()).isEqualTo(new Position.Fits(List.of("c"), List.of()));
        assertThat(diagnosis.findings()).containsExactly(new Finding.RowBehind(List.of("a"), List.of("c")));
        assertThat(diagnosis.evidence().get("b"))
                .extracting(one -> one.status())
                .isEqualTo(Status.ABSENT);
    }

    @Test
    void a_row_that_the_project_does_not_know_stops_nothing_of_its_own() {
        var diagnosis = diagnose(SHOP.at("b"), rows("a", "b", "x"));
        assertThat(diagnosis.version().ids()).containsExactly("b", "x");
        assertThat(diagnosis.findings()).containsExactly(new Finding.UnknownRow("x"));
        assertThat(diagnosis.upgrade()).isEqualTo(new Upgrade.Runs(List.of("c", "d", "e")));
    }

    @Test
    void what_stops_the_tool_is_told_before_it_is_run() {
        var rows = List.of(PlainLog.row(1, "a").with("checksum", "bad"));
        var diagnosis = diagnose(SHOP.at("a"), rows);
        assertThat(diagnosis.findings()).containsExactly(new Finding.EditedScript("a", "bad", "good"));
        assertThat(diagnosis.upgrade()).isEqualTo(new Upgrade.DoesNotStart("a checksum is bad"));
    }

    @Test
    void no_table_is_said_as_it_is() {
        var none = new VersionRows("v", State.NO_TABLE, List.of());
        var diagnosis = LogDiagnosis.of(LOG, TABLE, TIMELINE, none, List.of("v"), SHOP.at("c"));
        assertThat(diagnosis.findings()).containsExactly(new Finding.NoTable("v"));
    }

    @Test
    void a_stamp_adds_what_is_missing_up_to_it() {
        var stamping = stamp(rows("a"), Wish.UP_TO, List.of("c"), Set.of());
        assertThat(stamping.believed()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(stamping.stamping().after()).containsExactly("c");
        assertThat(changes(stamping)).containsExactly("+ b", "+ c");
    }

    @Test
    void and_takes_away_what_is_beyond_it() {
        var stamping = stamp(rows("a", "b", "c"), Wish.UP_TO, List.of("a"), Set.of());
        assertThat(changes(stamping)).containsExactly("- b", "- c");
        assertThat(stamp(rows("a", "b"), Wish.UP_TO, List.of("base"), Set.of()).believed())
                .isEmpty();
    }

    @Test
    void only_one_leaves_what_is_before_it_to_be_run() {
        var stamping = stamp(rows("a"), Wish.ONLY, List.of("c"), Set.of());
        assertThat(changes(stamping)).containsExactly("+ c");
        assertThat(stamping.order().oldestFirst()).extracting(Revision::id).containsExactly("a", "c", "b", "d", "e");
        var plan = StampPlanner.plan(
                version(rows("a")),
                stamping,
                Evidence.of(TIMELINE.in(stamping.order()), SHOP.upgraded(Schema.EMPTY, Set.of("a", "c"))));
        assertThat(plan.isProved()).isTrue();
        assertThat(plan.remaining()).extracting(Revision::id).containsExactly("b", "d", "e");
    }

    @Test
    void only_one_claims_nothing_of_the_others() {
        var stamping = stamp(rows("a"), Wish.ONLY, List.of("b"), Set.of());
        var order = TIMELINE.in(stamping.order());
        assertThat(StampPlanner.plan(version(rows("a")), stamping, Evidence.of(order, SHOP.at("c")))
                        .isProved())
                .isTrue();
        assertThat(StampPlanner.plan(version(rows("a")), stamping, Evidence.of(order, SHOP.at("a")))
                        .isProved())
                .isFalse();
    }

    @Test
    void a_stamp_of_what_is_not_there_is_not_proved() {
        var stamping = stamp(rows("a"), Wish.UP_TO, List.of("c"), Set.of());
        var plan = StampPlanner.plan(
                version(rows("a")), stamping, Evidence.of(TIMELINE.in(stamping.order()), SHOP.at("b")));
        assertThat(plan.isProved()).isFalse();
        assertThat(plan.believed()).extracting(Revision::id).containsExactly("b", "c");
    }

    @Test
    void rows_are_removed_known_or_not() {
        var stamping = stamp(rows("a", "b", "x"), Wish.UP_TO, List.of(), Set.of("x", "a"));
        assertThat(changes(stamping)).containsExactly("- a", "- x");
        assertThat(stamping.stamping().after()).containsExactly("b");
    }

    @Test
    void a_repair_changes_columns_and_not_what_is_believed() {
        var rows = List.of(PlainLog.row(1, "a").with("checksum", "bad"), PlainLog.row(2, "b"));
        var stamping = stamp(rows, Wish.REPAIR, List.of(), Set.of());
        assertThat(changes(stamping)).containsExactly("~ a");
        assertThat(stamping.believed()).isEqualTo(stamping.applied());
    }

    @Test
    void a_repair_must_be_true_of_what_it_changes_and_of_nothing_else() {
        var rows = List.of(PlainLog.row(1, "a").with("checksum", "bad"));
        var stamping = stamp(rows, Wish.REPAIR, List.of(), Set.of());
        var beyond = StampPlanner.plan(version(rows), stamping, Evidence.of(TIMELINE, SHOP.at("c")));
        assertThat(beyond.isProved()).isTrue();
        var empty = StampPlanner.plan(version(rows), stamping, Evidence.of(TIMELINE, Schema.EMPTY));
        assertThat(empty.isProved()).isFalse();
    }

    @Test
    void a_row_is_removed_only_where_nothing_of_it_is_there() {
        var stamping = stamp(rows("a", "b"), Wish.UP_TO, List.of(), Set.of("b"));
        assertThat(StampPlanner.plan(version(rows("a", "b")), stamping, Evidence.of(TIMELINE, SHOP.at("a")))
                        .isProved())
                .isTrue();
        assertThat(StampPlanner.plan(version(rows("a", "b")), stamping, Evidence.of(TIMELINE, SHOP.at("b")))
                        .isProved())
                .isFalse();
    }

    @Test
    void a_stamp_is_taken_back_row_by_row() {
        var before = rows("a", "b", "c");
        var stamping = stamp(before, Wish.UP_TO, List.of("a"), Set.of());
        var written = rows("a");
        var undo = LogStamping.undo(LOG, TIMELINE.graph(), version(written), rowChanges(stamping));
        assertThat(changes(undo)).containsExactly("+ c", "+ b");
        assertThat(undo.stamping().after()).containsExactly("c");
    }

    @Test
    void but_not_where_a_row_is_no_longer_as_it_was_left() {
        var added = stamp(rows("a"), Wish.ONLY, List.of("b"), Set.of());
        var now = List.of(PlainLog.row(1, "a"), PlainLog.row(101, "b").with("checksum", "other"));
        assertThatThrownBy(() -> LogStamping.undo(LOG, TIMELINE.graph(), version(now), rowChanges(added)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no longer");
    }

    @Test
    void an_id_may_hold_any_character_and_its_first_part_names_it() {
        var graph = RevisionGraph.ofLog(List.of(
                new Revision("1::jo@x", List.of(), List.of("v1.0"), List.of(), "", "f"),
                new Revision("10::jo-an", List.of("1::jo@x"), List.of(), List.of(), "", "f")));
        assertThat(graph.problems()).isEmpty();
        var query = dev.restamp.core.revision.RevisionQuery.of(graph);
        assertThat(query.resolve("1")).extracting(Revision::id).containsExactly("1::jo@x");
        assertThat(query.resolve("v1.0")).extracting(Revision::id).containsExactly("1::jo@x");
        assertThat(query.resolve("10::jo-an")).extracting(Revision::id).containsExactly("10::jo-an");
        assertThat(query.history("1::jo@x:10::jo-an")).hasSize(2);
        assertThat(graph.labels("10::jo-an")).isEmpty();
    }

    private static Timeline timeline() {
        var effects = new HashMap<String, List<dev.restamp.core.evidence.Effect>>();
        SHOP.graph()
                .oldestFirst()
                .forEach(one -> effects.put(one.id(), SHOP.timeline().effects(one.id())));
        return Timeline.of(RevisionGraph.ofLog(SHOP.graph().oldestFirst()), effects);
    }

    private static Diagnosis diagnose(Schema live, List<TableRow> rows) {
        return LogDiagnosis.of(LOG, TABLE, TIMELINE, version(rows), List.of("v"), live);
    }

    private static LogStamping stamp(List<TableRow> rows, Wish wish, List<String> targets, Set<String> remove) {
        return LogStamping.of(LOG, LOG, TIMELINE.graph(), version(rows), wish, targets, remove, "jo");
    }

    private static List<TableRow> rows(String... ids) {
        return IntStream.range(0, ids.length)
                .mapToObj(at -> PlainLog.row(at + 1, ids[at]))
                .toList();
    }

    private static VersionRows version(List<TableRow> rows) {
        return new VersionRows("v", State.READ, LOG.ids(rows), rows, List.of());
    }

    private static List<RowChange> rowChanges(LogStamping stamping) {
        return stamping.stamping().steps().stream()
                .map(step -> ((StampStep.Row) step).change())
                .toList();
    }

    private static List<String> changes(LogStamping stamping) {
        return rowChanges(stamping).stream().map(LogTest::text).toList();
    }

    private static String text(RowChange change) {
        var row = change.from().or(change::to).orElseThrow();
        var sign = change.from().isEmpty() ? "+ " : change.to().isEmpty() ? "- " : "~ ";
        return sign + row.text("id");
    }
}
