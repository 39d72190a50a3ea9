package dev.restamp.shell.script;

import dev.restamp.shell.TestShell;
import dev.restamp.shell.command.ShellCommand;
import dev.restamp.shell.command.Usage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Scripts written in a test. */
final class Scripts {
    static final List<Usage> USAGES =
            TestShell.commands().stream().map(ShellCommand::usage).toList();

    private Scripts() {}

    static Script read(String text) {
        return ScriptLoader.load("x.restamp", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Each as {@code 13:7 what is wrong}. */
    static List<String> mistakes(String text, String... given) {
        return Checker.check(read(text), USAGES, Set.of(given)).stream()
                .map(mistake -> mistake.place().replace("x.restamp:", "") + " " + mistake.what())
                .toList();
    }

    /** The value of an expression. */
    static Value value(String expression, Variables variables) {
        var line = new SourceLine("x.restamp", 1, expression);
        var cursor = new Cursor(line, 0);
        return new Evaluator(line, variables).value(new ExpressionParser(cursor).parse());
    }
}
