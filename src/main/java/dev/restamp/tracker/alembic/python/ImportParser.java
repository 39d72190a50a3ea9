package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Statement.Binding;
import java.util.ArrayList;
import java.util.List;

/** Parses {@code import} and {@code from … import}. */
final class ImportParser {
    private final Tokens tokens;

    ImportParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Statement statement() {
        var first = tokens.peek();
        var future = tokens.peek(1).is("__future__");
        var names = new ArrayList<Binding>();
        if (tokens.take("import")) {
            do {
                names.add(module());
            } while (tokens.take(","));
        } else {
            tokens.need("from");
            names(origin(), names);
        }
        var at = tokens.since(first);
        return future ? new Statement.Pass(at) : new Statement.Import(names, at);
    }

    /** {@code import a.b} binds a. */
    private Binding module() {
        var path = path();
        var first = path.substring(0, Math.max(path.indexOf('.'), 0));
        var name = first.isEmpty() ? path : first;
        return tokens.take("as") ? new Binding(name(), path) : new Binding(name, name);
    }

    private String path() {
        var path = new StringBuilder(name());
        while (tokens.take(".")) {
            path.append('.').append(name());
        }
        return path.toString();
    }

    private void names(String module, List<Binding> names) {
        tokens.need("import");
        if (tokens.take("*")) {
            return;
        }
        var parenthesized = tokens.take("(");
        do {
            if (parenthesized && tokens.is(")")) {
                break;
            }
            names.add(imported(module));
        } while (tokens.take(","));
        if (parenthesized) {
            tokens.need(")");
        }
    }

    private Binding imported(String module) {
        var name = name();
        var path = module.endsWith(".") ? module + name : module + "." + name;
        return new Binding(tokens.take("as") ? name() : name, path);
    }

    /** The module that names come from, with the dots of a relative one. */
    private String origin() {
        var origin = new StringBuilder();
        while (tokens.is(".") || tokens.is("...")) {
            origin.append(tokens.next().text());
        }
        return origin.isEmpty() || !tokens.is("import") ? origin.append(path()).toString() : origin.toString();
    }

    private String name() {
        return tokens.need(Token.Kind.NAME).text();
    }
}
