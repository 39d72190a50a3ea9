package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.shell.AskedShell.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows in the practice incident: {@code railway} is the current connection and the broken one, {@code local} is whole. */
class IncidentRowsTest {
    @TempDir
    private static Path home;

    private static AskedShell shell;

    @BeforeAll
    static void start() {
        shell = new AskedShell(
                home,
                Map.of(
                        "HOME",
                        home.toString(),
                        "XDG_CACHE_HOME",
                        Path.of("target", "practice cache").toAbsolutePath().toString()));
        ask("practice", "start", "restored-dump");
    }

    @AfterAll
    static void stop() {
        ask("practice", "stop");
        shell.close();
    }

    @BeforeEach
    void reset() {
        ask("practice", "reset");
    }

    @Test
    void both_have_the_rows_that_the_incident_report_counted() {
        var said = ask("counts", "@local", "@railway");
        assertThat(said.out())
                .containsPattern("positions +75 +75")
                .containsPattern("position_factor_exposures +31,250 +31,250")
                .containsPattern("company_profiles +556 +556")
                .contains("all equal: 43 tables");
        assertThat(said.exit()).isEqualTo(Exit.OK);
    }

    @Test
    void both_hold_the_same_and_only_the_row_differs() {
        var content = ask("verify", "--against", "@local", "--schema", "--counts", "--content");
        assertThat(content.out())
                .contains("VERIFIED  3 groups")
                .containsPattern("content +equal +42 of 42 tables equal");
        assertThat(content.exit()).isEqualTo(Exit.OK);
        var all = ask("verify", "--against", "@local");
        assertThat(all.exit()).isEqualTo(Exit.FINDING);
        assertThat(all.out()).contains("i6j7k8l9m0n1, expected ec31ab63431d", "differs: row");
    }

    @Test
    void of_a_half_restored_database_it_is_told_what_is_missing_and_nothing_else() {
        ask("practice", "break", "half-restored");
        var counts = json("counts", "@railway", "@local").get("counts");
        assertThat(counts.valueStream()
                        .filter(one -> !one.get("difference").stringValue().equals("equal"))
                        .map(one -> one.get("table").stringValue() + " "
                                + one.get("difference").stringValue() + " " + one.get("left") + " "
                                + (one.get("right").isNull() ? "" : one.get("right"))))
                .containsExactly(
                        "public.position_factor_exposures different 28500 31250",
                        "public.symbol_daily_metrics only right null " + rows("symbol_daily_metrics"));

        var verified = ask("verify", "--against", "@local", "--schema", "--counts", "--content");
        assertThat(verified.exit()).isEqualTo(Exit.FINDING);
        assertThat(verified.out())
                .contains(
                        "index portfolio_snapshots.idx_snapshots_portfolio_date_desc: missing",
                        "table symbol_daily_metrics: missing",
                        "position_factor_exposures: 28,500, expected 31,250 (-2,750)",
                        "position_factor_exposures: 28,500 rows, expected 31,250",
                        "symbol_daily_metrics: not there",
                        "differs: schema, counts, content")
                .containsPattern("content +DIFFERENT +40 of 42 tables equal");
    }

    @Test
    void the_rows_that_are_missing_are_named() {
        ask("practice", "break", "half-restored");
        var missing = json("diff", "--data", "position_factor_exposures", "@railway", "@local", "--limit", "0");
        assertThat(missing.get("differing").intValue()).isEqualTo(2_750);
        assertThat(missing.get("rows").valueStream())
                .hasSize(2_750)
                .allMatch(row -> row.get("difference").stringValue().equals("missing"))
                .allMatch(
                        row -> row.at("/right/0/calculation_date").stringValue().compareTo("2025-11-05") > 0);
        assertThat(ask("diff", "--data", "position_factor_exposures", "@railway", "@local")
                        .out())
                .contains("0 added, 2,750 missing, 0 changed; 28,500 rows against 31,250", "2,650 more");
        assertThat(ask("diff", "--data", "positions", "@railway", "@local").exit())
                .isEqualTo(Exit.OK);
        assertThat(ask("diff", "--data", "symbol_daily_metrics", "@railway", "@local")
                        .problem())
                .isEqualTo("the left side has no table public.symbol_daily_metrics");
    }

    private static long rows(String table) {
        return json("counts", "@local", "@railway", table).at("/counts/0/left").longValue();
    }

    private static JsonNode json(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--json");
        return new JsonMapper().readTree(shell.ask(all).out());
    }

    private static Said ask(String... words) {
        return shell.ask(new ArrayList<>(List.of(words)));
    }
}
