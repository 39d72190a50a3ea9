package dev.restamp.tracker.sql;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.ddl.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks through the tokens of a statement. */
final class Cursor {
    private final List<Token> tokens;
    private final String schema;
    private final String source;
    private int position;

    /**
     * @param schema of names that are written without one
     * @param source the text in which the tokens have their places
     */
    Cursor(List<Token> tokens, String schema, String source) {
        this.tokens = tokens;
        this.schema = schema;
        this.source = source;
    }

    String defaultSchema() {
        return schema;
    }

    boolean atEnd() {
        return position == tokens.size();
    }

    Optional<Token> peek() {
        return atEnd() ? Optional.empty() : Optional.of(tokens.get(position));
    }

    Token take() {
        if (atEnd()) {
            throw new NotUnderstood("it ends too early");
        }
        return tokens.get(position++);
    }

    /** Takes these words if they come next, all or none. */
    boolean accept(String... words) {
        if (!sees(words)) {
            return false;
        }
        position += words.length;
        return true;
    }

    boolean sees(String... words) {
        if (position + words.length > tokens.size()) {
            return false;
        }
        for (var i = 0; i < words.length; i++) {
            if (!tokens.get(position + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean seesAny(Set<String> words) {
        return peek().filter(token -> token.form() == Token.Form.WORD && words.contains(token.name()))
                .isPresent();
    }

    void expect(String... words) {
        if (!accept(words)) {
            throw new NotUnderstood("no " + String.join(" ", words) + " where it belongs");
        }
    }

    void expectEnd() {
        if (!atEnd()) {
            throw new NotUnderstood("more than is understood");
        }
    }

    String name() {
        var token = take();
        if (!token.isName() || token.text().indexOf(SqlReader.HOLE) >= 0) {
            throw new NotUnderstood("a name that is not known");
        }
        return token.name();
    }

    String string() {
        var token = take();
        if (token.form() != Token.Form.STRING || token.text().indexOf(SqlReader.HOLE) >= 0) {
            throw new NotUnderstood("a text that is not known");
        }
        return token.text();
    }

    /** {@code name} or {@code schema.name}. */
    ObjectKey qualified(Kind kind) {
        var first = name();
        return accept(".") ? Keys.of(kind, first, name()) : Keys.of(kind, schema, first);
    }

    boolean ifExists() {
        return accept("if", "exists");
    }

    boolean ifNotExists() {
        return accept("if", "not", "exists");
    }

    /** What stands in the parentheses that open here, which are left behind. */
    Cursor group() {
        expect("(");
        var from = position;
        var depth = 1;
        while (depth > 0) {
            var token = take();
            depth += opens(token) ? 1 : closes(token) ? -1 : 0;
        }
        return part(from, position - 1);
    }

    /** The parts of what is left, split at the commas outside of parentheses. */
    List<Cursor> parts() {
        var parts = new ArrayList<Cursor>();
        var from = position;
        var depth = 0;
        while (!atEnd()) {
            var token = take();
            depth += opens(token) ? 1 : closes(token) ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                parts.add(part(from, position - 1));
                from = position;
            }
        }
        parts.add(part(from, position));
        return parts;
    }

    private Cursor part(int from, int to) {
        return new Cursor(tokens.subList(from, to), schema, source);
    }

    int position() {
        return position;
    }

    /** What has been passed since this position, as it is written. */
    Clause since(int from) {
        return clause(tokens.subList(from, position));
    }

    /** All that is left, as it is written. */
    Clause clause() {
        return clause(rest());
    }

    private Clause clause(List<Token> part) {
        var text = part.isEmpty()
                ? ""
                : source.substring(part.getFirst().start(), part.getLast().end());
        return text.isEmpty() || text.indexOf(SqlReader.HOLE) >= 0 ? Clause.some() : Clause.of(text);
    }

    /** Goes on to one of these words, outside of parentheses, or to the end. */
    void skipTo(Set<String> words) {
        while (!atEnd() && !seesAny(words)) {
            skipOne();
        }
    }

    /** Leaves one token or one group in parentheses behind. */
    void skipOne() {
        if (sees("(")) {
            group();
        } else {
            take();
        }
    }

    void skipAll() {
        position = tokens.size();
    }

    List<Token> rest() {
        return tokens.subList(position, tokens.size());
    }

    private static boolean opens(Token token) {
        return token.is("(") || token.is("[");
    }

    private static boolean closes(Token token) {
        return token.is(")") || token.is("]");
    }
}
