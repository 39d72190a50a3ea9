package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.catalog.Difference;
import dev.restamp.core.catalog.sketch.Hazard;
import dev.restamp.core.catalog.sketch.Sketch;
import dev.restamp.core.catalog.sketch.Step;
import dev.restamp.shell.diff.Comparison;
import dev.restamp.shell.diff.Side;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of {@code diff --sql}: statements to read, and comments that a psql takes along. */
final class SketchReport {
    private SketchReport() {}

    /** The right side is changed; where it is no database the left one. */
    static Report of(Comparison comparison) {
        var catalogs = comparison
                .catalogs()
                .orElseThrow(() -> new Problem(
                        Exit.USAGE,
                        "of what revisions leave no sketch can be made: too little is known of it",
                        "alembic upgrade makes it; diff without --sql says what is missing"));
        if (comparison.right() instanceof Side.Live) {
            var differences =
                    comparison.differences().stream().map(Difference::turned).toList();
            return report(
                    comparison,
                    comparison.right(),
                    comparison.left(),
                    Sketch.of(catalogs.right(), catalogs.left(), differences));
        }
        return report(
                comparison,
                comparison.left(),
                comparison.right(),
                Sketch.of(catalogs.left(), catalogs.right(), comparison.differences()));
    }

    private static Report report(Comparison comparison, Side target, Side wished, Sketch sketch) {
        var report = Report.builder()
                .line(comment("a sketch, for " + target.label() + ": it would become like " + wished.label()))
                .line(comment("nothing of it has been run; read it, and try it on a copy"));
        for (var step : sketch.steps()) {
            report.gap();
            step.hazards().forEach(hazard -> report.line(Text.of("-- ! " + hazard.sentence(), Style.WARN)));
            (step.sql() + ";").lines().forEach(report::line);
        }
        if (!sketch.unsaid().isEmpty()) {
            report.gap().line(comment("not sketched:"));
            sketch.unsaid().forEach(one -> report.line(comment("  " + one)));
        }
        if (comparison.differences().isEmpty()) {
            report.line(comment("no difference"));
        }
        return report.json("target", target.label())
                .json("wished", wished.label())
                .listed("steps", sketch.steps().stream().map(SketchReport::json).toList())
                .json("not_sketched", sketch.unsaid())
                .build(new DiffReport(comparison).exit());
    }

    /** A name in it may end the comment: what a line holds is escaped where it is drawn. */
    private static Text comment(String text) {
        return Text.of("-- " + text, Style.FAINT);
    }

    private static Map<String, @Nullable Object> json(Step step) {
        return Json.object(
                "sql",
                step.sql(),
                "hazards",
                step.hazards().stream().map(Hazard::sentence).toList());
    }
}
