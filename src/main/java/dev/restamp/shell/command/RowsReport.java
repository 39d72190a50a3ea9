package dev.restamp.shell.command;

import dev.restamp.core.Both;
import dev.restamp.core.Exit;
import dev.restamp.core.rows.DifferingKey;
import dev.restamp.core.rows.RowDifference;
import dev.restamp.core.rows.RowDifference.Values;
import dev.restamp.shell.Numbers;
import dev.restamp.shell.data.Rows;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The answer of {@code diff --data}: the rows that differ, with the columns that do; or statements for them. */
record RowsReport(String table, Both<String> labels, Rows.Outcome outcome) {
    /** Of a value, as it is read; the screen has less room still. */
    static final int LONGEST = 200;

    /** @param redactor what an answer goes through on its way to the screen */
    Report build(boolean asSql, UnaryOperator<String> redactor) {
        var report = Report.builder();
        if (asSql) {
            report.line(Text.of("-- " + summary(), Style.FAINT));
            new RowSketch(outcome, redactor).lines().forEach(report::line);
        } else {
            report.line(Text.of(table, Style.STRONG).and("   " + labels.left() + "  against  " + labels.right()));
            outcome.notes().forEach(note -> report.line(Text.of(note, Style.FAINT)));
            if (!outcome.shown().isEmpty()) {
                report.block(grid());
            }
            if (outcome.shown().size() < outcome.keys().size()) {
                report.line(Text.of(
                        "… "
                                + Numbers.grouped(
                                        outcome.keys().size() - outcome.shown().size()) + " more; --limit 0 shows all",
                        Style.FAINT));
            }
            report.line(summary());
        }
        return report.json("table", table)
                .json("left", labels.left())
                .json("right", labels.right())
                .json("key", outcome.key())
                .json("left_rows", outcome.rows().left())
                .json("right_rows", outcome.rows().right())
                .json("differing", outcome.keys().size())
                .json("beyond", outcome.beyond())
                .json("settled", outcome.settled())
                .json("moving", outcome.restless())
                .json("notes", outcome.notes())
                .listed("rows", outcome.shown().stream().map(this::json).toList())
                .build(outcome.keys().isEmpty() && outcome.beyond() == 0 ? Exit.OK : Exit.FINDING);
    }

    private String summary() {
        var rows = outcome.rows();
        var text = new StringBuilder();
        if (outcome.keys().isEmpty() && outcome.beyond() == 0) {
            text.append("no difference: ").append(Numbers.grouped(rows.left())).append(" rows");
        } else {
            text.append(counted())
                    .append("; ")
                    .append(Numbers.grouped(rows.left()))
                    .append(" rows against ")
                    .append(Numbers.grouped(rows.right()));
        }
        if (outcome.beyond() > 0) {
            text.append("; more differ among ")
                    .append(Numbers.grouped(outcome.beyond()))
                    .append(" rows that were not looked at one by one");
        }
        if (outcome.settled() > 0) {
            text.append("; ")
                    .append(Numbers.grouped(outcome.settled()))
                    .append(" differed a moment ago and are equal now");
        }
        if (outcome.restless()) {
            text.append("; rows go on changing while they are compared");
        }
        if (outcome.key().isEmpty() && !outcome.keys().isEmpty()) {
            text.append("; nothing names a row, so a changed one counts as one added and one missing");
        }
        return text.toString();
    }

    /** {@code 1 added, 2 missing, 3 changed}. */
    private String counted() {
        var added = count(key -> key.right().isEmpty());
        var missing = count(key -> key.left().isEmpty());
        var repeated = count(key -> !key.left().isEmpty()
                && !key.right().isEmpty()
                && (key.left().size() > 1 || key.right().size() > 1));
        var changed = outcome.keys().size() - added - missing - repeated;
        return Numbers.grouped(added) + " added, " + Numbers.grouped(missing) + " missing, "
                + Numbers.grouped(changed) + " changed"
                + (repeated == 0 ? "" : ", " + Numbers.grouped(repeated) + " there more often");
    }

    private long count(Predicate<DifferingKey> which) {
        return outcome.keys().stream().filter(which).count();
    }

    private Grid grid() {
        var heads = List.of(
                Head.left(""),
                Head.left(String.join(", ", outcome.key())),
                Head.left("column"),
                Head.left(labels.left()),
                Head.left(labels.right()));
        var rows = outcome.shown().stream().flatMap(one -> rows(one).stream()).toList();
        return outcome.key().isEmpty()
                ? new Grid(
                        withoutKey(heads),
                        rows.stream().map(RowsReport::withoutKey).toList())
                : new Grid(heads, rows);
    }

    /** Nothing names a row, and none counts as changed. */
    private static <T> List<T> withoutKey(List<T> cells) {
        return List.of(cells.get(0), cells.get(3), cells.get(4));
    }

    private List<List<Text>> rows(RowDifference one) {
        return switch (one.kind()) {
            case ADDED ->
                List.of(row(
                        Text.of("+", Style.WARN), key(one), "", whole(one.left()), Text.of("not there", Style.WARN)));
            case MISSING ->
                List.of(row(Text.of("-", Style.BAD), key(one), "", Text.of("missing", Style.BAD), whole(one.right())));
            case REPEATED -> List.of(row(Text.of("|", Style.BAD), key(one), "", whole(one.left()), whole(one.right())));
            case CHANGED -> {
                var rows = new ArrayList<List<Text>>();
                for (var column : one.changed()) {
                    var values = Excerpt.of(new Both<>(
                            /* left= */ one.left().getFirst().values().get(column),
                            /* right= */ one.right().getFirst().values().get(column)));
                    rows.add(row(
                            Text.of(rows.isEmpty() ? "|" : "", Style.BAD),
                            rows.isEmpty() ? key(one) : "",
                            outcome.columns().get(column),
                            Text.of(values.left()),
                            Text.of(values.right())));
                }
                yield rows;
            }
        };
    }

    private static List<Text> row(Text sign, String key, String column, Text left, Text right) {
        return List.of(sign, Text.of(key), Text.of(column), left, right);
    }

    private static String key(RowDifference one) {
        return String.join(", ", one.key().stream().map(Excerpt::ofKey).toList());
    }

    /** Of the first of equal rows, all but the key. */
    private Text whole(List<Values> rows) {
        var values = rows.getFirst().values();
        var text = IntStream.range(0, values.size())
                .filter(i -> !outcome.key().contains(outcome.columns().get(i)))
                .mapToObj(i -> outcome.columns().get(i) + "=" + values.get(i).orElse("NULL"))
                .collect(Collectors.joining(" "));
        return Text.of((rows.size() > 1 || outcome.key().isEmpty() ? rows.size() + " × " : "") + Excerpt.of(text));
    }

    private Map<String, @Nullable Object> json(RowDifference one) {
        return Json.object(
                "key", one.key(),
                "difference", one.kind().name().toLowerCase(Locale.ROOT),
                "columns",
                        one.kind() == RowDifference.Kind.CHANGED
                                ? one.changed().stream()
                                        .map(outcome.columns()::get)
                                        .toList()
                                : List.of(),
                "left", one.left().stream().map(this::json).toList(),
                "right", one.right().stream().map(this::json).toList());
    }

    private Map<String, @Nullable Object> json(Values row) {
        var values = Json.object();
        for (var i = 0; i < outcome.columns().size(); i++) {
            values.put(outcome.columns().get(i), row.values().get(i).orElse(null));
        }
        return values;
    }
}
