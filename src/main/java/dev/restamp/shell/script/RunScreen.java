package dev.restamp.shell.script;

import dev.restamp.shell.Console;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Locale;

/** Shows a script while it runs: one line a step, when the step is done. */
final class RunScreen {
    private final Console console;
    private final String file;
    private final long sections;
    private long section;

    /**
     * @param file the script itself; lines of others are shown with their file
     * @param sections how many there are
     */
    RunScreen(Console console, String file, long sections) {
        this.console = console;
        this.file = file;
        this.sections = sections;
    }

    /** @param number of the section, from 1; those in branches that are not taken count too */
    void section(long number, String title) {
        section = number;
        console.show(Text.of("[" + section + "/" + sections + "]", Style.FAINT).and("  " + title, Style.STRONG));
    }

    void echo(String text) {
        console.show(Text.of(" ".repeat(7) + text));
    }

    void step(Step step) {
        var place = step.line().file().equals(file)
                ? Integer.toString(step.line().number())
                : step.line().place();
        var text = Text.of(String.format(Locale.ROOT, "%4s   ", place)).and(step.text());
        console.show(List.of(new Block.Noted(text, note(step))));
    }

    private static String note(Step step) {
        return String.format(Locale.ROOT, "%2d  %-17s %5.2f s", step.exit().code(), step.remark(), step.seconds());
    }

    /** What a command has shown, below its step. */
    void output(String screen) {
        console.show(screen.lines()
                .map(line -> (Block) new Block.Line(Text.of(" ".repeat(7) + line)))
                .toList());
    }
}
