package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code help}: what there is to type. */
final class HelpCommand implements ShellCommand {
    private final Supplier<List<Usage>> usages;

    /** @param usages those of every command, this one included */
    HelpCommand(Supplier<List<Usage>> usages) {
        this.usages = usages;
    }

    @Override
    public Usage usage() {
        return Usage.of("help", Group.SHELL, "List the commands, or explain one")
                .operands("[COMMAND|CODE]", Operand.COMMAND, 0, 1)
                .example("help", "every command in one line")
                .example("help stamp", "one command, its options and examples")
                .example("help VD101", "what a finding means, and what to do")
                .see("glossary")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        return arguments.operand(0).map(this::page).orElseGet(this::list);
    }

    private Report page(String name) {
        return usages.get().stream()
                .filter(usage -> usage.name().equals(name))
                .findFirst()
                .map(HelpPage::report)
                .or(() -> Topics.of(name).map(HelpCommand::topic))
                .orElseThrow(() -> unknown(name));
    }

    private static Report topic(Topics.Topic topic) {
        var report = Report.builder().noted(Text.of(topic.title(), Style.STRONG), topic.code());
        report.gap();
        topic.lines().forEach(report::line);
        return report.json("code", topic.code())
                .json("title", topic.title())
                .json("help", String.join("\n", topic.lines()))
                .build(Exit.OK);
    }

    private Problem unknown(String name) {
        var known = usages.get().stream().map(Usage::name).toList();
        var meant =
                Nearest.to(name, known).map(near -> ". Did you mean: " + near).orElse("");
        return new Problem(Exit.USAGE, "there is no help on \"" + name + "\"" + meant, "help, or glossary");
    }

    private Report list() {
        var report = Report.builder();
        for (var group : Group.values()) {
            var rows = usages.get().stream()
                    .filter(usage -> usage.group() == group)
                    .map(usage -> List.of(Text.of(usage.name(), Style.STRONG), Text.of(usage.summary())))
                    .toList();
            report.line(Text.of(group.title(), Style.FAINT));
            report.block(new Grid(List.of(Head.left(""), Head.left("")), rows));
        }
        report.line(
                "Tab completes, Ctrl-R searches what was typed, a digit runs the line of a \"next\" list, Ctrl-D leaves");
        report.listed("commands", usages.get().stream().map(HelpCommand::json).toList());
        report.json(
                "exit_codes",
                Arrays.stream(Exit.values())
                        .map(exit -> Json.object("code", exit.code(), "meaning", exit.meaning()))
                        .toList());
        return report.build(Exit.OK);
    }

    private static Map<String, @Nullable Object> json(Usage usage) {
        return Json.object(
                "name", usage.name(),
                "synopsis", HelpPage.synopsis(usage),
                "summary", usage.summary(),
                "writes", usage.writes());
    }
}
