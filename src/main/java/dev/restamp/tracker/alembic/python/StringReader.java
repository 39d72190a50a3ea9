package dev.restamp.tracker.alembic.python;

import java.util.ArrayList;
import java.util.List;

/** Reads string literals: prefixes, escapes, implicit concatenation, f-strings. */
final class StringReader {
    private StringReader() {}

    /**
     * The value of literals that stand side by side.
     *
     * @param whole from the first to the last
     */
    static Expression read(List<Place> literals, Place whole) {
        var parts = new ArrayList<Expression>();
        var bytes = false;
        for (var literal : literals) {
            var quotes = quotes(literal);
            if (quotes.isTemplate()) {
                return new Expression.Opaque(whole);
            }
            parts(literal, quotes, parts);
            bytes |= quotes.isBytes();
        }
        return joined(parts, bytes, whole);
    }

    private static Quotes quotes(Place literal) {
        var text = literal.source().text();
        var mark = literal.start();
        while (!Quotes.isMark(text.charAt(mark))) {
            mark++;
        }
        return Quotes.at(text, literal.start(), mark);
    }

    private static Expression joined(List<Expression> parts, boolean bytes, Place at) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (part instanceof Expression.Constant(Value.Text(var piece), var _)) {
                text.append(piece);
            } else {
                return new Expression.Interpolated(parts, at);
            }
        }
        Value value = bytes ? new Value.Bytes(text.toString()) : new Value.Text(text.toString());
        return new Expression.Constant(value, at);
    }

    /** Adds the texts and fields of one literal. */
    private static void parts(Place literal, Quotes quotes, List<Expression> parts) {
        var source = literal.source();
        var position = quotes.inside();
        var end = literal.end() - quotes.mark().length();
        if (quotes.hasFields()) {
            var ends = new LiteralEnds(source.text(), end);
            for (var brace = ends.nextField(position, quotes); brace < end; brace = ends.nextField(position, quotes)) {
                var field = ends.field(brace);
                parts.add(text(source.place(position, brace), quotes));
                parts.add(field(source, brace, field));
                position = field.close() + 1;
            }
        }
        parts.add(text(source.place(position, end), quotes));
    }

    private static Expression text(Place raw, Quotes quotes) {
        var text = raw.text();
        if (quotes.hasFields()) {
            text = text.replace("{{", "{").replace("}}", "}");
        }
        return new Expression.Constant(new Value.Text(quotes.isRaw() ? text : Escapes.resolve(text)), raw);
    }

    private static Expression field(PythonSource source, int brace, LiteralEnds.Field field) {
        var text = source.text();
        var mark = text.substring(field.valueEnd(), field.close());
        var colon = mark.indexOf(':');
        var conversion = colon < 0 ? mark : mark.substring(0, colon);
        return new Expression.Field(
                value(source, brace + 1, field.valueEnd()),
                text.substring(field.formatStart(), field.close()),
                conversion.isEmpty() ? "" : conversion.substring(1).strip(),
                source.place(brace, field.close() + 1));
    }

    /** The expression of a field, without the equals sign that may follow it. */
    private static Expression value(PythonSource source, int start, int end) {
        var tokens = new Tokens(source, Lexer.expression(source.text(), start, end));
        var value = new ExpressionParser(tokens).list();
        tokens.take("=");
        tokens.need(Token.Kind.END);
        return value;
    }
}
