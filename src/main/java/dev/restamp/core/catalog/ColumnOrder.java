package dev.restamp.core.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The order of the columns of each table, as far as both sides have them: one difference a table, not one a column. */
final class ColumnOrder {
    private ColumnOrder() {}

    static List<Difference> differences(CatalogSnapshot left, CatalogSnapshot right, Scope scope) {
        var found = common(left, right, scope);
        var expected = common(right, left, scope);
        var differences = new ArrayList<Difference>();
        found.forEach((relation, columns) -> {
            var mine = names(columns);
            var theirs = names(expected.getOrDefault(relation, List.of()));
            var table = left.get(CatalogKind.TABLE, relation);
            if (table != null && !mine.equals(theirs)) {
                differences.add(new Difference.Changed(
                        table, "column order", Optional.of(mine), Optional.of(theirs), Difference.Certainty.DIFFERENT));
            }
        });
        return differences;
    }

    private static Map<List<String>, List<CatalogObject>> common(
            CatalogSnapshot side, CatalogSnapshot other, Scope scope) {
        var byTable = new HashMap<List<String>, List<CatalogObject>>();
        for (var object : side.objects()) {
            if (object.kind() == CatalogKind.COLUMN
                    && scope.has(object)
                    && other.get(CatalogKind.COLUMN, object.path()) != null) {
                byTable.computeIfAbsent(object.path().subList(0, 2), _ -> new ArrayList<>())
                        .add(object);
            }
        }
        return byTable;
    }

    private static String names(List<CatalogObject> columns) {
        return String.join(
                ", ",
                columns.stream()
                        .sorted(Comparator.comparingInt(ColumnOrder::position))
                        .map(column -> column.path().getLast())
                        .toList());
    }

    private static int position(CatalogObject column) {
        return column.property("position").map(Integer::parseInt).orElse(0);
    }
}
