package dev.restamp.tracker.alembic.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads string literals: prefixes, escapes, implicit concatenation, f-strings. */
final class StringReader {
    private static final Pattern OPENING = Pattern.compile("([A-Za-z]*)(\"\"\"|'''|\"|')");

    private final ExpressionReader expressions;

    StringReader(ExpressionReader expressions) {
        this.expressions = expressions;
    }

    Expression read(Node node) {
        var literals = node.type().equals("string") ? List.of(node) : node.children();
        var parts = new ArrayList<Expression>();
        var bytes = false;
        for (var literal : literals) {
            bytes |= parts(literal, parts);
        }
        return joined(parts, bytes, node.at());
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

    /** Adds the parts of one literal; tells whether it is a bytes literal. */
    private boolean parts(Node literal, List<Expression> parts) {
        var opening = OPENING.matcher(literal.text());
        if (!opening.lookingAt()) {
            throw new IllegalStateException("a string without quotes: " + literal.text());
        }
        var prefix = opening.group(1).toLowerCase(Locale.ROOT);
        var at = literal.at();
        var position = at.start() + opening.end();
        var end = at.end() - opening.group(2).length();
        var fields = prefix.contains("f") ? literal.children() : List.<Node>of();
        for (var child : fields) {
            if (child.type().equals("interpolation")) {
                parts.add(text(at.source().place(position, child.at().start()), prefix));
                parts.add(field(child));
                position = child.at().end();
            }
        }
        parts.add(text(at.source().place(position, end), prefix));
        return prefix.contains("b");
    }

    private static Expression text(Place raw, String prefix) {
        var text = raw.text();
        if (prefix.contains("f")) {
            text = text.replace("{{", "{").replace("}}", "}");
        }
        return new Expression.Constant(new Value.Text(prefix.contains("r") ? text : Escapes.resolve(text)), raw);
    }

    private Expression field(Node node) {
        var format = node.field("format_specifier").map(Node::text);
        var conversion = node.field("type_conversion").map(Node::text);
        return new Expression.Field(
                expressions.read(node.need("expression")), unmarked(format), unmarked(conversion), node.at());
    }

    /** Without the colon or the exclamation mark. */
    private static String unmarked(Optional<String> marked) {
        return marked.map(text -> text.substring(1)).orElse("");
    }
}
