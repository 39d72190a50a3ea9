package dev.restamp.shell;

import java.util.Map;

/**
 * Which of the three standard streams are terminals, and what they can show.
 *
 * <p>The start script knows it for nothing and says so in {@code restamp.tty}, as {@code 012} with the numbers of those
 * that are; asking Java would load half of JLine at every start.
 */
public record Terminals(boolean in, boolean out, boolean err, boolean dumb, boolean utf8, boolean noColour) {

    static Terminals of(Map<String, String> environment) {
        var said = System.getProperty("restamp.tty");
        var tty = said != null ? said : isConsole() ? "012" : "";
        return new Terminals(
                tty.contains("0"),
                tty.contains("1"),
                tty.contains("2"),
                environment.getOrDefault("TERM", "dumb").equals("dumb"),
                isUtf8(environment),
                !environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Whether a person can be asked. */
    boolean canAsk() {
        return in && err;
    }

    boolean interactive() {
        return in && out;
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where the JDK's console provider says so
    private static boolean isConsole() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static boolean isUtf8(Map<String, String> environment) {
        for (var variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            var value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                var upper = value.toUpperCase(java.util.Locale.ROOT);
                return upper.contains("UTF-8") || upper.contains("UTF8");
            }
        }
        return false;
    }
}
