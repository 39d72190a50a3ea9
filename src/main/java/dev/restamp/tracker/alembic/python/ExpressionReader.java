package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Expression.Argument;
import dev.restamp.tracker.alembic.python.Expression.Clause;
import dev.restamp.tracker.alembic.python.Expression.Entry;
import dev.restamp.tracker.alembic.python.Expression.Passing;
import dev.restamp.tracker.alembic.python.Value.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes expressions of syntax nodes. */
final class ExpressionReader {
    private final StringReader strings = new StringReader(this);
    private final boolean broken;

    /** @param broken whether the file has a stretch that is no Python */
    ExpressionReader(boolean broken) {
        this.broken = broken;
    }

    Expression read(Node node) {
        return broken && node.hasError() ? new Expression.Opaque(node.at()) : convert(node);
    }

    private Expression convert(Node node) {
        var at = node.at();
        return switch (node.type()) {
            case "identifier" -> new Expression.Name(node.text(), at);
            case "string", "concatenated_string" -> strings.read(node);
            case "integer" -> Numbers.whole(at);
            case "float" -> Numbers.real(at);
            case "true" -> new Expression.Constant(Constants.TRUE, at);
            case "false" -> new Expression.Constant(Constants.FALSE, at);
            case "none" -> new Expression.Constant(Constants.NONE, at);
            case "attribute" ->
                new Expression.Attribute(
                        convert(node.need("object")), node.need("attribute").text(), at);
            case "call" -> new Expression.Call(convert(node.need("function")), arguments(node.need("arguments")), at);
            case "subscript" -> new Expression.Subscript(convert(node.need("value")), index(node), at);
            case "slice" -> slice(node);
            case "parenthesized_expression", "await" -> convert(node.first());
            case "list", "list_pattern" -> display(Shape.LIST, node.children(), at);
            case "tuple", "tuple_pattern", "expression_list", "pattern_list" ->
                display(Shape.TUPLE, node.children(), at);
            case "set" -> display(Shape.SET, node.children(), at);
            case "dictionary" ->
                new Expression.Mapping(node.children().stream().map(this::entry).toList(), at);
            case "list_splat", "list_splat_pattern" -> new Expression.Star(convert(node.first()), at);
            case "list_comprehension" -> comprehension(Shape.LIST, node);
            case "set_comprehension" -> comprehension(Shape.SET, node);
            case "generator_expression" -> comprehension(Shape.GENERATOR, node);
            case "dictionary_comprehension" -> comprehension(Shape.SET, node);
            default -> operation(node, at);
        };
    }

    private Expression operation(Node node, Place at) {
        return switch (node.type()) {
            case "binary_operator" -> binary(node.children(), at);
            case "unary_operator" -> new Expression.Unary(node.text().substring(0, 1), convert(node.first()), at);
            case "not_operator" -> new Expression.Unary("not", convert(node.need("argument")), at);
            case "boolean_operator" -> logic(node.children(), at);
            case "comparison_operator" -> comparison(node);
            case "conditional_expression" -> conditional(node.children(), at);
            case "lambda" ->
                new Expression.Lambda(
                        node.field("parameters").map(this::parameters).orElse(List.of()),
                        convert(node.need("body")),
                        at);
            case "named_expression" -> new Expression.Walrus(node.need("name").text(), convert(node.need("value")), at);
            default -> new Expression.Opaque(at);
        };
    }

    private Expression conditional(List<Node> parts, Place at) {
        return new Expression.Conditional(convert(parts.get(1)), convert(parts.getFirst()), convert(parts.get(2)), at);
    }

    private Expression binary(List<Node> sides, Place at) {
        var operator = sides.getFirst().upTo(sides.getLast());
        return new Expression.Binary(operator, convert(sides.getFirst()), convert(sides.getLast()), at);
    }

    private Expression logic(List<Node> sides, Place at) {
        var and = sides.getFirst().upTo(sides.getLast()).equals("and");
        return new Expression.Logic(and, convert(sides.getFirst()), convert(sides.getLast()), at);
    }

    /** A tuple without parentheses where the grammar has no node for it. */
    Expression tuple(List<Node> items, Node whole) {
        return display(Shape.TUPLE, items, whole.at());
    }

