package dev.restamp.tracker.alembic.script;

import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Text;
import java.util.Optional;

/** Comparisons of a script that ask whether one object is there. */
final class Questions {
    private final Journal journal;

    Questions(Journal journal) {
        this.journal = journal;
    }

    Optional<Value> compare(Value left, String operator, Value right) {
        if (left instanceof Catalog.Exists exists) {
            return answered(exists, operator, right);
        }
        return switch (operator) {
            case "in" -> isIn(left, right);
            case "not in" -> isIn(left, right).map(exists -> new Value.Not(exists));
            case "==" -> isNamed(left, right).or(() -> isNamed(right, left));
            case "!=" -> isNamed(left, right).or(() -> isNamed(right, left)).map(exists -> new Value.Not(exists));
            default -> Optional.empty();
        };
    }

    /** A row or a number of rows that a query of the catalog gives: {@code is not None}, {@code > 0}. */
    private static Optional<Value> answered(Catalog.Exists exists, String operator, Value right) {
        var nothing = right.equals(Constants.NONE) || right.equals(new Value.Whole(0)) || right.equals(Constants.FALSE);
        return switch (operator) {
            case "is not", "!=", ">" -> nothing ? Optional.of(exists) : Optional.empty();
            case "is", "==" -> nothing ? Optional.of(new Value.Not(exists)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Value> isIn(Value name, Value collection) {
        return name instanceof Text(var text) && collection instanceof Catalog.Names(var objects)
                ? Optional.of(journal.ask(objects.key(text)))
                : Optional.empty();
    }

    private Optional<Value> isNamed(Value name, Value text) {
        return name instanceof Catalog.Name(var objects) && text instanceof Text(var known)
                ? Optional.of(journal.ask(objects.key(known)))
                : Optional.empty();
    }
}
