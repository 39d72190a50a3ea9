package dev.restamp.shell.script;

import dev.restamp.shell.script.Expression.Both;
import dev.restamp.shell.script.Expression.Compared;
import dev.restamp.shell.script.Expression.ListOf;
import dev.restamp.shell.script.Expression.Literal;
import dev.restamp.shell.script.Expression.Not;
import dev.restamp.shell.script.Expression.Operator;
import dev.restamp.shell.script.Expression.Template;
import dev.restamp.shell.script.Expression.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads an expression by recursive descent: {@code or} binds least, then {@code and}, {@code not}, one comparison, and what
 * is compared.
 */
final class ExpressionParser {
    /** Words that are no names of variables. */
    static final Set<String> RESERVED = Set.of("and", "or", "not", "contains", "true", "false", "null");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?(?![A-Za-z0-9_.])");

    /** More brackets than anybody writes, and fewer than the stack takes. */
    private static final int DEEPEST = 50;

    private static final String WHAT = "a variable, \"text\", a number, true, false, null, a [list], or ( … )";

    private final Cursor cursor;
    private int depth;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The expression at the cursor; what follows it is left. */
    Expression parse() {
        var left = conjunction();
        while (takeWord("or")) {
            left = new Both(left.index(), false, left, conjunction());
        }
        return left;
    }

    private Expression conjunction() {
        var left = negation();
        while (takeWord("and")) {
            left = new Both(left.index(), true, left, negation());
        }
        return left;
    }

    private Expression negation() {
        cursor.isAtEnd();
        var index = cursor.index();
        return takeWord("not") ? new Not(index, deeper(this::negation)) : comparison();
    }

    private Expression comparison() {
        var left = operand();
        cursor.isAtEnd();
        var index = cursor.index();
        var operator = operator();
        return operator.isEmpty() ? left : new Compared(index, operator.get(), left, operand());
    }

    private Optional<Operator> operator() {
        if (takeWord("contains")) {
            return Optional.of(Operator.CONTAINS);
        }
        var found = Arrays.stream(Operator.values())
                .filter(operator -> operator != Operator.CONTAINS && cursor.isAt(operator.sign()))
                .findFirst();
        found.ifPresent(operator -> cursor.take(Pattern.compile(Pattern.quote(operator.sign()))));
        if (found.isEmpty() && cursor.isAt("=")) {
            throw cursor.line().wrong(cursor.index(), "= compares nothing", "==");
        }
        return found;
    }

    private Expression operand() {
        if (cursor.isAtEnd()) {
            throw cursor.line().wrong(cursor.index(), "here something is missing", WHAT);
        }
        var index = cursor.index();
        if (takeSign("(")) {
            var inner = deeper(this::parse);
            close(index, ")");
            return inner;
        }
        if (takeSign("[")) {
            return list(index);
        }
        if (cursor.isAt("\"") || cursor.isAt("'")) {
            return new Template(cursor.string());
        }
        if (cursor.isAt("${")) {
            return new Variable(index, cursor.variable().name());
        }
        var number = cursor.take(NUMBER);
        return number.isEmpty() ? named(index) : new Literal(index, Value.of(new BigDecimal(number)));
    }

    private Expression named(int index) {
        var name = cursor.take(Cursor.NAME);
        return switch (name) {
            case "true" -> new Literal(index, Value.of(true));
            case "false" -> new Literal(index, Value.of(false));
            case "null" -> new Literal(index, Value.NULL);
            case "", "and", "or", "contains" -> throw cursor.line().wrong(index, "this cannot be compared", WHAT);
            default -> new Variable(index, name);
        };
    }

    private Expression list(int index) {
        var elements = new ArrayList<Expression>();
        cursor.isAtEnd();
        if (takeSign("]")) {
            return new ListOf(index, elements);
        }
        do {
            elements.add(deeper(this::operand));
            cursor.isAtEnd();
        } while (takeSign(","));
        close(index, "]");
        return new ListOf(index, elements);
    }

    private void close(int open, String sign) {
        cursor.isAtEnd();
        if (!takeSign(sign)) {
            throw cursor.line().wrong(open, "this bracket is not closed", "close it with " + sign);
        }
    }

    private Expression deeper(Supplier<Expression> part) {
        if (++depth > DEEPEST) {
            throw cursor.line().wrong(cursor.index(), "too many brackets inside each other", "at most " + DEEPEST);
        }
        var expression = part.get();
        depth--;
        return expression;
    }

    private boolean takeSign(String sign) {
        return !cursor.take(Pattern.compile(Pattern.quote(sign))).isEmpty();
    }

    private boolean takeWord(String word) {
        return !cursor.isAtEnd()
                && !cursor.take(Pattern.compile(word + "(?![A-Za-z0-9_])")).isEmpty();
    }
}
