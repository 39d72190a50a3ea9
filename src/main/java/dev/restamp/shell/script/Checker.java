package dev.restamp.shell.script;

import dev.restamp.shell.command.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with a script before any of it is run: every mistake, not only the first. */
public final class Checker {
    private final CallChecker calls;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> known;
    private final Set<String> given;

    private Checker(List<Usage> usages, Set<String> given) {
        this.known = new HashSet<>(given);
        this.given = new HashSet<>(given);
        this.calls = new CallChecker(usages, this.given);
    }

    /**
     * @param usages those of every command
     * @param given the names of the variables that are given from outside
     */
    public static List<Mistake> check(Script script, List<Usage> usages, Set<String> given) {
        var checker = new Checker(usages, given);
        checker.mistakes.addAll(script.mistakes());
        checker.block(script.statements());
        return checker.mistakes.stream()
                .sorted(Comparator.comparing((Mistake mistake) -> mistake.line().file())
                        .thenComparingInt(mistake -> mistake.line().number())
                        .thenComparingInt(Mistake::index))
                .toList();
    }

    /** What a script requires to be given and is not. */
    public static List<Mistake> missing(Script script, Set<String> given) {
        return script.all()
                .filter(Statement.RequireSet.class::isInstance)
                .map(Statement.RequireSet.class::cast)
                .filter(required -> !given.contains(required.name()))
                .map(required -> required.line()
                        .mistake(
                                required.index(),
                                required.name() + " must be given"
                                        + required.meaning()
                                                .map(word -> ": " + word.pattern())
                                                .orElse(""),
                                "--set " + required.name() + "=…"))
                .toList();
    }

    private void block(List<Statement> statements) {
        statements.forEach(this::statement);
    }

    private void statement(Statement statement) {
        var line = statement.line();
        switch (statement) {
            case Statement.Run(var call, var _) -> call(call);
            case Statement.Capture(var index, var name, var call, var _) -> {
                call(call);
                if (calls.writes(call)) {
                    note(line.mistake(
                            index, "what writes is a line of its own, so that it is seen", call.name() + " …"));
                }
                define(line, index, name);
            }
            case Statement.Assert(var _, var condition, var text) -> {
                expression(line, condition);
                text.ifPresent(word -> variables(line, word));
            }
            case Statement.Let(var _, var index, var name, var value) -> {
                expression(line, value);
                define(line, index, name);
            }
            case Statement.If(var _, var branches, var otherwise) -> {
                branches.forEach(branch -> {
                    expression(branch.line(), branch.condition());
                    block(branch.statements());
                });
                block(otherwise);
            }
            case Statement.Section(var _, var title) -> variables(line, title);
            case Statement.Echo(var _, var words) -> words.forEach(word -> variables(line, word));
            case Statement.Include(var _, var statements) -> block(statements);
            case Statement.RequireVersion _ -> {}
            case Statement.RequireProject(var _, var folder) -> variables(line, folder);
            case Statement.RequireSet(var _, var index, var name, var _) -> {
                if (known.contains(name) && !given.contains(name)) {
                    note(line.mistake(index, name + " is given from outside and must not be set before", ""));
                }
                known.add(name);
                given.add(name);
            }
        }
    }

    private void call(Call call) {
        mistakes.addAll(calls.check(call));
        call.words().forEach(word -> variables(call.line(), word));
    }

    private void expression(SourceLine line, Expression expression) {
        Expression.variables(expression).forEach(variable -> used(line, variable.index(), variable.name()));
    }

    private void variables(SourceLine line, Word word) {
        word.variables().forEach(variable -> used(line, variable.index(), variable.name()));
    }

    private void used(SourceLine line, int index, String name) {
        if (!known.contains(name)) {
            note(line.mistake(
                    index,
                    name + " has no value here",
                    "let " + name + " = …, or --set " + name + "=… with require set " + name));
            known.add(name);
        }
    }

    private void define(SourceLine line, int index, String name) {
        if (given.contains(name)) {
            note(line.mistake(index, name + " is given from outside and cannot be changed", "another name"));
        }
        known.add(name);
    }

    private void note(Mistake mistake) {
        mistakes.add(mistake);
    }
}