    private Expression display(Shape shape, List<Node> items, Place at) {
        return new Expression.Display(shape, items.stream().map(this::convert).toList(), at);
    }

    private Entry entry(Node node) {
        return node.type().equals("pair")
                ? new Entry(Optional.of(convert(node.need("key"))), convert(node.need("value")))
                : new Entry(Optional.empty(), convert(node.first()));
    }

    private Expression index(Node subscript) {
        var children = subscript.children();
        var indexes = children.subList(1, children.size());
        return indexes.size() == 1 ? convert(indexes.getFirst()) : display(Shape.TUPLE, indexes, subscript.at());
    }

    /** The grammar does not say on which side of the colon a bound stands. */
    private Expression slice(Node node) {
        var text = node.text();
        var bounds = node.children().stream().map(this::convert).toList();
        if (text.chars().filter(c -> c == ':').count() != 1) {
            return new Expression.Opaque(node.at());
        }
        var hasFrom = !text.startsWith(":");
        var from = hasFrom ? Optional.of(bounds.getFirst()) : Optional.<Expression>empty();
        var to = bounds.size() > (hasFrom ? 1 : 0) ? Optional.of(bounds.getLast()) : Optional.<Expression>empty();
        return new Expression.Slice(from, to, node.at());
    }

    private List<Argument> arguments(Node list) {
        if (list.type().equals("generator_expression")) {
            return List.of(new Argument(Passing.POSITION, "", convert(list)));
        }
        return list.children().stream().map(this::argument).toList();
    }

    private Argument argument(Node node) {
        return switch (node.type()) {
            case "keyword_argument" ->
                new Argument(Passing.KEYWORD, node.need("name").text(), convert(node.need("value")));
            case "list_splat" -> new Argument(Passing.STAR, "", convert(node.first()));
            case "dictionary_splat" -> new Argument(Passing.DOUBLE_STAR, "", convert(node.first()));
            default -> new Argument(Passing.POSITION, "", convert(node));
        };
    }

    private Expression comparison(Node node) {
        var operands = node.children();
        var tests = new ArrayList<Expression.Test>();
        for (var i = 1; i < operands.size(); i++) {
            var operator = operands.get(i - 1).upTo(operands.get(i));
            tests.add(new Expression.Test(operator, convert(operands.get(i))));
        }
        return new Expression.Comparison(convert(operands.getFirst()), tests, node.at());
    }

    private Expression comprehension(Shape shape, Node node) {
        var body = node.need("body");
        var pair = body.type().equals("pair");
        var clauses = new ArrayList<Clause>();
        for (var clause : node.children()) {
            if (clause.type().equals("for_in_clause")) {
                clauses.add(new Clause(convert(clause.need("left")), convert(clause.need("right")), new ArrayList<>()));
            } else if (clause.type().equals("if_clause")) {
                clauses.getLast().conditions().add(convert(clause.first()));
            }
        }
        return new Expression.Comprehension(
                shape,
                pair ? Optional.of(convert(body.need("key"))) : Optional.empty(),
                convert(pair ? body.need("value") : body),
                clauses,
                node.at());
    }

    List<Parameter> parameters(Node list) {
        var parameters = new ArrayList<Parameter>();
        var kind = Parameter.Kind.PLAIN;
        for (var node : list.children()) {
            if (node.type().equals("keyword_separator")) {
                kind = Parameter.Kind.KEYWORD_ONLY;
            } else if (!node.type().equals("positional_separator")) {
                var parameter = parameter(node, kind);
                parameters.add(parameter);
                kind = parameter.kind() == Parameter.Kind.REST ? Parameter.Kind.KEYWORD_ONLY : kind;
            }
        }
        return parameters;
    }

    private Parameter parameter(Node node, Parameter.Kind kind) {
        return switch (node.type()) {
            case "default_parameter", "typed_default_parameter" ->
                new Parameter(node.need("name").text(), kind, Optional.of(convert(node.need("value"))));
            case "typed_parameter" -> parameter(node.first(), kind);
            case "list_splat_pattern" -> new Parameter(node.first().text(), Parameter.Kind.REST, Optional.empty());
            case "dictionary_splat_pattern" ->
                new Parameter(node.first().text(), Parameter.Kind.REST_BY_NAME, Optional.empty());
            default -> new Parameter(node.text(), kind, Optional.empty());
        };
    }
}
