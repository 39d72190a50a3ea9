package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Dict;
import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.alembic.python.Value.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Python's operators on values that are known. */
final class Operators {
    /** Longer texts and lists are not built: a script that asks for one is not a migration. */
    private static final int LARGEST = 1_000_000;

    private Operators() {}

    /** Empty where the result is not known. */
    static Optional<Value> binary(String operator, Value left, Value right) {
        return switch (operator) {
            case "+" -> plus(left, right);
            case "%" ->
                left instanceof Text(var pattern)
                        ? Optional.of(Formats.percent(pattern, right))
                        : numbers(operator, left, right);
            case "*" -> times(left, right);
            case "|" -> union(left, right);
            case "-" ->
                left instanceof Items a && right instanceof Items b && left.isPlain() && right.isPlain()
                        ? Optional.of(without(a, b))
                        : numbers(operator, left, right);
            default -> numbers(operator, left, right);
        };
    }

    private static Optional<Value> plus(Value left, Value right) {
        if (isText(left) || isText(right)) {
            return Formats.isTextual(left) || Formats.isTextual(right)
                    ? Optional.of(Formats.joined(List.of(left, right)))
                    : Optional.empty();
        }
        if (left instanceof Items(var shape, var first) && right instanceof Items(var _, var second)) {
            var both = new ArrayList<>(first);
            both.addAll(second);
            return Optional.of(Items.of(shape, both));
        }
        return numbers("+", left, right);
    }

    private static boolean isText(Value value) {
        return value instanceof Text || value instanceof Value.Blurred;
    }

    private static Optional<Value> times(Value left, Value right) {
        if (left instanceof Text(var text) && right instanceof Whole(var count) && text.length() * count < LARGEST) {
            return Optional.of(new Text(text.repeat((int) Math.max(0, count))));
        }
        return numbers("*", left, right);
    }

    private static Optional<Value> union(Value left, Value right) {
        if (left instanceof Dict(var first) && right instanceof Dict(var second)) {
            var both = new LinkedHashMap<>(first);
            both.putAll(second);
            return Optional.of(Dict.of(both));
        }
        if (left instanceof Items a && right instanceof Items b && left.isPlain() && right.isPlain()) {
            var both = new ArrayList<>(without(a, b).items());
            both.addAll(b.items());
            return Optional.of(Items.of(a.shape(), both));
        }
        return numbers("|", left, right);
    }

    private static Items without(Items left, Items right) {
        var rest = new ArrayList<>(left.items());
        rest.removeAll(right.items());
        return Items.of(left.shape(), rest);
    }

    private static Optional<Value> numbers(String operator, Value left, Value right) {
        if (left instanceof Whole(var a) && right instanceof Whole(var b)) {
            return whole(operator, a, b);
        }
        return Optional.empty();
    }

    private static Optional<Value> whole(String operator, long a, long b) {
        try {
            return switch (operator) {
                case "+" -> Optional.of(new Whole(Math.addExact(a, b)));
                case "-" -> Optional.of(new Whole(Math.subtractExact(a, b)));
                case "*" -> Optional.of(new Whole(Math.multiplyExact(a, b)));
                case "//" -> Optional.of(new Whole(Math.floorDiv(a, b)));
                case "%" -> Optional.of(new Whole(Math.floorMod(a, b)));
                default -> Optional.empty();
            };
        } catch (ArithmeticException overflowOrZero) {
            return Optional.empty();
        }
    }

    static Optional<Value> negative(Value value) {
        return switch (value) {
            case Whole(var number) -> Optional.of(new Whole(-number));
            case Value.Real(var number) -> Optional.of(new Value.Real(-number));
            default -> Optional.empty();
        };
    }

    /** Whether the test holds; empty where that is not known. */
    static Optional<Boolean> compare(Value left, String operator, Value right) {
        return switch (operator) {
            case "==" -> known(left, right).map(_ -> plain(left).equals(plain(right)));
            case "!=" -> known(left, right).map(_ -> !plain(left).equals(plain(right)));
            case "is" -> same(left, right);
            case "is not" -> same(left, right).map(is -> !is);
            case "in" -> contains(right, left);
            case "not in" -> contains(right, left).map(in -> !in);
            default -> ordered(left, operator, right);
        };
    }

    private static Optional<Value> known(Value left, Value right) {
        return left.isPlain() && right.isPlain() ? Optional.of(left) : Optional.empty();
    }

    /** A member of an enumeration of strings equals its string. */
    private static Value plain(Value value) {
        return value instanceof Value.EnumMember(var _, var _, var inner) ? inner : value;
    }

    private static Optional<Boolean> same(Value left, Value right) {
        if (left instanceof Value.Nothing || right instanceof Value.Nothing) {
            var other = left instanceof Value.Nothing ? right : left;
            return switch (other) {
                case Value.Unknown _, Value.Not _, Value.All _, Value.Method _, Value.Symbol _ -> Optional.empty();
                case Value.Thing thing -> thing.isThere() ? Optional.of(false) : Optional.empty();
                default -> Optional.of(left.equals(right));
            };
        }
        return known(left, right).map(_ -> left.equals(right));
    }

    private static Optional<Boolean> contains(Value container, Value item) {
        if (!item.isPlain() || !container.isPlain()) {
            return Optional.empty();
        }
        return switch (container) {
            case Items(var _, var items) -> Optional.of(items.contains(item));
            case Dict(var entries) -> Optional.of(entries.containsKey(item));
            case Text(var text) when item instanceof Text(var part) -> Optional.of(text.contains(part));
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> ordered(Value left, String operator, Value right) {
        var order = switch (left) {
            case Whole(var a) when right instanceof Whole(var b) -> Optional.of(Long.compare(a, b));
            case Text(var a) when right instanceof Text(var b) -> Optional.of(a.compareTo(b));
            default -> Optional.<Integer>empty();
        };
        return order.flatMap(sign -> switch (operator) {
            case "<" -> Optional.of(sign < 0);
            case "<=" -> Optional.of(sign <= 0);
            case ">" -> Optional.of(sign > 0);
            case ">=" -> Optional.of(sign >= 0);
            default -> Optional.empty();
        });
    }
}
