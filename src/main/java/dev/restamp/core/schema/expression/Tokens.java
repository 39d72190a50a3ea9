package dev.restamp.core.schema.expression;

import dev.restamp.core.schema.expression.Token.Form;
import java.util.List;
import java.util.Set;

/** Walks through the tokens of an expression. */
final class Tokens {
    private final List<Token> all;
    private int position;

    Tokens(List<Token> all) {
        this.all = all;
    }

    int position() {
        return position;
    }

    void back(int earlier) {
        position = earlier;
    }

    Token peek() {
        return all.get(position);
    }

    Token take() {
        var token = peek();
        if (token.form() == Form.END) {
            throw new Unparsable("it ends too early");
        }
        position++;
        return token;
    }

    boolean sees(String... words) {
        for (var i = 0; i < words.length; i++) {
            if (position + i >= all.size() || !all.get(position + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a parenthesis opens after the next token. */
    boolean seesCall() {
        return position + 1 < all.size() && all.get(position + 1).is("(");
    }

    boolean seesAny(Set<String> words) {
        return peek().form() == Form.WORD && words.contains(peek().text());
    }

    /** Takes these if they come next, all or none. */
    boolean accept(String... words) {
        if (!sees(words)) {
            return false;
        }
        position += words.length;
        return true;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw new Unparsable("no " + word);
        }
    }

    String name() {
        var token = take();
        if (!token.isName()) {
            throw new Unparsable("no name");
        }
        return token.text();
    }
}
