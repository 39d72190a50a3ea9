package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.SqlTokens.Form;
import dev.restamp.postgres.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A statement of a user that is known to read. A {@code READ ONLY} transaction is not enough: it lets {@code COPY … TO
 * PROGRAM}, {@code LOCK TABLE} and {@code pg_terminate_backend} through. So what is allowed is listed, and of functions
 * what is known to act elsewhere is not.
 */
final class ReadingStatement {
    private static final Set<String> ALLOWED = Set.of("select", "with", "values", "table", "show", "explain");
    private static final String HINT =
            "it takes one SELECT, WITH, VALUES, TABLE, SHOW or EXPLAIN; use psql for anything"
                    + " else, and stamp for the version row";

    /** Statements that may hide behind a parenthesis or after it, and what makes the word one rather than a name. */
    private static final Set<String> CHANGES = Set.of("insert into", "delete from", "merge into");

    private static final Set<String> ROW_LOCKS = Set.of("for update", "for share", "for no", "for key");
    private static final Pattern REFUSED = refused();

    private final List<Token> tokens;

    private ReadingStatement(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * The statement without the semicolon at its end.
     *
     * @throws Problem with {@code Exit.REFUSED} where it is not known to read
     */
    static String check(String typed) {
        var tokens = SqlTokens.of(typed);
        var end = tokens.size();
        while (end > 0 && tokens.get(end - 1).is(";")) {
            end--;
        }
        var statement = new ReadingStatement(tokens.subList(0, end));
        statement.why().ifPresent(why -> {
            throw new Problem(Exit.REFUSED, "sql " + why, HINT);
        });
        // Where a comment follows the semicolon it stays, with the comment: the driver takes it away.
        return typed.strip();
    }

    private Optional<String> why() {
        if (tokens.isEmpty()) {
            return Optional.of("needs a statement");
        }
        return verb(0).or(this::anywhere).or(this::function);
    }

    /** What speaks against the word that a statement begins with. */
    private Optional<String> verb(int from) {
        var at = from;
        while (word(at).equals("(")) {
            at++;
        }
        var verb = word(at);
        if (!ALLOWED.contains(verb)) {
            return Optional.of("does not run " + (verb.isEmpty() ? "this" : verb.toUpperCase(java.util.Locale.ROOT)));
        }
        return verb.equals("explain") ? explained(at + 1) : Optional.empty();
    }

    /** {@code EXPLAIN ANALYZE} runs what it explains. */
    private Optional<String> explained(int from) {
        var at = from;
        if (word(at).equals("(")
                && !ALLOWED.contains(word(at + 1))
                && !word(at + 1).equals("(")) {
            var end = IntStream.range(at, tokens.size())
                    .filter(i -> word(i).equals(")"))
                    .findFirst()
                    .orElse(tokens.size());
            if (IntStream.range(at, end).anyMatch(this::isAnalyze)) {
                return Optional.of("does not run EXPLAIN ANALYZE, which runs what it explains");
            }
            at = end + 1;
        }
        while (isAnalyze(at) || word(at).equals("verbose")) {
            if (isAnalyze(at)) {
                return Optional.of("does not run EXPLAIN ANALYZE, which runs what it explains");
            }
            at++;
        }
        return word(at).equals("explain") ? Optional.of("does not run EXPLAIN EXPLAIN") : verb(at);
    }

    /** An option may be quoted too. */
    private boolean isAnalyze(int at) {
        return at < tokens.size()
                && tokens.get(at).isName()
                && Set.of("analyze", "analyse").contains(tokens.get(at).text());
    }

    private Optional<String> anywhere() {
        for (var at = 0; at < tokens.size(); at++) {
            var pair = word(at) + " " + word(at + 1);
            if (word(at).equals(";")) {
                return Optional.of("takes one statement at a time");
            }
            if (tokens.get(at).form() == Form.SPELT_NAME) {
                return Optional.of("does not read names written as U&\"…\"");
            }
            if (CHANGES.contains(pair) || isUpdate(at)) {
                return Optional.of(
                        "does not run " + word(at).toUpperCase(java.util.Locale.ROOT) + ", also not within WITH");
            }
            if (word(at).equals("into")) {
                return Optional.of("does not run SELECT … INTO, which makes a table");
            }
            if (ROW_LOCKS.contains(pair)) {
                return Optional.of("does not run SELECT … FOR UPDATE or SHARE, which locks rows");
            }
        }
        return Optional.empty();
    }

    /** The word alone may name a column; a statement begins with it and names a table next. */
    private boolean isUpdate(int at) {
        return word(at).equals("update")
                && at > 0
                && Set.of("(", ")").contains(word(at - 1))
                && at + 1 < tokens.size()
                && tokens.get(at + 1).isName();
    }

    private Optional<String> function() {
        return IntStream.range(0, tokens.size() - 1)
                .filter(at -> tokens.get(at).isName() && word(at + 1).equals("("))
                .mapToObj(at -> tokens.get(at).text())
                .filter(name -> REFUSED.matcher(name).matches())
                .findFirst()
                .map(name -> "does not call " + name + ": it acts outside of a READ ONLY transaction");
    }

    /** The word or sign at that place; empty for anything else, and past the end. */
    private String word(int at) {
        if (at >= tokens.size()) {
            return "";
        }
        var token = tokens.get(at);
        return token.form() == Form.WORD || token.form() == Form.SIGN ? token.text() : "";
    }

    private static Pattern refused() {
        var list = Sql.beside(ReadingStatement.class, "refused-functions.txt").text();
        return Pattern.compile(list.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.replace("*", "\\w*"))
                .collect(Collectors.joining("|")));
    }
}
