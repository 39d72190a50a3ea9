package dev.restamp.shell.script;

import dev.restamp.shell.script.Expression.Both;
import dev.restamp.shell.script.Expression.Compared;
import dev.restamp.shell.script.Expression.ListOf;
import dev.restamp.shell.script.Expression.Literal;
import dev.restamp.shell.script.Expression.Not;
import dev.restamp.shell.script.Expression.Template;
import dev.restamp.shell.script.Expression.Variable;
import dev.restamp.shell.script.Word.Inserted;
import dev.restamp.shell.script.Word.Letters;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Values of words and expressions of one line, as the variables are now. */
final class Evaluator {
    private final SourceLine line;
    private final Variables variables;

    Evaluator(SourceLine line, Variables variables) {
        this.line = line;
        this.variables = variables;
    }

    /** @throws MistakeException where it asks for what makes no sense: {@code 1 < "a"} */
    Value value(Expression expression) {
        return switch (expression) {
            case Literal(var _, var value) -> value;
            case Template(var word) -> Value.of(text(word));
            case Variable(var index, var name) -> variable(index, name);
            case ListOf list -> list(list);
            case Not(var _, var operand) -> Value.of(!truth(operand));
            case Both(var _, var and, var left, var right) ->
                Value.of(and ? truth(left) && truth(right) : truth(left) || truth(right));
            case Compared compared -> Value.of(compare(compared));
        };
    }

    boolean truth(Expression expression) {
        var value = value(expression);
        return value.truth()
                .orElseThrow(() -> line.wrong(
                        expression.index(), "this is " + value.kind() + ", not true or false", "compare it with =="));
    }

    /** The word with its variables filled in: one word still, whatever they hold. */
    String text(Word word) {
        var text = new StringBuilder();
        for (var part : word.parts()) {
            switch (part) {
                case Letters(var letters) -> text.append(letters);
                case Inserted(var name, var index) -> text.append(inserted(index, name));
            }
        }
        return text.toString();
    }

    /** The same for a word of a command. A value that looks like an option would be one that nobody has written. */
    String argument(Word word) {
        var text = text(word);
        if (word.startsWithValue() && text.startsWith("-")) {
            throw line.wrong(
                    word.index(),
                    "the value of " + word.pattern() + " begins with -, as an option does",
                    "write --option=${name}");
        }
        return text;
    }

    private String inserted(int index, String name) {
        var value = variable(index, name);
        return value.word()
                .orElseThrow(() -> line.wrong(
                        index, "${" + name + "} is " + value.kind() + ", which is no word", "capture a part of it"));
    }

    private Value variable(int index, String name) {
        return variables
                .get(name)
                .orElseThrow(() -> line.wrong(
                        index, name + " has no value here", "let " + name + " = …, or --set " + name + "=…"));
    }

    private Value list(ListOf list) {
        var values = new ArrayList<@Nullable Object>();
        list.elements().forEach(element -> values.add(value(element).json()));
        return Value.of(values);
    }

    private boolean compare(Compared compared) {
        var left = value(compared.left());
        var right = value(compared.right());
        return switch (compared.operator()) {
            case EQUAL -> left.equals(right);
            case DIFFERENT -> !left.equals(right);
            case LESS -> ordered(compared, left, right, order -> order < 0);
            case MORE -> ordered(compared, left, right, order -> order > 0);
            case AT_MOST -> ordered(compared, left, right, order -> order <= 0);
            case AT_LEAST -> ordered(compared, left, right, order -> order >= 0);
            case CONTAINS -> known(compared, left, right, left.contains(right));
        };
    }

    private boolean ordered(Compared compared, Value left, Value right, IntPredicate holds) {
        return known(compared, left, right, left.compareTo(right).map(order -> holds.test(order)));
    }

    private boolean known(Compared compared, Value left, Value right, Optional<Boolean> outcome) {
        return outcome.orElseThrow(() -> line.wrong(
                compared.index(),
                left.kind() + " and " + right.kind() + " cannot be compared with "
                        + compared.operator().sign(),
                ""));
    }
}
