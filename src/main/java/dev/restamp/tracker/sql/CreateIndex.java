package dev.restamp.tracker.sql;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.IndexDetails;
import dev.restamp.core.schema.Kind;
import dev.restamp.tracker.ddl.IndexElement;
import dev.restamp.tracker.ddl.IndexSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code CREATE INDEX}, from after these words. */
final class CreateIndex {
    private final Cursor cursor;
    private final int line;

    CreateIndex(Cursor cursor, int line) {
        this.cursor = cursor;
        this.line = line;
    }

    List<Effect> effects(boolean unique) {
        cursor.accept("concurrently");
        var ifAbsent = cursor.ifNotExists();
        var name = cursor.sees("on") ? Optional.<String>empty() : Optional.of(cursor.name());
        cursor.expect("on");
        cursor.accept("only");
        var table = cursor.qualified(Kind.TABLE);
        var method = cursor.accept("using") ? cursor.name() : "btree";
        var elements = cursor.group().parts().stream().map(CreateIndex::element).toList();
        var included = cursor.accept("include") ? ColumnReader.columns(cursor.group()) : List.<String>of();
        cursor.skipTo(Set.of("where"));
        var predicate = cursor.accept("where") ? cursor.clause() : Clause.none();
        var details = new IndexDetails(
                predicate, Clause.unknown(), Optional.of(method), Optional.of(included), Optional.empty());
        var index = IndexSpec.over(table, name, elements, Optional.of(unique), details);
        return List.of(new Effect.Create(index.index(), ifAbsent, line));
    }

    /** A column or an expression, without collation and operator class. */
    static IndexElement element(Cursor element) {
        var start = element.position();
        if (element.sees("(")) {
            var inside = element.group();
            return inside.rest().size() == 1 && inside.rest().getFirst().isName()
                    ? IndexElement.column(inside.name(), isDescending(element))
                    : IndexElement.expression(element.since(start), isDescending(element));
        }
        var name = element.name();
        while (element.accept(".")) {
            element.name();
        }
        if (element.sees("(")) {
            element.group();
            return IndexElement.expression(element.since(start), isDescending(element));
        }
        return IndexElement.column(name, isDescending(element));
    }

    private static boolean isDescending(Cursor element) {
        return element.rest().stream().anyMatch(token -> token.is("desc"));
    }
}
