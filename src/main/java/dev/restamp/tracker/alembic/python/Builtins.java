package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Dict;
import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Shape;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.alembic.python.Value.Whole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The built-in functions, and the few of the standard library that make texts and lists. */
final class Builtins {
    /** Longer ranges are not walked through. */
    private static final int LONGEST = 10_000;

    static final Set<String> NAMES = Set.of(
            "str",
            "staticmethod",
            "classmethod",
            "property",
            "len",
            "list",
            "dict",
            "set",
            "tuple",
            "frozenset",
            "range",
            "enumerate",
            "zip",
            "sorted",
            "reversed",
            "any",
            "all",
            "bool",
            "int",
            "float",
            "repr",
            "print",
            "isinstance",
            "issubclass",
            "getattr",
            "hasattr",
            "setattr",
            "map",
            "filter",
            "next",
            "iter",
            "type",
            "open",
            "min",
            "max",
            "sum",
            "abs",
            "round",
            "format",
            "id",
            "hash",
            "vars",
            "globals",
            "locals",
            "callable",
            "super",
            "exec",
            "eval",
            "__import__",
            "input",
            "Exception",
            "ValueError",
            "RuntimeError",
            "TypeError",
            "KeyError",
            "NotImplementedError",
            "AssertionError",
            "StopIteration",
            "ImportError",
            "ModuleNotFoundError",
            "AttributeError",
            "object");

    private Builtins() {}

    /** Empty where the result is not known. */
    static Optional<Value> call(String path, Arguments arguments) {
        if (!arguments.complete() || (!arguments.named().isEmpty() && !path.equals("builtins.dict"))) {
            return Optional.empty();
        }
        var first = arguments.first();
        return switch (path) {
            case "builtins.str" -> first.filter(Value::isPlain).map(Formats::string);
            case "builtins.len" -> first.flatMap(Builtins::elements).map(items -> new Whole(items.size()));
            case "builtins.list", "builtins.reversed", "builtins.sorted" -> list(path, first);
            case "builtins.tuple" -> copy(Shape.TUPLE, first);
            case "builtins.set", "builtins.frozenset" -> copy(Shape.SET, first).map(Builtins::distinct);
            case "builtins.dict" -> dict(arguments);
            case "builtins.range" -> range(arguments.positional());
            case "builtins.enumerate" -> first.flatMap(Builtins::elements).map(items -> enumerated(items, arguments));
            case "builtins.zip" -> zip(arguments.positional());
            case "builtins.any" -> first.flatMap(Builtins::elements).flatMap(Builtins::any);
            case "builtins.all" -> first.flatMap(Builtins::elements).flatMap(Builtins::all);
            case "builtins.bool" -> first.flatMap(Conditions::truth).map(Value::of);
            case "textwrap.dedent" ->
                first.flatMap(text ->
                        text instanceof Text(var known) ? Optional.of(new Text(Texts.dedent(known))) : blurred(text));
            case "inspect.cleandoc" ->
                first.flatMap(text -> text instanceof Text(var known)
                        ? Optional.of(new Text(Texts.dedent(known).strip()))
                        : blurred(text));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> blurred(Value text) {
        return text instanceof Value.Blurred ? Optional.of(text) : Optional.empty();
    }

    /** What a loop over the value visits. */
    static Optional<List<Value>> elements(Value value) {
        return switch (value) {
            case Items(var _, var items) -> Optional.of(List.copyOf(items));
            case Dict(var entries) -> Optional.of(List.copyOf(entries.keySet()));
            case Value.EnumType type ->
                Optional.of(type.members().entrySet().stream()
                        .<Value>map(member -> new Value.EnumMember(type.name(), member.getKey(), member.getValue()))
                        .toList());
            default -> Optional.empty();
        };
    }

    private static Optional<Value> list(String path, Optional<Value> argument) {
        if (argument.isEmpty()) {
            return Optional.of(Items.of(Shape.LIST, List.of()));
        }
        return argument.flatMap(Builtins::elements).flatMap(items -> switch (path) {
            case "builtins.reversed" -> Optional.of(Items.of(Shape.LIST, items.reversed()));
            case "builtins.sorted" -> sorted(items);
            default -> Optional.of(Items.of(Shape.LIST, items));
        });
    }

    private static Optional<Value> sorted(List<Value> items) {
        var texts = new ArrayList<Text>();
        for (var item : items) {
            if (!(item instanceof Text text)) {
                return Optional.empty();
            }
            texts.add(text);
        }
        texts.sort(Comparator.comparing(Text::value));
        return Optional.of(Items.of(Shape.LIST, texts));
    }

    private static Optional<Value> copy(Shape shape, Optional<Value> argument) {
        return argument.isEmpty()
                ? Optional.of(Items.of(shape, List.of()))
                : argument.flatMap(Builtins::elements).map(items -> Items.of(shape, items));
    }

    private static Value distinct(Value set) {
        return set instanceof Items(var shape, var items)
                ? Items.of(shape, List.copyOf(new LinkedHashSet<>(items)))
                : set;
    }

    private static Optional<Value> dict(Arguments arguments) {
        var entries = new LinkedHashMap<Value, Value>();
        if (arguments.first().isPresent()) {
            if (!(arguments.first().get() instanceof Dict(var given))) {
                return Optional.empty();
            }
            entries.putAll(given);
        }
        arguments.named().forEach((name, value) -> entries.put(new Text(name), value));
        return Optional.of(Dict.of(entries));
    }

    private static Optional<Value> range(List<Value> bounds) {
        var numbers = new ArrayList<Long>();
        for (var bound : bounds) {
            if (!(bound instanceof Whole(var number))) {
                return Optional.empty();
            }
            numbers.add(number);
        }
        if (numbers.isEmpty()
                || numbers.size() > 2
                || numbers.getLast() - (numbers.size() - 1) * numbers.getFirst() > LONGEST) {
            return Optional.empty();
        }
        var range = LongStream.range(numbers.size() == 1 ? 0 : numbers.getFirst(), numbers.getLast());
        return Optional.of(Items.of(Shape.LIST, range.mapToObj(Whole::new).toList()));
    }

    private static Value enumerated(List<Value> items, Arguments arguments) {
        var start = arguments.get(1, "start").orElse(new Whole(0)) instanceof Whole(var number) ? number : 0;
        return Items.of(
                Shape.LIST,
                IntStream.range(0, items.size())
                        .mapToObj(i -> Items.of(Shape.TUPLE, List.of(new Whole(start + i), items.get(i))))
                        .toList());
    }

    private static Optional<Value> zip(List<Value> arguments) {
        var lists = arguments.stream().map(Builtins::elements).toList();
        if (lists.isEmpty() || lists.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var columns = lists.stream().map(Optional::orElseThrow).toList();
        var rows = columns.stream().mapToInt(List::size).min().orElse(0);
        return Optional.of(Items.of(
                Shape.LIST,
                IntStream.range(0, rows)
                        .mapToObj(row -> Items.of(
                                Shape.TUPLE,
                                columns.stream().map(column -> column.get(row)).toList()))
                        .toList()));
    }

    private static Optional<Value> any(List<Value> items) {
        var any = items.stream().reduce(Constants.FALSE, Conditions::or);
        return Optional.of(Conditions.truth(any).map(Value::of).orElse(any));
    }

    private static Optional<Value> all(List<Value> items) {
        var all = items.stream().reduce(Constants.TRUE, Conditions::and);
        return Optional.of(Conditions.truth(all).map(Value::of).orElse(all));
    }
}
