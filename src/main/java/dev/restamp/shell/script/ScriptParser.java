package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.shell.script.Statement.Branch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the lines of one file. A line that is wrong is noted, and reading goes on: all mistakes are found at once. */
final class ScriptParser {
    private static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,3}");
    private static final Pattern EQUALS = Pattern.compile("=(?!=)");

    private final Includes includes;
    private final List<Mistake> mistakes;
    private final List<Open> open = new ArrayList<>();

    /** Where the lines of other files come from. */
    interface Includes {
        /** @throws MistakeException where the file must not be read, or cannot be */
        List<Statement> read(SourceLine line, Word path);
    }

    /** A place that statements go to: the file, or a branch that is not ended yet. */
    private static final class Open {
        private final SourceLine line;
        private final List<Branch> branches = new ArrayList<>();
        private Optional<Expression> condition;
        private SourceLine branch;
        private List<Statement> statements = new ArrayList<>();

        private Open(SourceLine line, Optional<Expression> condition) {
            this.line = line;
            this.branch = line;
            this.condition = condition;
        }

        /** The branch ends; the next one begins. An {@code else} has no condition. */
        private void next(SourceLine at, Optional<Expression> another) {
            condition.ifPresent(before -> branches.add(new Branch(branch, before, statements)));
            branch = at;
            condition = another;
            statements = new ArrayList<>();
        }

        private boolean isElse() {
            return condition.isEmpty();
        }
    }

    /** @param mistakes gets what is wrong */
    ScriptParser(Includes includes, List<Mistake> mistakes) {
        this.includes = includes;
        this.mistakes = mistakes;
    }

    List<Statement> parse(List<SourceLine> lines) {
        var all = new ArrayList<Statement>();
        for (var line : lines) {
            try {
                statement(line).ifPresent(open.isEmpty() ? all::add : open.getLast().statements::add);
            } catch (MistakeException wrong) {
                mistakes.add(wrong.mistake());
            }
        }
        open.forEach(block -> mistakes.add(block.line.mistake(0, "this if has no end", "end")));
        return all;
    }

    private Optional<Statement> statement(SourceLine line) {
        var cursor = new Cursor(line, 0);
        if (cursor.isAtEnd()) {
            return Optional.empty();
        }
        var first = cursor.word();
        return switch (first.quoted() ? "" : first.pattern()) {
            case "if" -> begin(line, cursor);
            case "elif" -> another(line, first, cursor);
            case "else" -> otherwise(line, first, cursor);
            case "end" -> end(line, first, cursor);
            case "let" -> Optional.of(let(line, cursor));
            case "capture" -> Optional.of(capture(line, cursor));
            case "assert" -> Optional.of(assertion(line, cursor));
            case "expect" -> Optional.of(expect(line, cursor));
            case "include" -> Optional.of(new Statement.Include(line, includes.read(line, only(cursor, "FILE"))));
            case "section" -> Optional.of(new Statement.Section(line, only(cursor, "\"title\"")));
            case "echo" -> Optional.of(new Statement.Echo(line, cursor.words()));
            case "require" -> Optional.of(require(line, cursor));
            default ->
                Optional.of(new Statement.Run(
                        new Call(line, new Cursor(line, first.index()).words()), Optional.empty()));
        };
    }

    private Optional<Statement> begin(SourceLine line, Cursor cursor) {
        var block = new Open(line, Optional.of(new Expression.Literal(0, Value.of(true))));
        open.add(block);
        if (open.size() > 50) {
            throw line.wrong(0, "too many ifs inside each other", "at most 50");
        }
        block.condition = Optional.of(condition(cursor));
        return Optional.empty();
    }

    private Optional<Statement> another(SourceLine line, Word word, Cursor cursor) {
        var block = block(line, word);
        block.next(line, Optional.of(new Expression.Literal(0, Value.of(true))));
        block.condition = Optional.of(condition(cursor));
        return Optional.empty();
    }

    private Optional<Statement> otherwise(SourceLine line, Word word, Cursor cursor) {
        block(line, word).next(line, Optional.empty());
        nothingMore(cursor);
        return Optional.empty();
    }

    private Open block(SourceLine line, Word word) {
        if (open.isEmpty()) {
            throw line.wrong(word.index(), word.pattern() + " without an if", "");
        }
        if (open.getLast().isElse()) {
            throw line.wrong(word.index(), word.pattern() + " after else", "end");
        }
        return open.getLast();
    }

    private Optional<Statement> end(SourceLine line, Word word, Cursor cursor) {
        if (open.isEmpty()) {
            throw line.wrong(word.index(), "end without an if", "");
        }
        var block = open.removeLast();
        var otherwise = block.isElse() ? block.statements : List.<Statement>of();
        block.next(line, Optional.empty());
        var whole = new Statement.If(block.line, block.branches, otherwise);
        nothingMoreOf(cursor);
        return Optional.of(whole);
    }

    /** What is too much behind an end is noted; the end still counts, or every later line would be wrong. */
    private void nothingMoreOf(Cursor cursor) {
        if (!cursor.isAtEnd()) {
            mistakes.add(cursor.line().mistake(cursor.index(), "nothing may stand behind end", "a line of its own"));
        }
    }

    private Expression condition(Cursor cursor) {
        var condition = new ExpressionParser(cursor).parse();
        nothingMore(cursor);
        return condition;
    }

    private Statement let(SourceLine line, Cursor cursor) {
        var name = name(cursor);
        equals(cursor, "let " + name.pattern() + " = \"text\"");
        var value = new ExpressionParser(cursor).parse();
        nothingMore(cursor);
        return new Statement.Let(line, name.index(), name.pattern(), value);
    }

    private Statement capture(SourceLine line, Cursor cursor) {
        var name = name(cursor);
        equals(cursor, "capture " + name.pattern() + " = status --json | $.row");
        var words = cursor.words();
        var bar = lastBar(words);
        if (bar < 1 || bar + 1 >= words.size()) {
            throw line.wrong(
                    bar < 0
                            ? line.text().stripTrailing().length()
                            : words.isEmpty() ? cursor.index() : words.get(bar).index(),
                    "capture needs a command and what to take of its answer",
                    "capture " + name.pattern() + " = status --json | $.row");
        }
        var path = JsonPath.parse(line, words.get(bar + 1).index());
        return new Statement.Capture(name.index(), name.pattern(), new Call(line, words.subList(0, bar)), path);
    }

    private static int lastBar(List<Word> words) {
        for (var i = words.size() - 1; i >= 0; i--) {
            if (words.get(i).isSign("|")) {
                return i;
            }
        }
        return -1;
    }

    private Statement assertion(SourceLine line, Cursor cursor) {
        var condition = new ExpressionParser(cursor).parse();
        var text = Optional.<Word>empty();
        if (!cursor.isAtEnd() && (cursor.isAt("\"") || cursor.isAt("'"))) {
            text = Optional.of(cursor.string());
        }
        nothingMore(cursor);
        return new Statement.Assert(line, condition, text);
    }

    private Statement expect(SourceLine line, Cursor cursor) {
        var start = cursor.isAtEnd() ? cursor.index() : -1;
        var code = start < 0 ? cursor.word() : new Word(start, false, List.of());
        var exit = exit(code.pattern())
                .orElseThrow(() -> line.wrong(code.index(), "expect needs an exit code", "expect 1 status"));
        var words = cursor.words();
        if (words.isEmpty()) {
            throw line.wrong(cursor.index(), "expect needs a command", "expect " + exit.code() + " status");
        }
        return new Statement.Run(new Call(line, words), Optional.of(exit));
    }

    private static Optional<Exit> exit(String code) {
        return Arrays.stream(Exit.values())
                .filter(exit -> Integer.toString(exit.code()).equals(code))
                .findFirst();
    }

    private Statement require(SourceLine line, Cursor cursor) {
        var what = cursor.isAtEnd() ? "" : cursor.word().pattern();
        return switch (what) {
            case "restamp" -> version(line, cursor);
            case "project" -> new Statement.RequireProject(line, only(cursor, "DIR"));
            case "set" -> given(line, cursor);
            default ->
                throw line.wrong(
                        cursor.index() - what.length(),
                        "require knows restamp, project and set",
                        "require restamp >= 1.0, require project DIR, require set NAME");
        };
    }

    private Statement version(SourceLine line, Cursor cursor) {
        if (!cursor.isAtEnd() && cursor.word().isSign(">=") && !cursor.isAtEnd()) {
            var version = cursor.word();
            nothingMore(cursor);
            if (VERSION.matcher(version.pattern()).matches()) {
                return new Statement.RequireVersion(line, version.index(), version.pattern());
            }
        }
        throw line.wrong(cursor.index(), "here a version is missing", "require restamp >= 1.0");
    }

    private Statement given(SourceLine line, Cursor cursor) {
        var name = name(cursor);
        var meaning = cursor.isAtEnd() ? Optional.<Word>empty() : Optional.of(cursor.word());
        nothingMore(cursor);
        return new Statement.RequireSet(line, name.index(), name.pattern(), meaning);
    }

    private static Word name(Cursor cursor) {
        cursor.isAtEnd();
        var index = cursor.index();
        var name = cursor.take(Cursor.NAME);
        if (name.isEmpty()) {
            throw cursor.line().wrong(index, "here the name of a variable is missing", "letters, digits and _");
        }
        if (ExpressionParser.RESERVED.contains(name)) {
            throw cursor.line().wrong(index, "no variable can be called " + name, "");
        }
        return new Word(index, false, List.of(new Word.Letters(name)));
    }

    private static void equals(Cursor cursor, String example) {
        cursor.isAtEnd();
        if (cursor.take(EQUALS).isEmpty()) {
            throw cursor.line().wrong(cursor.index(), "here = is missing", example);
        }
    }

    private static Word only(Cursor cursor, String what) {
        if (cursor.isAtEnd()) {
            throw cursor.line().wrong(cursor.index(), "here " + what + " is missing", "");
        }
        var word = cursor.word();
        nothingMore(cursor);
        return word;
    }

    private static void nothingMore(Cursor cursor) {
        if (!cursor.isAtEnd()) {
            throw cursor.line().wrong(cursor.index(), "this is too much: nothing more was expected here", "");
        }
    }
}
