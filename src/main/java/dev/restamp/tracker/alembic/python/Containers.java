package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Dict;
import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Shape;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.alembic.python.Value.Whole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The methods and subscripts of lists, tuples, sets and dictionaries.
 *
 * <p>A change that may or may not happen leaves something unknown behind.
 */
final class Containers {
    private Containers() {}

    /**
     * Empty where the result is not known; then the container is not known any more either.
     *
     * @param certain whether the call surely happens
     */
    static Optional<Value> call(Items target, String method, Arguments arguments, boolean certain, Place at) {
        var items = target.items();
        var argument = arguments.first().orElse(Constants.NONE);
        if (!certain && changes(method)) {
            items.add(new Value.Unknown(at));
            return Optional.of(Constants.NONE);
        }
        return switch (method) {
            case "append" -> changed(items.add(argument));
            case "add" -> changed(items.contains(argument) || items.add(argument));
            case "extend", "update" ->
                changed(
                        argument instanceof Items(var _, var more)
                                ? items.addAll(List.copyOf(more))
                                : items.add(new Value.Unknown(at)));
            case "remove", "discard" -> changed(items.remove(argument));
            case "copy" -> Optional.of(Items.of(target.shape(), items));
            default -> forgotten(method, items, at);
        };
    }

    private static boolean changes(String method) {
        return switch (method) {
            case "append",
                    "add",
                    "extend",
                    "update",
                    "remove",
                    "discard",
                    "insert",
                    "pop",
                    "clear",
                    "sort",
                    "reverse" -> true;
            default -> false;
        };
    }

    private static Optional<Value> changed(boolean ignored) {
        return Optional.of(Constants.NONE);
    }

    private static Optional<Value> forgotten(String method, List<Value> items, Place at) {
        if (changes(method)) {
            items.clear();
            items.add(new Value.Unknown(at));
        }
        return Optional.empty();
    }

    static Optional<Value> call(Dict target, String method, Arguments arguments) {
        var entries = target.entries();
        return switch (method) {
            case "keys" -> Optional.of(Items.of(Shape.LIST, List.copyOf(entries.keySet())));
            case "values" -> Optional.of(Items.of(Shape.LIST, List.copyOf(entries.values())));
            case "items" ->
                Optional.of(Items.of(
                        Shape.LIST,
                        entries.entrySet().stream().map(Containers::pair).toList()));
            case "get" ->
                arguments
                        .first()
                        .filter(Value::isPlain)
                        .map(key -> entries.getOrDefault(
                                key, arguments.get(1, "default").orElse(Constants.NONE)));
            case "copy" -> Optional.of(Dict.of(entries));
            default -> {
                entries.clear();
                yield Optional.empty();
            }
        };
    }

    private static Value pair(Map.Entry<Value, Value> entry) {
        return Items.of(Shape.TUPLE, List.of(entry.getKey(), entry.getValue()));
    }

    /** {@code target[index]}. */
    static Optional<Value> item(Value target, Value index) {
        return switch (target) {
            case Dict(var entries) -> Optional.ofNullable(entries.get(index));
            case Items(var _, var items) when index instanceof Whole(var number) -> at(items, number);
            case Text(var text)
            when index instanceof Whole(var number) ->
                at(text.chars().mapToObj(Character::toString).map(Text::new).toList(), number);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> at(List<? extends Value> items, long index) {
        var position = index < 0 ? index + items.size() : index;
        return 0 <= position && position < items.size() ? Optional.of(items.get((int) position)) : Optional.empty();
    }

    /** {@code target[from:to]}. */
    static Optional<Value> slice(Value target, Optional<Value> from, Optional<Value> to) {
        return switch (target) {
            case Text(var text) ->
                range(from, to, text.length())
                        .map(range -> new Text(text.substring(range.getFirst(), range.getLast())));
            case Items(var shape, var items) ->
                range(from, to, items.size())
                        .map(range -> Items.of(shape, items.subList(range.getFirst(), range.getLast())));
            default -> Optional.empty();
        };
    }

    private static Optional<List<Integer>> range(Optional<Value> from, Optional<Value> to, int length) {
        var start = bound(from, 0, length);
        var end = bound(to, length, length);
        return start.isPresent() && end.isPresent()
                ? Optional.of(List.of(start.get(), Math.max(start.get(), end.get())))
                : Optional.empty();
    }

    private static Optional<Integer> bound(Optional<Value> bound, int preset, int length) {
        return switch (bound.orElse(new Whole(preset))) {
            case Whole(var number) -> Optional.of(Math.clamp(number < 0 ? number + length : number, 0, length));
            default -> Optional.empty();
        };
    }
}
