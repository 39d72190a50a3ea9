package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Session;
import dev.restamp.shell.script.Script;
import dev.restamp.shell.script.ScriptLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which script is meant, and the variables it is given: for {@code run} and {@code script check} alike. */
final class ScriptWords {
    private static final Pattern SET = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=(.*)", Pattern.DOTALL);
    private static final Pattern SECRET = Pattern.compile("(?i).*(pass|pwd|secret|token|key).*");

    private ScriptWords() {}

    static Script load(String name, Session session) {
        if (!name.equals("-")) {
            return ScriptLoader.load(name, session.folder());
        }
        if (session.prompter().isSomebodyThere()) {
            throw new Problem(
                    Exit.USAGE, "standard input is a terminal, and no script", "restamp run - < FILE, or run FILE");
        }
        return ScriptLoader.load(name, System.in);
    }

    /** The variables of {@code --set}. What is called a password is one from now on. */
    static Map<String, String> given(Arguments arguments, Session session) {
        var given = new HashMap<String, String>();
        for (var text : arguments.each("--set")) {
            var match = SET.matcher(text);
            if (!match.matches()) {
                throw new Problem(
                        Exit.USAGE, "--set needs a name and a value", "--set NAME=VALUE, with letters, digits and _");
            }
            given.put(match.group(1), match.group(2));
            if (SECRET.matcher(match.group(1)).matches()) {
                session.console().redactor().learn(match.group(2));
            }
        }
        return given;
    }
}
