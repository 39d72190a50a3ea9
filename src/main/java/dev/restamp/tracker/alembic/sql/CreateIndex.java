package dev.restamp.tracker.alembic.sql;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.IndexDetails;
import dev.restamp.core.schema.Kind;
import dev.restamp.tracker.alembic.ddl.IndexSpec;
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
        if (cursor.accept("using")) {
            cursor.name();
        }
        var columns = cursor.group().parts().stream().map(CreateIndex::column).toList();
        cursor.skipTo(Set.of("where"));
        var predicate = cursor.atEnd() ? Clause.none() : Clause.of("");
        var index =
                new IndexSpec(table, name, columns, Optional.of(unique), IndexDetails.UNKNOWN.withPredicate(predicate));
        return List.of(new Effect.Create(index.index(), ifAbsent, line));
    }

    /** The column of an element, without operator class and order; an expression is the empty string. */
    private static String column(Cursor element) {
        if (element.sees("(")) {
            return "";
        }
        var name = element.name();
        return element.sees("(") || element.sees(".") ? "" : name;
    }
}
