package dev.restamp.shell.script;

import java.util.stream.Collectors;

/** What is said of an assertion. */
final class Assertions {
    private Assertions() {}

    /** The line without its comment and its text. */
    static String condition(Statement.Assert assertion) {
        var line = assertion.line().text();
        var end = assertion.text().map(Word::index).orElseGet(line::length);
        return line.substring(0, end).strip();
    }

    /** What was not as it should be, and the values that were looked at. */
    static String denial(Statement.Assert assertion, Evaluator evaluator, Variables variables) {
        var text = assertion.text().map(evaluator::text).orElse("this does not hold") + "\n";
        return text
                + Expression.variables(assertion.condition())
                        .map(Expression.Variable::name)
                        .distinct()
                        .map(name -> "  " + name + " is " + variables.get(name).orElse(Value.NULL) + "\n")
                        .collect(Collectors.joining());
    }
}
