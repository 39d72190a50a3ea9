package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Report;
import java.util.ArrayList;
import java.util.List;

/** The help page of a command, made from its {@link Usage}: on the screen and in {@code docs/commands}. */
public final class HelpPage {
    private HelpPage() {}

    /** The page as text: what it does, how it is typed, examples, options. */
    public static String of(Usage usage) {
        var lines = new ArrayList<String>();
        lines.add(usage.name() + "  " + usage.summary());
        lines.add("");
        lines.add("  " + synopsis(usage));
        lines.add("");
        lines.add("examples");
        lines.addAll(aligned(usage.examples().stream()
                .map(example -> List.of(example.line(), example.meaning()))
                .toList()));
        lines.add("");
        lines.add("options");
        lines.addAll(aligned(usage.allOptions().stream()
                .map(option -> List.of((option.names() + " " + option.value()).strip(), option.help()))
                .toList()));
        lines.add("");
        lines.add("exit codes");
        lines.addAll(aligned(exits(usage).stream()
                .map(exit -> List.of(String.valueOf(exit.code()), exit.meaning()))
                .toList()));
        if (!usage.see().isEmpty()) {
            lines.add("");
            lines.add("see also  " + String.join(", ", usage.see()));
        }
        return String.join("\n", lines);
    }

    private static List<Exit> exits(Usage usage) {
        var all = new ArrayList<>(List.of(Exit.OK, Exit.USAGE));
        all.addAll(usage.exits());
        return all.stream().distinct().sorted().toList();
    }

    public static Report report(Usage usage) {
        var page = Report.builder();
        of(usage).lines().forEach(page::line);
        return page.json("help", of(usage)).build(Exit.OK);
    }

    /** The form of the whole line: {@code stamp REV… [--plan] [--expect REV]}. */
    public static String synopsis(Usage usage) {
        var parts = new ArrayList<String>();
        parts.add(usage.name());
        if (!usage.synopsis().isEmpty()) {
            parts.add(usage.synopsis());
        }
        usage.options().forEach(option -> parts.add("[" + (option.name() + " " + option.value()).strip() + "]"));
        return String.join(" ", parts);
    }

    private static List<String> aligned(List<List<String>> rows) {
        var width = rows.stream().mapToInt(row -> row.getFirst().length()).max().orElse(0);
        return rows.stream()
                .map(row -> "  " + row.getFirst()
                        + " ".repeat(width - row.getFirst().length() + 3) + row.getLast())
                .toList();
    }
}
