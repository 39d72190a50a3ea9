package dev.restamp.tracker.alembic.script;

import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An {@code sa.Column}.
 *
 * @param type {@code None} where it takes the type of what it refers to
 * @param extras the other positional arguments: foreign keys, checks, an identity
 */
record ColumnSpec(String name, Value type, List<Made> extras, Arguments arguments) {
    private static final Set<String> EXTRAS = Set.of(
            "ForeignKey",
            "CheckConstraint",
            "Sequence",
            "Identity",
            "Computed",
            "FetchedValue",
            "DefaultClause",
            "ColumnDefault");

    /** @throws Unclear if it is no column, or one without a known name */
    static ColumnSpec of(Value value) {
        if (!(value instanceof Made made) || !made.name().equals("Column")) {
            throw new Unclear("a column that is not known");
        }
        var positional = new ArrayList<>(made.arguments().positional());
        var name = made.arguments().get("name");
        if (name.isEmpty() && !positional.isEmpty()) {
            name = Optional.of(positional.removeFirst());
        }
        var extras = new ArrayList<Made>();
        var type = made.arguments().get("type_").orElse(Constants.NONE);
        for (var argument : positional) {
            switch (argument) {
                case Made extra when EXTRAS.contains(extra.name()) -> extras.add(extra);
                case Symbol(var path) when path.endsWith(".Identity") -> {}
                default -> type = argument;
            }
        }
        return new ColumnSpec(Given.text(name, "the name of a column"), type, extras, made.arguments());
    }

    boolean isKey() {
        return flag("primary_key");
    }

    boolean flag(String name) {
        return Given.flag(arguments.get(name), false, name + " of column " + name());
    }

    /** Empty where only a run could tell. */
    Optional<Boolean> nullable() {
        return switch (arguments.get("nullable").orElse(Constants.NONE)) {
            case Value.Truth(var truth) -> Optional.of(truth);
            case Value.Nothing _ -> Optional.of(!isKey() && !hasIdentity());
            default -> Optional.empty();
        };
    }

    boolean hasIdentity() {
        return extras.stream().anyMatch(extra -> extra.is("Identity"));
    }

    List<Made> extras(String name) {
        return extras.stream().filter(extra -> extra.is(name)).toList();
    }

    /**
     * Whether it is a SERIAL as the only column of the primary key, after {@code _autoincrement_column} of SQLAlchemy:
     * an integer without a default and without a foreign key.
     *
     * @param isReference whether a foreign key of the table holds the column
     */
    boolean isSerial(boolean isReference) {
        if (!ColumnTypes.isInteger(type) || hasIdentity() || !extras("Sequence").isEmpty()) {
            return false;
        }
        var auto = arguments.get("autoincrement");
        if (auto.equals(Optional.of(Constants.TRUE))) {
            return true;
        }
        var hasDefault = isSet("default") || isSet("server_default");
        var refers = isReference || !extras("ForeignKey").isEmpty();
        return !auto.equals(Optional.of(Constants.FALSE)) && !hasDefault && !refers;
    }

    private boolean isSet(String name) {
        return arguments
                .get(name)
                .filter(value -> !(value instanceof Value.Nothing))
                .isPresent();
    }
}
