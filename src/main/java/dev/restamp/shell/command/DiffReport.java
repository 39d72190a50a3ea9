package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.catalog.Difference;
import dev.restamp.core.catalog.Difference.Certainty;
import dev.restamp.core.catalog.Difference.Changed;
import dev.restamp.core.catalog.Difference.Extra;
import dev.restamp.core.catalog.Difference.Missing;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer of {@code diff}: grouped by kind, a line for each difference. */
record DiffReport(
        OpenConnection left,
        OpenConnection right,
        List<Difference> differences,
        CatalogSnapshot found,
        CatalogSnapshot expected) {
    /** Longer values are cut on the screen; JSON has them whole. */
    private static final int SHOWN = 60;

    Report build() {
        var report = Report.builder()
                .line(Text.of(left.name(), Style.STRONG)
                        .and("  against  ")
                        .and(right.name(), Style.STRONG)
                        .and("   " + tables(), Style.FAINT));
        byKind().forEach((kind, ofKind) -> {
            report.gap();
            var heads = List.of(
                    Head.left(""),
                    Head.left(kind.plural()),
                    Head.left(""),
                    Head.left(left.name()),
                    Head.left(right.name()));
            report.block(new Grid(heads, ofKind.stream().map(DiffReport::row).toList()));
        });
        report.gap();
        report.line(summary());
        return report.json("left", InspectionJson.connection(left))
                .json("right", InspectionJson.connection(right))
                .json("tables", expected.count(CatalogKind.TABLE))
                .listed(
                        "differences",
                        differences.stream().map(DiffReport::json).toList())
                .build(exit());
    }

    private String tables() {
        return found.count(CatalogKind.TABLE) + " tables against " + expected.count(CatalogKind.TABLE);
    }

    private Map<CatalogKind, List<Difference>> byKind() {
        var groups = new LinkedHashMap<CatalogKind, List<Difference>>();
        differences.forEach(one -> groups.computeIfAbsent(one.object().kind(), _ -> new ArrayList<>())
                .add(one));
        return groups;
    }

    private static List<Text> row(Difference difference) {
        return switch (difference) {
            case Missing missing ->
                List.of(
                        Text.of("-", Style.BAD),
                        name(missing),
                        Text.of(""),
                        Text.of("missing", Style.BAD),
                        there(missing.parts()));
            case Extra extra ->
                List.of(
                        Text.of("+", Style.WARN),
                        name(extra),
                        Text.of(""),
                        there(extra.parts()),
                        Text.of("not there", Style.WARN));
            case Changed changed ->
                List.of(
                        changed.certainty() == Certainty.SPELLING ? Text.of("~") : Text.of("|", Style.BAD),
                        name(changed),
                        Text.of(changed.property() + (changed.certainty() == Certainty.SPELLING ? " (spelling)" : "")),
                        value(changed.left()),
                        value(changed.right()));
        };
    }

    private static Text name(Difference difference) {
        return Text.of(difference.object().name());
    }

    private static Text there(int parts) {
        return Text.of(parts == 0 ? "there" : "there, " + parts + " parts");
    }

    private static Text value(Optional<String> value) {
        return value.map(text -> Text.of(cut(text))).orElseGet(() -> Text.of("–", Style.FAINT));
    }

    private static String cut(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    private String summary() {
        if (differences.isEmpty()) {
            return "no difference";
        }
        var spelling = differences.stream().filter(DiffReport::isSpelling).count();
        var real = differences.size() - spelling;
        return (real == 1 ? "1 difference" : real + " differences")
                + (spelling == 0 ? "" : ", " + spelling + " more that may be two spellings of the same (~)");
    }

    private Exit exit() {
        if (differences.isEmpty()) {
            return Exit.OK;
        }
        return differences.stream().allMatch(DiffReport::isSpelling) ? Exit.INCONCLUSIVE : Exit.FINDING;
    }

    private static boolean isSpelling(Difference difference) {
        return difference instanceof Changed changed && changed.certainty() == Certainty.SPELLING;
    }

    private static Map<String, @Nullable Object> json(Difference difference) {
        var json = Json.object();
        json.put("kind", difference.object().kind().word());
        json.put("name", String.join(".", difference.object().path()));
        json.put(
                "difference",
                switch (difference) {
                    case Missing _ -> "missing";
                    case Extra _ -> "extra";
                    case Changed changed -> changed.certainty() == Certainty.SPELLING ? "spelling" : "changed";
                });
        json.put("property", difference instanceof Changed changed ? changed.property() : null);
        json.put("left", difference instanceof Changed changed ? changed.left().orElse(null) : null);
        json.put(
                "right", difference instanceof Changed changed ? changed.right().orElse(null) : null);
        return json;
    }
}
