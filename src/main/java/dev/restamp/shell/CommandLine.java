package dev.restamp.shell;

import dev.restamp.shell.command.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A typed line as the words of a command. */
final class CommandLine {
    private final Function<String, Optional<Usage>> usages;

    /** @param usages that of the command which this name, or its beginning, means */
    CommandLine(Function<String, Optional<Usage>> usages) {
        this.usages = usages;
    }

    /** @throws dev.restamp.core.Problem where a quote is not closed */
    List<String> words(String line) {
        var text = line.strip();
        var head = new ArrayList<String>();
        if (text.startsWith("@")) {
            head.add(firstOf(text));
        }
        var name = firstOf(after(text, head));
        var usage = usages.apply(name).filter(Usage::raw);
        if (usage.isEmpty()) {
            return Words.split(line);
        }
        head.add(name);
        raw(usage.get(), after(text, head), head);
        return head;
    }

    /** Options, then all the rest as one word. A {@code --json} at the very end is no comment of SQL. */
    private static void raw(Usage usage, String text, List<String> words) {
        var rest = text;
        while (rest.startsWith("-") && usage.option(name(rest)).isPresent()) {
            var option = firstOf(rest);
            words.add(option);
            rest = rest.substring(option.length()).strip();
            if (!option.contains("=")
                    && usage.option(option).filter(one -> !one.isFlag()).isPresent()) {
                words.add(firstOf(rest));
                rest = rest.substring(firstOf(rest).length()).strip();
            }
        }
        var json = rest.endsWith(" --json");
        if (json) {
            words.add("--json");
            rest = rest.substring(0, rest.length() - " --json".length()).strip();
        }
        if (!rest.isEmpty()) {
            words.add("--");
            words.add(rest);
        }
    }

    private static String name(String text) {
        return firstOf(text).split("=", 2)[0];
    }

    private static String after(String text, List<String> words) {
        var rest = text;
        for (var word : words) {
            rest = rest.substring(word.length()).strip();
        }
        return rest;
    }

    private static String firstOf(String text) {
        return text.isEmpty() ? "" : text.split("\\s", 2)[0];
    }
}
