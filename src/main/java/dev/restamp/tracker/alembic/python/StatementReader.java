package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Statement.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes statements of syntax nodes. */
final class StatementReader {
    private final boolean bodies;
    private final boolean broken;
    private final ExpressionReader expressions;

    /**
     * @param bodies false to leave imports and the bodies of functions and classes unread
     * @param broken whether the file has a stretch that is no Python
     */
    StatementReader(boolean bodies, boolean broken) {
        this.bodies = bodies;
        this.broken = broken;
        this.expressions = new ExpressionReader(broken);
    }

    List<Statement> block(Node block) {
        return block.children().stream().map(this::statement).toList();
    }

    private Statement statement(Node node) {
        return switch (node.type()) {
            case "expression_statement" -> simple(node);
            case "if_statement" -> branch(node);
            case "for_statement" ->
                new Statement.For(
                        expressions.read(node.need("left")),
                        expressions.read(node.need("right")),
                        block(node.need("body")),
                        orElse(node),
                        node.at());
            case "while_statement" ->
                new Statement.While(expressions.read(node.need("condition")), block(node.need("body")), node.at());
            case "with_statement" -> with(node);
            case "try_statement" -> attempt(node);
            case "function_definition" -> function(node, false);
            case "class_definition" -> type(node);
            case "decorated_definition" -> decorated(node);
            case "return_statement" ->
                new Statement.Return(node.children().stream().findFirst().map(expressions::read), node.at());
            case "raise_statement" -> new Statement.Raise(node.at());
            case "break_statement" -> new Statement.Break(node.at());
            case "continue_statement" -> new Statement.Continue(node.at());
            case "import_statement", "import_from_statement" -> imports(node);
            case "future_import_statement",
                    "pass_statement",
                    "global_statement",
                    "nonlocal_statement",
                    "assert_statement",
                    "delete_statement",
                    "print_statement",
                    "type_alias_statement" -> new Statement.Pass(node.at());
            default -> new Statement.Opaque(node.at());
        };
    }

    private Statement simple(Node statement) {
        if (broken && statement.hasError()) {
            return new Statement.Opaque(statement.at());
        }
        var children = statement.children();
        if (children.size() != 1) {
            return new Statement.Evaluate(expressions.tuple(children, statement), statement.at());
        }
        var node = children.getFirst();
        return switch (node.type()) {
            case "assignment" -> assignment(node);
            case "augmented_assignment" ->
                new Statement.Augment(
                        expressions.read(node.need("left")),
                        node.need("left").upTo(node.need("right")).replace("=", ""),
                        expressions.read(node.need("right")),
                        node.at());
            default -> new Statement.Evaluate(expressions.read(node), node.at());
        };
    }

    private Statement assignment(Node node) {
        var targets = new ArrayList<Expression>();
        var rest = node;
        while (rest.type().equals("assignment")) {
            targets.add(expressions.read(rest.need("left")));
            var right = rest.field("right");
            if (right.isEmpty()) {
                return new Statement.Pass(node.at());
            }
            rest = right.get();
        }
        return new Statement.Assign(targets, expressions.read(rest), node.at());
    }

    private Statement branch(Node node) {
        var alternatives = node.children().stream()
                .filter(child ->
                        child.type().equals("elif_clause") || child.type().equals("else_clause"))
                .toList();
        return branch(node, alternatives);
    }

    private Statement branch(Node node, List<Node> alternatives) {
        return new Statement.If(
                expressions.read(node.need("condition")),
                block(node.need("consequence")),
                alternative(alternatives),
                node.at());
    }

    /** {@code elif} is an {@code if} in the {@code else} of what stands before it. */
    private List<Statement> alternative(List<Node> alternatives) {
        if (alternatives.isEmpty()) {
            return List.of();
        }
        var first = alternatives.getFirst();
        return first.type().equals("elif_clause")
                ? List.of(branch(first, alternatives.subList(1, alternatives.size())))
                : block(first.need("body"));
    }

    private List<Statement> orElse(Node node) {
        return node.field("alternative")
                .map(clause -> block(clause.need("body")))
                .orElse(List.of());
    }

    private Statement with(Node node) {
        var items = node.first().children().stream()
                .map(item -> item(item.need("value")))
                .toList();
        return new Statement.With(items, block(node.need("body")), node.at());
    }

    private Statement.Item item(Node value) {
        if (!value.type().equals("as_pattern")) {
            return new Statement.Item(expressions.read(value), Optional.empty());
        }
        var target = expressions.read(value.need("alias").first());
        return new Statement.Item(expressions.read(value.first()), Optional.of(target));
    }

    private Statement attempt(Node node) {
        var handlers = new ArrayList<List<Statement>>();
        var orElse = new ArrayList<Statement>();
        var last = new ArrayList<Statement>();
        for (var clause : node.children()) {
            switch (clause.type()) {
                case "except_clause", "except_group_clause" ->
                    handlers.add(block(clause.children().getLast()));
                case "else_clause" -> orElse.addAll(block(clause.need("body")));
                case "finally_clause" -> last.addAll(block(clause.children().getLast()));
                default -> {}
            }
        }
        return new Statement.Try(block(node.need("body")), handlers, orElse, last, node.at());
    }

    private Statement decorated(Node node) {
        var definition = node.need("definition");
        return definition.type().equals("function_definition") ? function(definition, true) : type(definition);
    }

    private Statement function(Node node, boolean decorated) {
        return new Statement.Define(
                node.need("name").text(),
                bodies ? expressions.parameters(node.need("parameters")) : List.of(),
                bodies ? block(node.need("body")) : List.of(),
                decorated,
                node.at());
    }

    private Statement type(Node node) {
        var bases = bodies
                ? node.field("superclasses").stream()
                        .flatMap(list -> list.children().stream())
                        .map(expressions::read)
                        .toList()
                : List.<Expression>of();
        return new Statement.DefineClass(
                node.need("name").text(), bases, bodies ? block(node.need("body")) : List.of(), node.at());
    }

    private static Statement imports(Node node) {
        var module = node.field("module_name");
        var prefix = module.map(name -> name.text() + ".").orElse("");
        var names = node.children();
        var bindings = names.subList(module.isPresent() ? 1 : 0, names.size()).stream()
                .filter(name -> !name.type().equals("wildcard_import"))
                .flatMap(name -> binding(prefix, name))
                .toList();
        return new Statement.Import(bindings, node.at());
    }

    private static Stream<Binding> binding(String prefix, Node name) {
        if (name.type().equals("aliased_import")) {
            var path = prefix + name.need("name").text();
            return Stream.of(new Binding(name.need("alias").text(), path));
        }
        var path = name.text();
        // `import a.b` binds a; `from m import b` binds b.
        return Stream.of(prefix.isEmpty() ? new Binding(first(path), first(path)) : new Binding(path, prefix + path));
    }

    private static String first(String path) {
        var dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
