package dev.restamp.core.schema.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Statements as words in order, for what is not parsed. A word is a token with what qualifies it.
 *
 * @param qualifier empty where there is none
 */
record Words(String qualifier, String text) {
    static Agreement compare(List<Token> one, List<Token> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Agreement.UNCLEAR;
        }
        var mine = Phrase.settled(of(one));
        var theirs = Phrase.settled(of(other));
        if (agree(mine, theirs)) {
            return Agreement.SAME;
        }
        return agree(bare(mine), bare(theirs)) ? Agreement.UNCLEAR : Agreement.DIFFERENT;
    }

    private static boolean agree(List<Words> one, List<Words> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (var i = 0; i < one.size(); i++) {
            if (!one.get(i).isAlso(other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isAlso(Words other) {
        return text.equals(other.text)
                && (qualifier.equals(other.qualifier) || qualifier.isEmpty() || other.qualifier.isEmpty());
    }

    static List<Words> of(List<Token> tokens) {
        var words = new ArrayList<Words>();
        var qualifier = "";
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isName() && i + 1 < tokens.size() && tokens.get(i + 1).is(".")) {
                qualifier += token.text() + ".";
                i++;
            } else {
                words.add(new Words(qualifier, token.form() == Token.Form.STRING ? "'" + token.text() : token.text()));
                qualifier = "";
            }
        }
        return words;
    }

    /** Without parentheses and casts: PostgreSQL adds some of its own when it reads what it wrote. */
    private static List<Words> bare(List<Words> words) {
        var bare = new ArrayList<Words>();
        for (var i = 0; i < words.size(); i++) {
            var text = words.get(i).text();
            if (text.equals("::")) {
                i++;
            } else if (!text.equals("(") && !text.equals(")")) {
                bare.add(words.get(i));
            }
        }
        return bare;
    }
}
