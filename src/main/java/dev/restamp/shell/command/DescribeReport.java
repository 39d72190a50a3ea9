package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.Column;
import dev.restamp.core.schema.SchemaObject.Constraint;
import dev.restamp.core.schema.SchemaObject.Index;
import dev.restamp.shell.data.TableNames;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table: columns, constraints, indexes, each with the revisions that touch it. */
final class DescribeReport {
    private final Schema live;
    private final ObjectKey table;
    private final Origins origins;
    private final Report.Builder report = Report.builder();

    DescribeReport(Schema live, ObjectKey table, Origins origins) {
        this.live = live;
        this.table = table;
        this.origins = origins;
    }

    Report build() {
        var columns = all(Column.class).stream()
                .filter(one -> one.key().isPartOf(table))
                .sorted(Comparator.comparingInt(Column::position))
                .toList();
        var constraints = all(Constraint.class).stream()
                .filter(one -> one.key().isPartOf(table))
                .toList();
        var indexes = all(Index.class).stream()
                .filter(one -> one.table().filter(table::equals).isPresent())
                .toList();
        report.line(Text.of(table.toString(), Style.STRONG).and(made(table, "   ")));
        part(
                List.of("column", "type", "null", "default"),
                columns.stream().map(this::row).toList());
        part(
                List.of("constraint", "kind", "on", ""),
                constraints.stream().map(this::row).toList());
        part(List.of("index", "kind", "on", ""), indexes.stream().map(this::row).toList());
        if (!origins.unknown().isEmpty()) {
            report.line(Text.of("which revision made what is not known: " + origins.unknown(), Style.WARN));
        }
        return report.json("table", TableNames.qualified(table))
                .json("revisions", origins.of(table))
                .listed("columns", columns.stream().map(this::json).toList())
                .json("constraints", constraints.stream().map(this::json).toList())
                .json("indexes", indexes.stream().map(this::json).toList())
                .build(Exit.OK);
    }

    private <T extends SchemaObject> List<T> all(Class<T> kind) {
        return live.objects().values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private void part(List<String> titles, List<List<Text>> rows) {
        if (!rows.isEmpty()) {
            report.gap();
            var heads = new ArrayList<>(titles.stream().map(Head::left).toList());
            heads.add(Head.left("made in"));
            report.block(new Grid(heads, rows));
        }
    }

    private List<Text> row(Column one) {
        return List.of(
                Text.of(one.key().name()),
                Text.of(one.type().orElse("")),
                Text.of(one.nullable().orElse(true) ? "null" : "not null"),
                Text.of(preset(one.preset()).orElse("")),
                made(one.key(), ""));
    }

    private List<Text> row(Constraint one) {
        var more = one.references()
                .map(DescribeReport::reference)
                .orElseGet(() -> clause(one.condition()).orElse(""));
        return List.of(
                Text.of(one.key().name()),
                Text.of(one.kind().word()),
                Text.of(String.join(", ", one.columns())),
                Text.of(more),
                made(one.key(), ""));
    }

    private List<Text> row(Index one) {
        var details = one.details();
        var expressions = clause(details.expressions()).orElse("");
        var columns = one.columns().stream()
                .map(name -> name.isEmpty() ? "(" + expressions + ")" : name)
                .distinct()
                .collect(Collectors.joining(", "));
        return List.of(
                Text.of(one.key().name()),
                Text.of((one.unique().orElse(false) ? "unique " : "")
                        + details.method().orElse("")),
                Text.of(columns),
                Text.of(clause(details.predicate()).map(sql -> "WHERE " + sql).orElse("")),
                made(one.key(), ""));
    }

    private Text made(ObjectKey key, String before) {
        var revisions = origins.of(key);
        return origins.unknown().isEmpty()
                ? Text.of(before + (revisions.isEmpty() ? "no revision" : String.join(", ", revisions)), Style.FAINT)
                : Text.EMPTY;
    }

    private static Optional<String> preset(Default preset) {
        return switch (preset) {
            case Default.Expression(var sql) -> Optional.of(sql);
            case Default.Generated(var sql) -> Optional.of("generated as (" + sql + ")");
            case Default.Identity(var always) -> Optional.of(always ? "identity, always" : "identity, by default");
            case Default.None _, Default.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<String> clause(Clause clause) {
        return clause instanceof Clause.Sql(var text) ? Optional.of(text) : Optional.empty();
    }

    private static String reference(Reference reference) {
        return "-> " + TableNames.name(reference.table())
                + (reference.columns().isEmpty() ? "" : "(" + String.join(", ", reference.columns()) + ")")
                + reference
                        .onDelete()
                        .filter(action -> action != Reference.Action.NO_ACTION)
                        .map(action -> " ON DELETE " + action)
                        .orElse("");
    }

    private Map<String, @Nullable Object> json(Column one) {
        return Json.object(
                "name", one.key().name(),
                "type", one.type().orElse(null),
                "nullable", one.nullable().orElse(null),
                "default", preset(one.preset()).orElse(null),
                "revisions", origins.of(one.key()));
    }

    private Map<String, @Nullable Object> json(Constraint one) {
        return Json.object(
                "name", one.key().name(),
                "kind", one.kind().word(),
                "columns", one.columns(),
                "references",
                        one.references()
                                .map(to -> TableNames.qualified(to.table()))
                                .orElse(null),
                "condition", clause(one.condition()).orElse(null),
                "revisions", origins.of(one.key()));
    }

    private Map<String, @Nullable Object> json(Index one) {
        return Json.object(
                "name", one.key().name(),
                "columns", one.columns(),
                "unique", one.unique().orElse(null),
                "method", one.details().method().orElse(null),
                "predicate", clause(one.details().predicate()).orElse(null),
                "revisions", origins.of(one.key()));
    }
}
