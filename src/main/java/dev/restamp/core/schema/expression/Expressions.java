package dev.restamp.core.schema.expression;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * SQL expressions in definitions: as a script writes them, and as the catalog shows what PostgreSQL made of them.
 *
 * <p>Casts are not compared, nor parentheses, schemas, tables of columns and spellings. What is not read is never said to
 * be different.
 */
public final class Expressions {
    private static final Set<String> TEXT_TYPES = Set.of("text", "character", "varchar", "bpchar");

    private Expressions() {}

    /**
     * @param written as it stands in a script
     * @param live as {@code pg_get_expr} shows it
     */
    public static Agreement compare(String written, String live) {
        if (written.equals(live)) {
            return Agreement.SAME;
        }
        var one = tree(written);
        var other = tree(live);
        return one.isPresent() && other.isPresent() ? Comparison.of(one.get(), other.get()) : Agreement.UNCLEAR;
    }

    /** Whether it is NULL, which as a default is none. */
    public static boolean isNull(String sql) {
        return tree(sql).filter(Tree.Null.class::isInstance).isPresent();
    }

    /** Whether the column is, or may be, in it. */
    public static boolean mentions(String sql, String column) {
        return tree(sql)
                .map(tree -> tree.all().anyMatch(part -> isColumn(part, column)))
                .orElseGet(() -> tokens(sql).stream()
                        .anyMatch(token -> token.isName() && token.text().equals(column)));
    }

    /** Whether a string or a call with this name is in it: a label, a sequence, a function. */
    public static boolean refersTo(String sql, String name) {
        return tokens(sql).stream().anyMatch(token -> refersTo(token, name));
    }

    private static boolean refersTo(Token token, String name) {
        return switch (token.form()) {
            case STRING -> token.text().equals(name) || token.text().endsWith("." + name);
            case WORD, QUOTED -> token.text().equals(name);
            case NUMBER, SYMBOL, END -> false;
        };
    }

    /** With another name of a column; empty where it is in it, and not known where. */
    public static Optional<String> renamed(String sql, String from, String to) {
        if (!mentions(sql, from)) {
            return Optional.of(sql);
        }
        return tree(sql).map(tree -> {
            var renamed = new StringBuilder(sql);
            columns(tree, from).reversed().forEach(token -> renamed.replace(token.start(), token.end(), quoted(to)));
            return renamed.toString();
        });
    }

    /** For people: on one line, a literal without the type that the catalog puts behind it. */
    public static String shown(String sql) {
        return tree(sql).filter(Tree::isLiteral).map(Expressions::shown).orElseGet(() -> sql.replaceAll("\\s+", " "));
    }

    private static String shown(Tree literal) {
        return switch (literal) {
            case Tree.Text(var value, var _) -> "'" + value.replace("'", "''") + "'";
            case Tree.Numeral(var value) -> value.toPlainString();
            case Tree.Truth(var truth) -> String.valueOf(truth);
            case Tree.Null _ -> "NULL";
            case Tree.Column _, Tree.Apply _ -> throw new IllegalArgumentException("no literal");
        };
    }

    private static List<Token> columns(Tree tree, String name) {
        return tree.all()
                .filter(part -> isColumn(part, name))
                .map(part -> ((Tree.Column) part).token())
                .distinct()
                .sorted(Comparator.comparingInt(Token::start))
                .toList();
    }

    private static boolean isColumn(Tree part, String name) {
        return part instanceof Tree.Column column && column.name().equals(name);
    }

    private static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * Compares whole statements of which the names are resolved. Where only one says of which table a column is, there is
     * but one that has it.
     */
    public static Agreement compareStatements(String one, String other) {
        return Words.compare(tokens(one), tokens(other));
    }

    /** Functions that are called with their schema, as {@code app.touch}, in the order of the alphabet. */
    public static List<String> qualifiedCalls(String sql) {
        var words = Words.of(tokens(sql));
        return IntStream.range(0, Math.max(0, words.size() - 1))
                .filter(i -> !words.get(i).qualifier().isEmpty()
                        && words.get(i + 1).text().equals("("))
                .mapToObj(i -> words.get(i).qualifier() + words.get(i).text())
                .sorted()
                .toList();
    }

    /** The types that something is cast to, but for those of text: PostgreSQL adds and moves such casts when it reads. */
    public static List<String> casts(String sql) {
        var words = Words.of(tokens(sql));
        return IntStream.range(1, words.size())
                .filter(i -> words.get(i - 1).text().equals("::"))
                .mapToObj(i -> words.get(i).qualifier() + words.get(i).text())
                .filter(type -> !TEXT_TYPES.contains(type))
                .sorted()
                .toList();
    }

    private static Optional<Tree> tree(String sql) {
        try {
            return Optional.of(Parser.parse(sql));
        } catch (Unparsable _) {
            return Optional.empty();
        }
    }

    private static List<Token> tokens(String sql) {
        try {
            return Lexer.tokens(sql);
        } catch (Unparsable _) {
            return List.of();
        }
    }
}
