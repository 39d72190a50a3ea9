package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.All;
import dev.restamp.tracker.alembic.python.Value.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The truth of values, and logic with conditions of which it is not known. */
public final class Conditions {
    private Conditions() {}

    /** Whether Python takes the value for true; empty where that cannot be told. */
    public static Optional<Boolean> truth(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Optional.of(!text.isEmpty());
            case Value.Bytes(var bytes) -> Optional.of(!bytes.isEmpty());
            case Value.Whole(var number) -> Optional.of(number != 0);
            case Value.Real(var number) -> Optional.of(number != 0);
            case Value.Truth(var truth) -> Optional.of(truth);
            case Value.Nothing _ -> Optional.of(false);
            case Value.Items(var _, var items) -> Optional.of(!items.isEmpty());
            case Value.Dict(var entries) -> Optional.of(!entries.isEmpty());
            case Value.Function _,
                    Value.Manager _,
                    Value.Instance _,
                    Value.Bound _,
                    Value.EnumType _,
                    Value.ClassType _,
                    Value.EnumMember _ -> Optional.of(true);
            case Value.Thing thing -> thing.isThere() ? Optional.of(true) : Optional.empty();
            case Value.Blurred _, Value.Symbol _, Value.Method _, Not _, All _, Value.Unknown _ -> Optional.empty();
        };
    }

    public static Value not(Value value) {
        return truth(value)
                .map(truth -> Value.of(!truth))
                .orElseGet(() -> value instanceof Not(var contrary) ? contrary : new Not(value));
    }

    /** {@code left and right}. */
    static Value and(Value left, Value right) {
        var first = truth(left);
        if (first.isPresent()) {
            return first.get() ? right : left;
        }
        var second = truth(right);
        if (second.isPresent()) {
            return second.get() ? left : right;
        }
        var all = new ArrayList<>(parts(left));
        all.addAll(parts(right));
        return new All(List.copyOf(all));
    }

    /** {@code left or right}. */
    static Value or(Value left, Value right) {
        var first = truth(left);
        if (first.isPresent()) {
            return first.get() ? left : right;
        }
        var second = truth(right);
        if (second.isPresent()) {
            return second.get() ? right : left;
        }
        return not(and(not(left), not(right)));
    }

    private static List<Value> parts(Value condition) {
        return condition instanceof All(var conditions) ? conditions : List.of(condition);
    }
}
