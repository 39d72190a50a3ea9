package dev.restamp.core.schema.expression;

import dev.restamp.core.schema.expression.Token.Form;
import dev.restamp.core.schema.expression.Tree.Apply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Reads what an expression starts with: a literal, a name, a call, something in parentheses. */
final class Primary {
    /** Calls that are written without parentheses. */
    private static final Set<String> BARE = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "current_role",
            "session_user",
            "user",
            "current_catalog",
            "current_schema");
    /** Words that start what is not read here, or that belong somewhere else. */
    private static final Set<String> NOT_READ = Set.of(
            "select",
            "variadic",
            "distinct",
            "all",
            "any",
            "some",
            "from",
            "where",
            "order",
            "as",
            "and",
            "or",
            "is",
            "in",
            "like",
            "between",
            "then",
            "when",
            "else",
            "end",
            "default",
            "unique",
            "table");
    /** What looks like calls of these has a grammar of its own. */
    private static final Set<String> NOT_CALLS = Set.of(
            "exists",
            "row",
            "position",
            "overlay",
            "normalize",
            "xmlelement",
            "xmlforest",
            "xmlparse",
            "xmlserialize",
            "values",
            "grouping",
            "treat",
            "json",
            "json_object",
            "json_array",
            "json_scalar",
            "json_serialize",
            "json_value",
            "json_query",
            "json_exists",
            "merge_action");

    private static final Pattern DECIMAL = Pattern.compile("(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

    private final Tokens tokens;
    private final IntFunction<Tree> expression;

    /** @param expression reads one, given how strongly what comes before binds */
    Primary(Tokens tokens, IntFunction<Tree> expression) {
        this.tokens = tokens;
        this.expression = expression;
    }

    Tree read() {
        var token = tokens.peek();
        return switch (token.form()) {
            case STRING -> new Tree.Text(tokens.take().text(), Optional.empty());
            case NUMBER -> number(tokens.take().text());
            case SYMBOL -> symbol(tokens.take().text());
            case QUOTED -> name();
            case WORD -> word(token.text());
            case END -> throw new Unparsable("it ends too early");
        };
    }

    private Tree any() {
        return expression.apply(Parser.LOWEST);
    }

    private static Tree number(String digits) {
        if (!DECIMAL.matcher(digits).matches()) {
            throw new Unparsable("a number");
        }
        return new Tree.Numeral(new BigDecimal(digits));
    }

    private Tree symbol(String symbol) {
        return switch (symbol) {
            case "(" -> parentheses();
            case "-" -> Forms.negative(expression.apply(Parser.SIGN));
            case "+" -> Tree.apply("positive", expression.apply(Parser.SIGN));
            case "~", "@", "!!", "|/", "||/" -> Tree.apply("prefix " + symbol, expression.apply(Parser.SIGN));
            default -> throw new Unparsable(symbol);
        };
    }

    private Tree parentheses() {
        var inside = any();
        tokens.expect(")");
        if (tokens.sees(".")) {
            throw new Unparsable("a field");
        }
        return inside;
    }

    private Tree word(String word) {
        if (NOT_READ.contains(word) || (NOT_CALLS.contains(word) && tokens.seesCall())) {
            throw new Unparsable(word);
        }
        return typedString().orElseGet(() -> switch (word) {
            case "not" -> not();
            case "true", "false" -> new Tree.Truth(tokens.take().is("true"));
            case "null" -> nothing();
            case "case" -> choice();
            case "array" -> array();
            case "cast" -> cast();
            case "extract" -> extract();
            case "trim" -> trim();
            case "substring" -> substring();
            default -> BARE.contains(word) ? bare() : name();
        });
    }

    private Tree not() {
        tokens.take();
        return Tree.apply("not", expression.apply(Parser.NOT));
    }

    private Tree nothing() {
        tokens.take();
        return new Tree.Null();
    }

    /** {@code interval '1 day'}. */
    private Optional<Tree> typedString() {
        var start = tokens.position();
        try {
            var type = TypeName.read(tokens);
            if (tokens.peek().form() == Form.STRING) {
                return Optional.of(new Tree.Text(tokens.take().text(), Optional.of(type)));
            }
        } catch (Unparsable _) {
            // no type
        }
        tokens.back(start);
        return Optional.empty();
    }

    private Tree bare() {
        var word = tokens.take().text();
        return Forms.call(word, tokens.accept("(") ? arguments() : List.of());
    }

    /** A column, or a call; neither with its schema or table. */
    private Tree name() {
        var last = tokens.take();
        while (tokens.accept(".")) {
            last = tokens.take();
            if (!last.isName()) {
                throw new Unparsable("no name");
            }
        }
        return tokens.accept("(") ? Forms.call(last.text(), arguments()) : new Tree.Column(last.text(), last);
    }

    private List<Tree> arguments() {
        var arguments = new ArrayList<Tree>();
        if (tokens.accept(")")) {
            return arguments;
        }
        do {
            arguments.add(any());
        } while (tokens.accept(","));
        tokens.expect(")");
        return arguments;
    }

    private Tree array() {
        tokens.take();
        tokens.expect("[");
        var items = new ArrayList<Tree>();
        if (!tokens.accept("]")) {
            do {
                items.add(any());
            } while (tokens.accept(","));
            tokens.expect("]");
        }
        return new Apply("array", items);
    }

    private Tree cast() {
        tokens.take();
        tokens.expect("(");
        var operand = any();
        tokens.expect("as");
        var cast = Forms.cast(operand, TypeName.read(tokens));
        tokens.expect(")");
        return cast;
    }

    /** Without ELSE it gives NULL. */
    private Tree choice() {
        tokens.take();
        var parts = new ArrayList<Tree>();
        var symbol = tokens.sees("when") ? "case" : "case of";
        if (symbol.equals("case of")) {
            parts.add(any());
        }
        while (tokens.accept("when")) {
            parts.add(any());
            tokens.expect("then");
            parts.add(any());
        }
        parts.add(tokens.accept("else") ? any() : new Tree.Null());
        tokens.expect("end");
        return new Apply(symbol, parts);
    }

    private Tree extract() {
        tokens.take();
        tokens.expect("(");
        var field = Forms.field(tokens.take().text());
        tokens.expect("from");
        var from = any();
        tokens.expect(")");
        return Tree.apply("extract()", field, from);
    }

    private Tree trim() {
        tokens.take();
        tokens.expect("(");
        var name = tokens.accept("leading") ? "ltrim" : tokens.accept("trailing") ? "rtrim" : "btrim";
        tokens.accept("both");
        if (tokens.accept("from")) {
            return Forms.call(name, arguments());
        }
        var first = any();
        if (tokens.accept("from")) {
            var from = any();
            tokens.expect(")");
            return Forms.call(name, List.of(from, first));
        }
        tokens.expect(")");
        return Forms.call(name, List.of(first));
    }

    private Tree substring() {
        tokens.take();
        tokens.expect("(");
        var arguments = new ArrayList<Tree>();
        do {
            arguments.add(any());
        } while (tokens.accept(",") || tokens.accept("from") || tokens.accept("for"));
        tokens.expect(")");
        return Forms.call("substring", arguments);
    }
}
