package dev.restamp.core.schema.expression;

import dev.restamp.core.schema.expression.Tree.Apply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL makes of an expression when it reads it, after {@code parse_expr.c} in its sources. */
final class Forms {
    private static final Map<String, String> SPELLINGS = Map.of(
            "current_timestamp", "now",
            "transaction_timestamp", "now",
            "current_role", "current_user",
            "user", "current_user",
            "trim", "btrim",
            "date_part", "extract");
    /** Functions whose call is a cast. */
    private static final Set<String> CASTS =
            Set.of("text", "varchar", "bpchar", "date", "int2", "int4", "int8", "float4", "float8", "numeric", "bool");

    private Forms() {}

    /** A string keeps the first type it is cast to: only that one reads the text. */
    static Tree cast(Tree operand, String type) {
        return operand instanceof Tree.Text(var value, var known) && known.isEmpty()
                ? new Tree.Text(value, Optional.of(type))
                : operand;
    }

    static Tree call(String name, List<Tree> arguments) {
        if (arguments.size() == 1 && CASTS.contains(name)) {
            return arguments.getFirst();
        }
        var spelled =
                arguments.isEmpty() || !name.equals("current_timestamp") ? SPELLINGS.getOrDefault(name, name) : name;
        return new Apply(
                spelled + "()", spelled.equals("extract") && arguments.size() == 2 ? ofField(arguments) : arguments);
    }

    /** The field of a date is written as a string by {@code date_part}, in any case. */
    private static List<Tree> ofField(List<Tree> arguments) {
        return arguments.getFirst() instanceof Tree.Text(var field, var _)
                ? List.of(field(field), arguments.getLast())
                : arguments;
    }

    static Tree field(String name) {
        return new Tree.Text(name.toLowerCase(Locale.ROOT), Optional.of("text"));
    }

    static Tree negative(Tree operand) {
        return operand instanceof Tree.Numeral(var value)
                ? new Tree.Numeral(value.negate())
                : Tree.apply("negative", operand);
    }

    static Tree junction(String word, Tree... terms) {
        var flat = new ArrayList<Tree>();
        for (var term : terms) {
            if (term instanceof Apply(var symbol, var inner) && symbol.equals(word)) {
                flat.addAll(inner);
            } else {
                flat.add(term);
            }
        }
        return new Apply(word, flat);
    }

    static Tree in(Tree left, List<Tree> items, boolean not) {
        if (items.size() == 1) {
            return Tree.apply(not ? "<>" : "=", left, items.getFirst());
        }
        return Tree.apply(not ? "not in" : "in", left, new Apply("array", items));
    }

    static Tree any(Tree left, String operator, Tree collection) {
        return operator.equals("=")
                ? collected(left, collection, false)
                : Tree.apply(operator + " any", left, collection);
    }

    static Tree all(Tree left, String operator, Tree collection) {
        return operator.equals("<>")
                ? collected(left, collection, true)
                : Tree.apply(operator + " all", left, collection);
    }

    private static Tree collected(Tree left, Tree collection, boolean not) {
        return collection instanceof Apply(var symbol, var items) && symbol.equals("array") && !items.isEmpty()
                ? in(left, items, not)
                : Tree.apply(not ? "not in" : "in", left, collection);
    }

    static Tree distinct(Tree left, Tree right, boolean not) {
        if (left instanceof Tree.Null || right instanceof Tree.Null) {
            return Tree.apply(not ? "is null" : "is not null", left instanceof Tree.Null ? right : left);
        }
        var distinct = Tree.apply("is distinct", left, right);
        return not ? Tree.apply("not", distinct) : distinct;
    }
}
