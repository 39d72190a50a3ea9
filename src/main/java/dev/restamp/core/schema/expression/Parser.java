package dev.restamp.core.schema.expression;

import dev.restamp.core.schema.expression.Token.Form;
import dev.restamp.core.schema.expression.Tree.Apply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads an expression by the precedence of PostgreSQL's operators, and gives what it makes of it: {@code IN} as
 * {@code = ANY}, {@code BETWEEN} as two comparisons, {@code LIKE} as {@code ~~}.
 */
final class Parser {
    static final int LOWEST = 0;
    static final int NOT = 3;
    static final int SIGN = 13;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int RANGE = 6;
    private static final int OTHER = 7;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int POWER = 10;
    private static final int ZONE = 11;
    private static final int COLLATE = 12;
    private static final int SUBSCRIPT = 14;
    private static final int CAST = 15;
    private static final Set<String> NOT_OPERATORS = Set.of("(", ")", "]", "{", "}", ",", ".", ";", ":", "=>", ":=");
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("or", OR),
            Map.entry("and", AND),
            Map.entry("is", IS),
            Map.entry("isnull", IS),
            Map.entry("notnull", IS),
            Map.entry("not", RANGE),
            Map.entry("in", RANGE),
            Map.entry("between", RANGE),
            Map.entry("like", RANGE),
            Map.entry("ilike", RANGE),
            Map.entry("operator", OTHER),
            Map.entry("at", ZONE),
            Map.entry("collate", COLLATE));

    private final Tokens tokens;
    private final Primary primary;

    private Parser(Tokens tokens) {
        this.tokens = tokens;
        this.primary = new Primary(tokens, this::expression);
    }

    /**
     * The expression, or several that are separated by commas as a {@code list}.
     *
     * @throws Unparsable if there is more in it than is read
     */
    static Tree parse(String sql) {
        var tokens = new Tokens(Lexer.tokens(sql));
        var parser = new Parser(tokens);
        var parts = new ArrayList<Tree>();
        do {
            parts.add(parser.expression(LOWEST));
        } while (tokens.accept(","));
        if (tokens.peek().form() != Form.END) {
            throw new Unparsable("more than an expression");
        }
        return parts.size() == 1 ? parts.getFirst() : new Apply("list", parts);
    }

    /** @param binding how strongly what comes before binds: nothing weaker is taken */
    private Tree expression(int binding) {
        var left = primary.read();
        while (binding() > binding) {
            left = infix(left, binding());
        }
        return left;
    }

    private int binding() {
        var token = tokens.peek();
        return switch (token.form()) {
            case WORD -> WORDS.getOrDefault(token.text(), LOWEST);
            case SYMBOL -> binding(token.text());
            case QUOTED, STRING, NUMBER, END -> LOWEST;
        };
    }

    private static int binding(String symbol) {
        return switch (symbol) {
            case "::" -> CAST;
            case "[" -> SUBSCRIPT;
            case "^" -> POWER;
            case "*", "/", "%" -> PRODUCT;
            case "+", "-" -> SUM;
            case "<", ">", "=", "<=", ">=", "<>", "!=" -> COMPARISON;
            default -> NOT_OPERATORS.contains(symbol) ? LOWEST : OTHER;
        };
    }

    private Tree infix(Tree left, int binding) {
        if (tokens.peek().form() == Form.SYMBOL) {
            return symbol(left, tokens.take().text(), binding);
        }
        return switch (tokens.take().text()) {
            case "or" -> Forms.junction("or", left, expression(binding));
            case "and" -> Forms.junction("and", left, expression(binding));
            case "is" -> is(left);
            case "isnull" -> Tree.apply("is null", left);
            case "notnull" -> Tree.apply("is not null", left);
            case "not" -> range(left, tokens.take().text(), true);
            case "operator" -> operation(left, operator(), OTHER);
            case "at" -> zone(left);
            case "collate" -> collate(left);
            case String word -> range(left, word, false);
        };
    }

    private Tree symbol(Tree left, String symbol, int binding) {
        return switch (symbol) {
            case "::" -> Forms.cast(left, TypeName.read(tokens));
            case "[" -> subscript(left);
            case "!=" -> operation(left, "<>", binding);
            default -> operation(left, symbol, binding);
        };
    }

    /** {@code OPERATOR(schema.=)}, from after the word. */
    private String operator() {
        tokens.expect("(");
        var symbol = tokens.take().text();
        while (tokens.accept(".")) {
            symbol = tokens.take().text();
        }
        tokens.expect(")");
        return symbol;
    }

    private Tree operation(Tree left, String operator, int binding) {
        if (tokens.accept("any", "(") || tokens.accept("some", "(")) {
            return Forms.any(left, operator, inParentheses());
        }
        if (tokens.accept("all", "(")) {
            return Forms.all(left, operator, inParentheses());
        }
        return Tree.apply(operator, left, expression(binding));
    }

    private Tree inParentheses() {
        var inside = expression(LOWEST);
        tokens.expect(")");
        return inside;
    }

    private Tree subscript(Tree left) {
        var index = expression(LOWEST);
        tokens.expect("]");
        return Tree.apply("[]", left, index);
    }

    private Tree is(Tree left) {
        var not = tokens.accept("not");
        if (tokens.accept("distinct")) {
            tokens.expect("from");
            return Forms.distinct(left, expression(IS), not);
        }
        var what = tokens.take().text();
        if (!Set.of("null", "true", "false", "unknown").contains(what)) {
            throw new Unparsable("is " + what);
        }
        return Tree.apply((not ? "is not " : "is ") + what, left);
    }

    private Tree range(Tree left, String word, boolean not) {
        return switch (word) {
            case "in" -> Forms.in(left, list(), not);
            case "between" -> between(left, not);
            case "like" -> like(left, not ? "!~~" : "~~");
            case "ilike" -> like(left, not ? "!~~*" : "~~*");
            default -> throw new Unparsable(word);
        };
    }

    private Tree like(Tree left, String operator) {
        var like = operation(left, operator, RANGE);
        if (tokens.sees("escape")) {
            throw new Unparsable("escape");
        }
        return like;
    }

    private List<Tree> list() {
        tokens.expect("(");
        var items = new ArrayList<Tree>();
        do {
            items.add(expression(LOWEST));
        } while (tokens.accept(","));
        tokens.expect(")");
        return items;
    }

    private Tree between(Tree left, boolean not) {
        if (tokens.sees("symmetric")) {
            throw new Unparsable("symmetric");
        }
        tokens.accept("asymmetric");
        var low = expression(RANGE);
        tokens.expect("and");
        var high = expression(RANGE);
        return not
                ? Forms.junction("or", Tree.apply("<", left, low), Tree.apply(">", left, high))
                : Forms.junction("and", Tree.apply(">=", left, low), Tree.apply("<=", left, high));
    }

    private Tree zone(Tree left) {
        tokens.expect("time");
        tokens.expect("zone");
        return Tree.apply("timezone()", expression(ZONE), left);
    }

    private Tree collate(Tree left) {
        do {
            tokens.name();
        } while (tokens.accept("."));
        return left;
    }
}
