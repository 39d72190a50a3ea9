package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.Difference;
import dev.restamp.core.catalog.Difference.Certainty;
import dev.restamp.core.catalog.Difference.Changed;
import dev.restamp.core.catalog.Difference.Extra;
import dev.restamp.core.catalog.Difference.Missing;
import dev.restamp.core.catalog.Rename;
import dev.restamp.shell.diff.Comparison;
import dev.restamp.shell.diff.Comparison.Origin;
import dev.restamp.shell.diff.Side;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.shell.snapshot.Manifests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer of {@code diff}: grouped by kind, a line for each difference. */
record DiffReport(Comparison comparison) {
    /** Longer values are cut on the screen; JSON has them whole. */
    private static final int SHOWN = 60;

    Report build() {
        var report = Report.builder()
                .line(Text.of(comparison.left().label(), Style.STRONG)
                        .and("  against  ")
                        .and(comparison.right().label(), Style.STRONG)
                        .and("   " + tables(), Style.FAINT));
        comparison.notes().forEach(note -> report.line(Text.of(note, Style.FAINT)));
        byKind().forEach((kind, ofKind) -> report.gap().block(grid(kind, ofKind)));
        report.gap();
        comparison.renames().forEach(rename -> report.line(Text.of(maybe(rename), Style.WARN)));
        report.line(summary());
        return report.json("left", json(comparison.left()))
                .json("right", json(comparison.right()))
                .json("tables", comparison.tables().right())
                .listed(
                        "differences",
                        comparison.differences().stream().map(this::json).toList())
                .json(
                        "renames",
                        comparison.renames().stream().map(DiffReport::json).toList())
                .json("notes", comparison.notes())
                .build(exit());
    }

    private String tables() {
        return comparison.tables().left() + " tables against "
                + comparison.tables().right();
    }

    private Map<CatalogKind, List<Difference>> byKind() {
        var groups = new LinkedHashMap<CatalogKind, List<Difference>>();
        comparison
                .differences()
                .forEach(one -> groups.computeIfAbsent(one.object().kind(), _ -> new ArrayList<>())
                        .add(one));
        return groups;
    }

    private Grid grid(CatalogKind kind, List<Difference> ofKind) {
        var heads = new ArrayList<>(List.of(
                Head.left(""),
                Head.left(kind.plural()),
                Head.left(""),
                Head.left(comparison.left().label()),
                Head.left(comparison.right().label())));
        var hasOrigins = ofKind.stream().anyMatch(one -> origin(one).isPresent());
        if (hasOrigins) {
            heads.add(Head.left("from"));
        }
        return new Grid(heads, ofKind.stream().map(one -> row(one, hasOrigins)).toList());
    }

    private List<Text> row(Difference difference, boolean withOrigin) {
        var row = new ArrayList<>(row(difference));
        if (withOrigin) {
            row.add(origin(difference)
                    .map(origin -> Text.of(origin.revision()).and("  " + origin.file(), Style.FAINT))
                    .orElse(Text.EMPTY));
        }
        return row;
    }

    private Optional<Origin> origin(Difference difference) {
        return Optional.ofNullable(comparison.origins().get(difference.object().key()));
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
        return Text.of(
                switch (parts) {
                    case 0 -> "there";
                    case 1 -> "there, 1 part";
                    default -> "there, " + parts + " parts";
                });
    }

    private static Text value(Optional<String> value) {
        return value.map(text -> Text.of(cut(text))).orElseGet(() -> Text.of("–", Style.FAINT));
    }

    private static String cut(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    private static String maybe(Rename rename) {
        return "maybe renamed: " + rename.left().kind().word() + " "
                + rename.left().name() + " here is " + rename.right().name() + " there";
    }

    /** {@code 3 differences: 1 column, 2 indexes}. */
    private String summary() {
        var spelling =
                comparison.differences().stream().filter(DiffReport::isSpelling).count();
        var real = comparison.differences().size() - spelling;
        if (real + spelling == 0) {
            return "no difference";
        }
        var counts = byKind().entrySet().stream()
                .map(group -> counted(
                        group.getKey(),
                        group.getValue().stream()
                                .filter(one -> !isSpelling(one))
                                .count()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return (real == 1 ? "1 difference" : real + " differences")
                + (counts.isEmpty() ? "" : ": " + counts)
                + (spelling == 0 ? "" : "; " + spelling + " more that may be two spellings of the same (~)");
    }

    private static String counted(CatalogKind kind, long number) {
        return number == 0 ? "" : number + " " + (number == 1 ? kind.word() : kind.plural());
    }

    Exit exit() {
        if (comparison.differences().isEmpty()) {
            return Exit.OK;
        }
        return comparison.differences().stream().allMatch(DiffReport::isSpelling) ? Exit.INCONCLUSIVE : Exit.FINDING;
    }

    private static boolean isSpelling(Difference difference) {
        return difference instanceof Changed changed && changed.certainty() == Certainty.SPELLING;
    }

    private static Map<String, @Nullable Object> json(Side side) {
        return switch (side) {
            case Side.Live(var connection) -> InspectionJson.connection(connection);
            case Side.Saved(var label, var manifest) -> {
                var json = Json.object("name", label);
                json.putAll(Manifests.summary(manifest));
                json.remove("tables");
                yield json;
            }
            case Side.Expected(var label, var revisions, var _) -> Json.object("name", label, "revisions", revisions);
        };
    }

    private static Map<String, @Nullable Object> json(Rename rename) {
        return Json.object(
                "kind", rename.left().kind().word(),
                "left", String.join(".", rename.left().path()),
                "right", String.join(".", rename.right().path()));
    }

    private Map<String, @Nullable Object> json(Difference difference) {
        var changed = difference instanceof Changed one ? Optional.of(one) : Optional.<Changed>empty();
        var json = Json.object();
        json.put("kind", difference.object().kind().word());
        json.put("name", String.join(".", difference.object().path()));
        json.put(
                "difference",
                switch (difference) {
                    case Missing _ -> "missing";
                    case Extra _ -> "extra";
                    case Changed one -> one.certainty() == Certainty.SPELLING ? "spelling" : "changed";
                });
        json.put("property", changed.map(Changed::property).orElse(null));
        json.put("left", changed.flatMap(Changed::left).orElse(null));
        json.put("right", changed.flatMap(Changed::right).orElse(null));
        json.put("revision", origin(difference).map(Origin::revision).orElse(null));
        json.put("file", origin(difference).map(Origin::file).orElse(null));
        return json;
    }
}
