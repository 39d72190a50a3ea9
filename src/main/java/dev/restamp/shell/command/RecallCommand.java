package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Histories;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** {@code recall}: the lines typed before. {@code history} is the word for that of the migrations. */
final class RecallCommand implements ShellCommand {
    private static final int USUAL = 30;

    private final Histories histories;

    RecallCommand(Session session) {
        this.histories = new Histories(session);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "recall",
                        Group.SHELL,
                        "List the lines typed before in this project; history is the migrations'")
                .operands("[TEXT]", Operand.TEXT, 0, 1)
                .option("-n", "N", Operand.TEXT, "so many of the last ones; " + USUAL + " where nothing is said")
                .example("recall", "the last " + USUAL + " lines; Ctrl-R searches them while you type")
                .example("recall stamp", "those that hold this text")
                .example("recall -n 5", "the last five")
                .see("history")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var wanted = arguments.operand(0).orElse("").toLowerCase(Locale.ROOT);
        var all = histories.lines();
        var found = IntStream.range(0, all.size())
                .filter(i -> all.get(i).toLowerCase(Locale.ROOT).contains(wanted))
                .boxed()
                .toList();
        var shown = found.subList(Math.max(0, found.size() - number(arguments)), found.size());
        var report = Report.builder()
                .json("lines", shown.stream().map(all::get).toList())
                .records(shown.stream()
                        .map(i -> Json.object("number", i + 1, "line", all.get(i)))
                        .toList());
        if (shown.isEmpty()) {
            return report.line(wanted.isEmpty() ? "nothing has been typed yet" : "no line holds \"" + wanted + "\"")
                    .build(Exit.OK);
        }
        var rows = shown.stream()
                .map(i -> List.of(Text.of(String.valueOf(i + 1), Style.FAINT), Text.of(all.get(i))))
                .toList();
        return report.block(new Grid(List.of(Head.right(""), Head.left("")), rows))
                .build(Exit.OK);
    }

    private static int number(Arguments arguments) {
        var given = arguments.value("-n").orElse(String.valueOf(USUAL));
        if (!given.matches("[1-9]\\d{0,5}")) {
            throw new Problem(Exit.USAGE, "-n needs a number, not \"" + given + "\"", "help recall");
        }
        return Integer.parseInt(given);
    }
}
