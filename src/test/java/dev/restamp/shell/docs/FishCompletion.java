package dev.restamp.shell.docs;

import dev.restamp.shell.command.Operand;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.docs.Surface.Typed;
import dev.restamp.shell.render.OutputFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code completions/restamp.fish}. */
final class FishCompletion {
    private FishCompletion() {}

    static String text() {
        var lines = new ArrayList<String>();
        lines.add("""
                # Completion of restamp for fish. Made from the program's commands; do not edit.

                function __restamp_profiles
                    set -l config $HOME/.config
                    set -q XDG_CONFIG_HOME; and set config $XDG_CONFIG_HOME
                    sed -n 's/^\\[profiles\\{0,1\\}\\.\\([A-Za-z0-9_-]*\\)\\].*/\\1/p' $config/restamp/config.toml 2>/dev/null
                end

                set -l commands %s
                complete -c restamp -f
                complete -c restamp -n "not __fish_seen_subcommand_from $commands" -a "(__restamp_profiles)" -d profile\
                """.formatted(names()));
        for (var option : Surface.global()) {
            lines.add(option(option, "not __fish_seen_subcommand_from $commands"));
        }
        for (var usage : Surface.COMMANDS) {
            lines.add("complete -c restamp -n \"not __fish_seen_subcommand_from $commands\" -a " + usage.name() + " -d "
                    + quoted(usage.summary()));
            var there = "__fish_seen_subcommand_from " + usage.name();
            Surface.of(usage).forEach(option -> lines.add(option(option, there)));
            operand(usage, there, lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void operand(Usage usage, String there, List<String> lines) {
        if (!usage.words().isEmpty()) {
            lines.add("complete -c restamp -n \"" + there + "\" -a " + quoted(String.join(" ", usage.words())));
        }
        var values = values(usage.operand());
        if (!values.isEmpty()) {
            lines.add("complete -c restamp -n \"" + there + "\"" + values);
        }
    }

    private static String option(Typed option, String condition) {
        var names = option.names().stream().map(FishCompletion::name).collect(Collectors.joining(" "));
        var value = option.isFlag() ? "" : " -r" + values(option.operand());
        return "complete -c restamp -n \"" + condition + "\" " + names + value + " -d " + quoted(option.help());
    }

    private static String name(String dashed) {
        return dashed.startsWith("--") ? "-l " + dashed.substring(2) : "-s " + dashed.substring(1);
    }

    private static String values(Operand operand) {
        return switch (BashCompletion.kindName(operand)) {
            case "file" -> " -F";
            case "folder" -> " -a \"(__fish_complete_directories)\"";
            case "profile" -> " -a \"(__restamp_profiles)\"";
            case "tracker" -> " -a " + quoted(BashCompletion.trackers());
            case "format" -> " -a " + quoted(OutputFormats.names().replace(",", ""));
            case "command" -> " -a " + quoted(names());
            default -> "";
        };
    }

    private static String names() {
        return Surface.COMMANDS.stream().map(Usage::name).collect(Collectors.joining(" "));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
