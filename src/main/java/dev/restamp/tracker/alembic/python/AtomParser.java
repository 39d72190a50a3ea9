package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Expression.Argument;
import dev.restamp.tracker.alembic.python.Expression.Entry;
import dev.restamp.tracker.alembic.python.Expression.Passing;
import dev.restamp.tracker.alembic.python.Value.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses what binds tightest: names, literals, brackets, and what follows them, calls and subscripts. */
final class AtomParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final ComprehensionParser comprehensions;

    AtomParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.comprehensions = new ComprehensionParser(tokens, expressions);
    }

    /** An atom with its trailers: {@code op.f("x")[0]}. */
    Expression primary() {
        var first = tokens.peek();
        var target = atom(first);
        while (true) {
            if (tokens.take(".")) {
                var name = tokens.need(Token.Kind.NAME).text();
                target = new Expression.Attribute(target, name, tokens.since(first));
            } else if (tokens.is("(")) {
                target = new Expression.Call(target, arguments(), tokens.since(first));
            } else if (tokens.is("[")) {
                target = subscript(target, first);
            } else {
                return target;
            }
        }
    }

    private Expression atom(Token first) {
        return switch (first.kind()) {
            case NAME -> new Expression.Name(tokens.next().text(), tokens.since(first));
            case NUMBER -> number();
            case STRING -> strings();
            case WORD -> constant(first);
            case SIGN -> bracket(first);
            case NEWLINE, INDENT, DEDENT, ERROR, END -> throw new NotPython(first);
        };
    }

    private Expression number() {
        var at = tokens.since(tokens.next());
        var text = at.text();
        var hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        var real = text.indexOf('.') >= 0 || (!hexadecimal && (text.indexOf('e') >= 0 || text.indexOf('E') >= 0));
        return real ? Numbers.real(at) : Numbers.whole(at);
    }

    private Expression strings() {
        var literals = new ArrayList<Place>();
        var first = tokens.peek();
        while (tokens.is(Token.Kind.STRING)) {
            literals.add(tokens.since(tokens.next()));
        }
        return StringReader.read(literals, tokens.since(first));
    }

    private Expression constant(Token word) {
        var value = switch (word.text()) {
            case "None" -> Constants.NONE;
            case "True" -> Constants.TRUE;
            case "False" -> Constants.FALSE;
            default -> throw new NotPython(word);
        };
        tokens.next();
        return new Expression.Constant(value, tokens.since(word));
    }

    private Expression bracket(Token sign) {
        return switch (sign.text()) {
            case "(" -> parenthesis();
            case "[" -> list();
            case "{" -> braces();
            case "..." -> new Expression.Opaque(tokens.since(tokens.next()));
            default -> throw new NotPython(sign);
        };
    }

    private Expression parenthesis() {
        var first = tokens.need("(");
        if (tokens.take(")")) {
            return new Expression.Display(Shape.TUPLE, List.of(), tokens.since(first));
        }
        if (tokens.is("yield")) {
            var yielded = expressions.list();
            tokens.need(")");
            return yielded;
        }
        var item = expressions.element();
        if (comprehensions.follows()) {
            return comprehensions.of(Shape.GENERATOR, Optional.empty(), item, first, ")");
        }
        if (tokens.take(")")) {
            return item;
        }
        tokens.need(",");
        return display(Shape.TUPLE, item, first, ")");
    }

    private Expression list() {
        var first = tokens.need("[");
        if (tokens.take("]")) {
            return new Expression.Display(Shape.LIST, List.of(), tokens.since(first));
        }
        var item = expressions.element();
        if (comprehensions.follows()) {
            return comprehensions.of(Shape.LIST, Optional.empty(), item, first, "]");
        }
        if (!tokens.is("]")) {
            tokens.need(",");
        }
        return display(Shape.LIST, item, first, "]");
    }

    private Expression braces() {
        var first = tokens.need("{");
        if (tokens.is("}") || tokens.is("**")) {
            return mapping(new ArrayList<>(), first);
        }
        var item = expressions.element();
        if (tokens.take(":")) {
            var value = expressions.one();
            if (comprehensions.follows()) {
                return comprehensions.of(Shape.SET, Optional.of(item), value, first, "}");
            }
            return mapping(new ArrayList<>(List.of(new Entry(Optional.of(item), value))), first);
        }
        if (comprehensions.follows()) {
            return comprehensions.of(Shape.SET, Optional.empty(), item, first, "}");
        }
        if (!tokens.is("}")) {
            tokens.need(",");
        }
        return display(Shape.SET, item, first, "}");
    }

    /** The rest of a display, behind its first comma. */
    private Expression display(Shape shape, Expression head, Token first, String close) {
        var items = new ArrayList<>(List.of(head));
        while (!tokens.take(close)) {
            items.add(expressions.element());
            if (!tokens.is(close)) {
                tokens.need(",");
            }
        }
        return new Expression.Display(shape, items, tokens.since(first));
    }

    private Expression mapping(List<Entry> entries, Token first) {
        if (!entries.isEmpty() && !tokens.is("}")) {
            tokens.need(",");
        }
        while (!tokens.take("}")) {
            entries.add(entry());
            if (!tokens.is("}")) {
                tokens.need(",");
            }
        }
        return new Expression.Mapping(entries, tokens.since(first));
    }

    private Entry entry() {
        if (tokens.take("**")) {
            return new Entry(Optional.empty(), expressions.binary(1));
        }
        var key = expressions.one();
        tokens.need(":");
        return new Entry(Optional.of(key), expressions.one());
    }

    private Expression subscript(Expression target, Token first) {
        tokens.need("[");
        var indexes = new ArrayList<>(List.of(index()));
        var several = false;
        while (!tokens.take("]")) {
            tokens.need(",");
            several = true;
            if (!tokens.is("]")) {
                indexes.add(index());
            }
        }
        var at = tokens.since(first);
        var index = several ? new Expression.Display(Shape.TUPLE, indexes, at) : indexes.getFirst();
        return new Expression.Subscript(target, index, at);
    }

    private Expression index() {
        var first = tokens.peek();
        var from = tokens.is(":") ? Optional.<Expression>empty() : Optional.of(expressions.element());
        if (!tokens.take(":")) {
            return from.orElseThrow();
        }
        var to = bound();
        var stepped = tokens.take(":");
        if (stepped) {
            bound();
        }
        var at = tokens.since(first);
        return stepped ? new Expression.Opaque(at) : new Expression.Slice(from, to, at);
    }

    private Optional<Expression> bound() {
        return expressions.startsExpression() ? Optional.of(expressions.one()) : Optional.empty();
    }

    /** The arguments of a call, or the bases of a class, with their parentheses. */
    List<Argument> arguments() {
        var open = tokens.need("(");
        var arguments = new ArrayList<Argument>();
        while (!tokens.take(")")) {
            var argument = argument();
            if (argument.passing() == Passing.POSITION && comprehensions.follows()) {
                var generator = comprehensions.of(Shape.GENERATOR, Optional.empty(), argument.value(), open, ")");
                return List.of(new Argument(Passing.POSITION, "", generator));
            }
            arguments.add(argument);
            if (!tokens.is(")")) {
                tokens.need(",");
            }
        }
        return arguments;
    }

    private Argument argument() {
        if (tokens.take("*")) {
            return new Argument(Passing.STAR, "", expressions.one());
        }
        if (tokens.take("**")) {
            return new Argument(Passing.DOUBLE_STAR, "", expressions.one());
        }
        if (tokens.is(Token.Kind.NAME) && tokens.peek(1).is("=")) {
            var name = tokens.next().text();
            tokens.need("=");
            return new Argument(Passing.KEYWORD, name, expressions.one());
        }
        return new Argument(Passing.POSITION, "", expressions.named());
    }
}
