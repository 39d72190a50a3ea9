package dev.restamp.shell.verify;

import dev.restamp.core.rows.ComparedCount;
import dev.restamp.core.rows.ComparedCount.Verdict;
import dev.restamp.core.rows.RowCount;
import dev.restamp.core.rows.RowRange;
import dev.restamp.shell.Numbers;
import dev.restamp.shell.data.TableNames;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.verify.Verified.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Numbers of rows, against another database's, or against what was asked for. */
final class CountsGroup {
    private CountsGroup() {}

    /**
     * @param compared the database on the left, what is expected on the right
     * @param tolerance by how many rows a table may differ
     */
    static Verified of(List<ComparedCount> compared, long tolerance) {
        var details = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (var one : compared) {
            switch (one.verdict(tolerance)) {
                case EQUAL -> {}
                case UNKNOWN -> unknown.add(TableNames.name(one.table()) + ": " + one.why());
                case ONLY_LEFT -> details.add(TableNames.name(one.table()) + ": not expected");
                case ONLY_RIGHT -> details.add(TableNames.name(one.table()) + ": not there");
                case DIFFERENT -> details.add(difference(one));
            }
        }
        return group(
                        details,
                        unknown,
                        compared.size(),
                        total(compared),
                        compared.stream().map(one -> json(one, tolerance)).toList())
                .withRows(compared.stream()
                        .filter(one -> one.verdict(tolerance) == Verdict.DIFFERENT)
                        .map(one -> TableNames.name(one.table()))
                        .findFirst());
    }

    /** @param found the tables that were asked for, in the order of {@code wanted} */
    static Verified of(List<RowCount> found, List<ExpectedTable> wanted) {
        var details = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        var items = new ArrayList<Map<String, @Nullable Object>>();
        for (var i = 0; i < found.size(); i++) {
            var count = found.get(i);
            var name = TableNames.name(count.table());
            var range = wanted.get(i).rows();
            if (count.isMissing()) {
                details.add(name + ": not there");
            } else if (count.rows().isEmpty()) {
                unknown.add(name + ": " + count.why());
            } else if (range.filter(one -> !one.contains(count.rows().getAsLong()))
                    .isPresent()) {
                details.add(name + ": " + Numbers.grouped(count.rows().getAsLong()) + ", expected "
                        + range.map(RowRange::text).orElse(""));
            }
            items.add(Json.object(
                    "table", TableNames.qualified(count.table()),
                    "rows", value(count.rows()),
                    "expected", range.map(RowRange::text).orElse(null),
                    "why", count.why()));
        }
        var rows = found.stream().mapToLong(count -> count.rows().orElse(0)).sum();
        return group(details, unknown, found.size(), rows, items);
    }

    private static Verified group(
            List<String> details,
            List<String> unknown,
            int tables,
            long rows,
            List<Map<String, @Nullable Object>> items) {
        var equal = tables - details.size() - unknown.size();
        var all = new ArrayList<>(details);
        all.addAll(unknown);
        return new Verified(
                "counts",
                details.isEmpty() ? unknown.isEmpty() ? State.EQUAL : State.UNKNOWN : State.DIFFERENT,
                equal + " of " + tables + (tables == 1 ? " table" : " tables") + " as expected, "
                        + Numbers.grouped(rows) + " rows",
                all,
                items);
    }

    private static String difference(ComparedCount one) {
        var more = one.surplus().orElse(0);
        return TableNames.name(one.table()) + ": " + number(one.left()) + ", expected " + number(one.right()) + " ("
                + (more > 0 ? "+" : "") + Numbers.grouped(more) + ")";
    }

    private static String number(Optional<RowCount> count) {
        return count.map(one -> Numbers.grouped(one.rows().orElse(0))).orElse("");
    }

    private static long total(List<ComparedCount> compared) {
        return compared.stream()
                .flatMap(one -> one.left().stream())
                .mapToLong(count -> count.rows().orElse(0))
                .sum();
    }

    private static Map<String, @Nullable Object> json(ComparedCount one, long tolerance) {
        var verdict = one.verdict(tolerance);
        return Json.object(
                "table", TableNames.qualified(one.table()),
                "rows", value(one.left().map(RowCount::rows).orElse(OptionalLong.empty())),
                "expected",
                        one.right()
                                .map(RowCount::rows)
                                .filter(OptionalLong::isPresent)
                                .map(rows -> Long.toString(rows.getAsLong()))
                                .orElse(null),
                "why",
                        verdict == Verdict.UNKNOWN
                                ? one.why()
                                : verdict == Verdict.EQUAL
                                        ? ""
                                        : verdict.name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '));
    }

    private static @Nullable Long value(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
