package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.sql.SqlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an expression is known to be. */
public sealed interface Value {
    record Text(String value) implements Value {}

    /**
     * A text of which only parts are known.
     *
     * @param pattern the text, {@link #HOLE} for each part that is not known
     */
    record Blurred(String pattern) implements Value {}

    /** Stands for a part of a text that is not known; no Python source can hold it. */
    char HOLE = SqlReader.HOLE;

    record Whole(long value) implements Value {}

    record Real(double value) implements Value {}

    record Truth(boolean value) implements Value {}

    record Bytes(String value) implements Value {}

    /** {@code None}. */
    record Nothing() implements Value {}

    /** A list, tuple or set; a list changes when the script changes it. */
    record Items(Shape shape, List<Value> items) implements Value {
        public static Items of(Shape shape, List<? extends Value> items) {
            return new Items(shape, new ArrayList<>(items));
        }
    }

    /** The kinds of {@link Items}. */
    enum Shape {
        LIST,
        TUPLE,
        SET,
        GENERATOR
    }

    /** A dictionary; it changes when the script changes it. */
    record Dict(Map<Value, Value> entries) implements Value {
        public static Dict of(Map<Value, Value> entries) {
            return new Dict(new LinkedHashMap<>(entries));
        }
    }

    /** A function of this file. */
    record Function(String name, List<Parameter> parameters, Body body, Scope scope) implements Value {
        @Override
        public String toString() {
            return "function " + name;
        }
    }

    /** A function decorated with {@code contextlib.contextmanager}: it yields where the body of the {@code with} runs. */
    record Manager(Function function) implements Value {}

    /** What a {@link Function} runs. */
    sealed interface Body {
        record Block(List<Statement> statements) implements Body {}

        record Result(Expression expression) implements Body {}
    }

    /** A class of this file that lists constants. */
    record EnumType(String name, Map<String, Value> members) implements Value {}

    /**
     * Another class, of this file or of the project.
     *
     * @param scope the names of its module
     */
    record ClassType(String name, List<Expression> bases, List<Statement> body, Scope scope) implements Value {
        @Override
        public String toString() {
            return "class " + name;
        }
    }

    /** An object of a class of the project; its fields change when the script changes them. */
    record Instance(ClassType type, Map<String, Value> fields) implements Value {
        @Override
        public String toString() {
            return "object of " + type;
        }
    }

    /** A method of an object, about to be called. */
    record Bound(Function function, Instance self) implements Value {}

    record EnumMember(String type, String name, Value value) implements Value {}

    /** Something imported or built in, by its dotted path: {@code sqlalchemy.Column}, {@code builtins.len}. */
    record Symbol(String path) implements Value {
        public String lastName() {
            return path.substring(path.lastIndexOf('.') + 1);
        }
    }

    /** {@code receiver.name}, about to be called. */
    record Method(Value receiver, String name) implements Value {}

    /** The contrary of a condition that cannot be told. */
    record Not(Value condition) implements Value {}

    /** Conditions that all hold, none of which can be told. */
    record All(List<Value> conditions) implements Value {}

    /** Not known without running it. */
    record Unknown(Place at) implements Value {}

    /** What only the {@link World} outside Python understands. */
    non-sealed interface Thing extends Value {
        /** Whether it is certainly there: not {@code None}, and no condition. */
        default boolean isThere() {
            return true;
        }
    }

    static Value of(boolean truth) {
        return truth ? Constants.TRUE : Constants.FALSE;
    }

    /** Whether it is plain data, known through and through. */
    default boolean isPlain() {
        return switch (this) {
            case Text _, Whole _, Real _, Truth _, Bytes _, Nothing _, EnumMember _ -> true;
            case Items(var _, var items) -> items.stream().allMatch(Value::isPlain);
            case Dict(var entries) ->
                entries.entrySet().stream()
                        .allMatch(entry ->
                                entry.getKey().isPlain() && entry.getValue().isPlain());
            case Blurred _,
                    Function _,
                    Manager _,
                    Instance _,
                    Bound _,
                    EnumType _,
                    ClassType _,
                    Symbol _,
                    Method _,
                    Not _,
                    All _,
                    Unknown _,
                    Thing _ -> false;
        };
    }
}
