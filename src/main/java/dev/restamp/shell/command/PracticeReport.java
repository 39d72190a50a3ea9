package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.practice.Practice;
import dev.restamp.practice.PracticeDatabase;
import dev.restamp.practice.Scenario;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what there is to practise, and what runs. */
final class PracticeReport {
    private PracticeReport() {}

    /** What there is to choose from. */
    static Report list(String first) {
        var scenarios = Scenario.all();
        var rows = new ArrayList<List<Text>>();
        for (var scenario : scenarios) {
            rows.add(List.of(Text.of(scenario.name(), Style.STRONG), Text.of(scenario.title())));
            scenario.tools()
                    .forEach(tool -> rows.add(
                            List.of(Text.of("  --tool " + tool), Text.of("the same told for " + tool, Style.FAINT))));
            scenario.breaks()
                    .values()
                    .forEach(one -> rows.add(List.of(Text.of("  " + one.name()), Text.of(one.title(), Style.FAINT))));
        }
        return Report.builder()
                .block(new Grid(List.of(Head.left("scenario"), Head.left("")), rows))
                .gap()
                .line(Text.of(
                        "below each, the tools it is told for, and its breaks: practice break NAME makes it worse",
                        Style.FAINT))
                .json("scenarios", scenarios.stream().map(Scenario::name).toList())
                .json("known", scenarios.stream().map(PracticeReport::json).toList())
                .next(
                        Next.reads("practice start " + first, "takes a few seconds"),
                        Next.reads("help practice", "your own incidents, too"))
                .build(Exit.OK);
    }

    /** What was started, and how others reach it. */
    static Report opened(Practice practice) {
        var report = Report.builder();
        report.line(Text.of("PRACTICE  ", Style.GOOD).and(practice.scenario().title()));
        report.gap();
        report.block(new Block.Fields(fields(practice)));
        report.gap();
        var tool = practice.scenario().tool().orElse("alembic");
        report.line(Text.of("for " + tool + ", psql and restamp in another terminal", Style.FAINT));
        report.line("  export PGPASSFILE=" + practice.passfile());
        report.line("  export DATABASE_URL=" + practice.databases().getLast().url());
        return report.json(json(practice))
                .next(
                        Next.reads("status", "what is wrong"),
                        Next.reads("diagnose", "the evidence, revision by revision"))
                .build(Exit.OK);
    }

    private static List<Field> fields(Practice practice) {
        var first = practice.databases().getFirst().name();
        var fields = new ArrayList<Field>();
        fields.add(new Field(
                "server", Text.of("private, on this machine; no other can be reached until practice stop"), ""));
        fields.add(new Field("project", Text.of(practice.project().toString()), told(practice.scenario())));
        fields.add(new Field(
                "databases",
                Text.of(String.join(", ", names(practice))),
                practice.databases().size() == 1
                        ? "connected"
                        : "connected; @" + first + " COMMAND looks at " + first));
        if (!practice.scenario().breaks().isEmpty()) {
            fields.add(new Field(
                    "worse",
                    Text.of("practice break "
                            + String.join(" | ", practice.scenario().breaks().keySet())),
                    ""));
        }
        return fields;
    }

    /** For which tool, and for which others it could be. */
    private static String told(Scenario scenario) {
        var others = scenario.tools().stream()
                .filter(tool -> !tool.equals(scenario.tool().orElse("")))
                .toList();
        return scenario.tool().map(tool -> "told for " + tool).orElse("")
                + (scenario.tool().isPresent() && !others.isEmpty() ? "; " : "")
                + (others.isEmpty() ? "" : "also for --tool " + String.join(", ", others));
    }

    private static List<String> names(Practice practice) {
        return practice.databases().stream().map(PracticeDatabase::name).toList();
    }

    private static Map<String, @Nullable Object> json(Practice practice) {
        return Json.object(
                "scenario", practice.scenario().name(),
                "migration_tool", practice.scenario().tool().orElse(null),
                "project", practice.project().toString(),
                "passfile", practice.passfile().toString(),
                "databases",
                        practice.databases().stream().map(PracticeReport::json).toList());
    }

    static Map<String, @Nullable Object> json(PracticeDatabase database) {
        return Json.object("name", database.name(), "url", database.url());
    }

    private static Map<String, @Nullable Object> json(Scenario scenario) {
        return Json.object(
                "name", scenario.name(),
                "title", scenario.title(),
                "databases", List.copyOf(scenario.databases().keySet()),
                "tools", scenario.tools(),
                "breaks",
                        scenario.breaks().values().stream()
                                .map(one -> Json.object("name", one.name(), "title", one.title()))
                                .toList());
    }
}
