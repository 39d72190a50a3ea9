package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Locale;

/** {@code glossary}: the words of the field. */
final class GlossaryCommand implements ShellCommand {
    @Override
    public Usage usage() {
        return Usage.of("glossary", Group.SHELL, "Explain the words: head, base, stamp, drift, merge point …")
                .operands("[WORD]", Operand.TEXT, 0, 1)
                .example("glossary", "every word")
                .example("glossary stamp", "those with this in them")
                .see("help")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var wanted = arguments.operand(0).orElse("").toLowerCase(Locale.ROOT);
        var terms = Topics.glossary().stream()
                .filter(term -> term.word().contains(wanted))
                .toList();
        if (terms.isEmpty()) {
            throw new Problem(Exit.USAGE, "the glossary has no word with \"" + wanted + "\"", "glossary");
        }
        return Report.builder()
                .block(new Grid(
                        List.of(Head.left(""), Head.left("")),
                        terms.stream()
                                .map(term -> List.of(Text.of(term.word(), Style.STRONG), Text.of(term.meaning())))
                                .toList()))
                .listed(
                        "terms",
                        terms.stream()
                                .map(term -> Json.object("word", term.word(), "meaning", term.meaning()))
                                .toList())
                .build(Exit.OK);
    }
}
