package dev.restamp.core.evidence;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a check or an index mentions a column in SQL: then PostgreSQL drops it with the column. Empty where the SQL is
 * not known, so that nobody can tell.
 */
final class Mentions {
    private Mentions() {}

    static Optional<Boolean> of(SchemaObject object, ObjectKey column) {
        var answers =
                clauses(object).map(clause -> mentions(clause, column.name())).toList();
        if (answers.contains(Optional.of(true))) {
            return Optional.of(true);
        }
        return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
    }

    private static Stream<Clause> clauses(SchemaObject object) {
        return switch (object) {
            case SchemaObject.Constraint constraint ->
                isOfSeveral(constraint) ? Stream.of(constraint.condition()) : Stream.of();
            case SchemaObject.Index index -> Stream.of(index.details().predicate(), expressions(index));
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> Stream.of();
        };
    }

    /** A check whose name tells its one column, as PostgreSQL gives it, is no question. */
    private static boolean isOfSeveral(SchemaObject.Constraint constraint) {
        return switch (constraint.kind()) {
            case CHECK ->
                constraint.columns().isEmpty()
                        && (constraint.named()
                                || constraint
                                        .key()
                                        .name()
                                        .startsWith(constraint.key().path().get(1) + "_check"));
            case EXCLUSION -> true;
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY -> false;
        };
    }

    private static Clause expressions(SchemaObject.Index index) {
        return index.columns().isEmpty() || index.columns().contains("")
                ? index.details().expressions()
                : Clause.none();
    }

    private static Optional<Boolean> mentions(Clause clause, String column) {
        return switch (clause) {
            case Clause.Unknown _ -> Optional.empty();
            case Clause.None _ -> Optional.of(false);
            case Clause.Sql(var text) when text.isEmpty() -> Optional.empty();
            case Clause.Sql(var text) ->
                Optional.of(Pattern.compile("(?<!\\w)" + Pattern.quote(column) + "(?!\\w)")
                        .matcher(text)
                        .find());
        };
    }
}
