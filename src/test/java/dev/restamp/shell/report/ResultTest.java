package dev.restamp.shell.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How it ended, and never more than is known of that. */
class ResultTest {
    private static final List<String> A = List.of("a");
    private static final List<String> B = List.of("b");

    private static Result of(Played session) {
        return Result.of(session.subject());
    }

    @Test
    void drift_stamped_and_gone_at_the_next_look_is_repaired() {
        var result = of(new Played().drift("a").stamp("stamp b", A, B).fine("b"));
        assertThat(result.word()).isEqualTo("repaired");
        assertThat(result.text())
                .isEqualTo("public.alembic_version a → b; status at 03:03:00 says: row, schema and head agree: b");
    }

    @Test
    void nothing_is_repaired_that_nobody_looked_at_again() {
        var result = of(new Played().drift("a").stamp("stamp b", A, B));
        assertThat(result.word()).isEqualTo("written");
        assertThat(result.text())
                .endsWith("the row was read back after the commit, and nothing was looked at after the stamp");
    }

    @Test
    void drift_that_is_still_there_is_not_repaired() {
        var result = of(new Played().drift("a").stamp("stamp b", A, B).drift("b"));
        assertThat(result.word()).isEqualTo("not repaired");
        assertThat(result.text()).contains("still says: VD101");
    }

    @Test
    void where_no_drift_was_seen_there_is_none_to_be_repaired() {
        assertThat(of(new Played().fine("a").stamp("stamp b", A, B).fine("b")).word())
                .isEqualTo("written");
        assertThat(of(new Played().stamp("stamp b", A, B).fine("b")).word()).isEqualTo("written");
    }

    @Test
    void a_refusal_is_named_with_its_reason() {
        var result = of(new Played().drift("a").problem("stamp b", Exit.REFUSED, "not confirmed"));
        assertThat(result.word()).isEqualTo("not repaired");
        assertThat(result.text()).startsWith("nothing was written (stamp: not confirmed)");
    }

    @Test
    void a_commit_that_nobody_saw_end_is_neither_written_nor_not() {
        var lost = new Played().drift("a").problem("stamp b", Exit.OUTCOME_UNKNOWN, "connection lost during COMMIT");
        assertThat(of(lost).word()).isEqualTo("outcome unknown");
        assertThat(of(lost).text()).endsWith("nothing was looked at after it");
        assertThat(of(lost.fine("b")).text()).contains("at 03:03:00 the row was b");
    }

    @Test
    void a_stamp_that_was_taken_back_is_undone() {
        var result = of(new Played().drift("a").stamp("stamp b", A, B).undo(B, A));
        assertThat(result.word()).isEqualTo("undone");
        assertThat(result.text()).startsWith("public.alembic_version a → b → a");
    }

    @Test
    void a_reason_for_writing_without_proof_is_part_of_the_result() {
        assertThat(of(new Played().drift("a").unproved(A, B, "ticket 1")).text())
                .contains("without proof (ticket 1)");
    }

    @Test
    void drift_that_went_away_by_itself_is_nobodys_merit() {
        var result = of(new Played().drift("a").fine("b"));
        assertThat(result.word()).isEqualTo("nothing written");
        assertThat(result.text()).endsWith("and this session wrote nothing");
    }

    @Test
    void without_a_look_nothing_is_known() {
        var counted = Report.builder().line("2 tables").build(Exit.OK);
        assertThat(of(new Played().answer("counts", "counts", counted)).word()).isEqualTo("not known");
    }

    @Test
    void after_an_undo_an_upgrade_would_do_what_it_would_have_done_before() {
        assertThat(Result.toRun(new Played()
                        .drift("a")
                        .stamp("stamp b", A, B)
                        .undo(B, A)
                        .subject()))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("alembic upgrade head would fail in b")
                        .endsWith("(status at 03:01:00, when the row was the same)"));
        assertThat(Result.toRun(new Played().undo(B, A).subject())).isEmpty();
    }

    @Test
    void what_is_left_to_run_comes_from_the_plan_where_nobody_looked_after_it() {
        var session = new Played().drift("a").stamp("stamp b", A, B);
        assertThat(Result.toRun(session.subject()))
                .hasValue("alembic upgrade head still to run, by the plan (1 revision: c)");
        assertThat(Result.toRun(session.fine("b").subject())).hasValue("alembic upgrade head has nothing left to run");
    }
}
