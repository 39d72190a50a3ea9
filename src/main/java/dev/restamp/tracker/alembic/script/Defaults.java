package dev.restamp.tracker.alembic.script;

import dev.restamp.core.schema.Default;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import java.util.Optional;

/** Reads what stands for {@code server_default}. */
final class Defaults {
    private Defaults() {}

    /** A text is a literal; of what only the database or a run knows nothing is known. */
    static Default of(Value serverDefault) {
        return switch (serverDefault) {
            case Value.Nothing _ -> Default.none();
            case Value.Text(var text) -> new Default.Expression(SqlText.literal(text));
            case Value.EnumMember(var _, var _, Value.Text(var text)) -> new Default.Expression(SqlText.literal(text));
            case Made made when made.isFromSqlAlchemy() -> made(made);
            default -> Default.unknown();
        };
    }

    private static Default made(Made made) {
        return switch (made.name()) {
            case "DefaultClause" -> of(made.arguments().get(0, "arg").orElse(Constants.NONE));
            case "Identity" -> identity(made);
            case "Computed" -> computed(made);
            default ->
                SqlText.expression(made).<Default>map(Default.Expression::new).orElseGet(Default::unknown);
        };
    }

    private static Default identity(Made made) {
        return switch (made.arguments().get(0, "always").orElse(Constants.FALSE)) {
            case Value.Truth(var always) -> new Default.Identity(always);
            case Value.Nothing _ -> new Default.Identity(false);
            default -> Default.unknown();
        };
    }

    private static Default computed(Made made) {
        return made.arguments()
                .get(0, "sqltext")
                .flatMap(SqlText::raw)
                .<Default>map(Default.Generated::new)
                .orElseGet(Default::unknown);
    }

    /**
     * What a column has among its arguments.
     *
     * @param typed whether its type is known: one of the project may bring a sequence
     */
    static Default of(ColumnSpec column, boolean typed) {
        var extra = column.extras().stream()
                .filter(made -> made.is("Computed") || made.is("Identity") || made.is("DefaultClause"))
                .findFirst();
        if (extra.isPresent()) {
            return made(extra.get());
        }
        var given = column.arguments().get("server_default").filter(value -> !(value instanceof Value.Nothing));
        var hidden = !typed
                || !column.arguments().complete()
                || column.extras().stream().anyMatch(made -> made.is("FetchedValue") || made.is("Sequence"));
        return given.map(Defaults::of)
                .or(() -> hidden ? Optional.of(Default.unknown()) : Optional.empty())
                .orElseGet(Default::none);
    }
}
