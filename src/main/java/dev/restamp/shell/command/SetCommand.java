package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Session;
import dev.restamp.shell.Settings;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** {@code set}: how answers are given, until the shell is left. What concerns one command is an option of it. */
final class SetCommand implements ShellCommand {
    private static final int NARROWEST = 40;

    private final Session session;

    SetCommand(Session session) {
        this.session = session;
    }

    private enum Name {
        OUTPUT("how answers are drawn: " + OutputFormats.names(OutputFormats.forAnyAnswer())),
        WIDTH("columns, or auto: those of the terminal"),
        PAGER("on or off: whether long answers go to it"),
        QUIET("on or off: no progress and no remarks");

        private final String help;

        Name(String help) {
            this.help = help;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Usage usage() {
        return Usage.of("set", Group.SHELL, "Show or change how answers are given, until the shell is left")
                .operands("[NAME VALUE]", Operand.TEXT, 0, 2)
                .words(words().toArray(String[]::new))
                .example("set", "what may be set, and what it is now")
                .example("set output md", "every answer as Markdown; set output table goes back")
                .example("set width 160", "for a terminal that does not know; set width auto goes back")
                .example("set pager off", "as --no-pager does for the whole program")
                .see("help")
                .build();
    }

    private static List<String> words() {
        return Arrays.stream(Name.values()).map(Name::word).toList();
    }

    @Override
    public Report run(Arguments arguments) {
        if (arguments.operands().size() == 1) {
            throw new Problem(
                    Exit.USAGE, "set needs a value for " + arguments.operands().getFirst(), "help set");
        }
        arguments
                .operand(0)
                .ifPresent(name -> put(named(name), arguments.operands().get(1)));
        return shown(session.console().settings());
    }

    private static Name named(String word) {
        return Arrays.stream(Name.values())
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Exit.USAGE,
                        "nothing is called \"" + word + "\" that may be set",
                        Nearest.to(word, words())
                                .map(one -> "did you mean: " + one)
                                .orElse("one of " + String.join(", ", words()))));
    }

    private void put(Name name, String value) {
        var settings = session.console().settings();
        switch (name) {
            case OUTPUT -> settings.output(format(value));
            case WIDTH -> settings.width(columns(value));
            case PAGER -> settings.pager(isOn(name, value));
            case QUIET -> settings.quiet(isOn(name, value));
        }
    }

    /** Most answers have no graph: a picture is asked for where there is one. */
    private static OutputFormat format(String value) {
        var format = OutputFormats.named(value);
        if (format.isPicture()) {
            throw new Problem(
                    Exit.USAGE, value + " is for one answer: most of them have no graph", "history -o " + value);
        }
        return format;
    }

    private static OptionalInt columns(String value) {
        if (value.equals("auto")) {
            return OptionalInt.empty();
        }
        if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < NARROWEST) {
            throw new Problem(
                    Exit.USAGE,
                    "width is a number of columns from " + NARROWEST + ", or auto; not \"" + value + "\"",
                    "set width auto");
        }
        return OptionalInt.of(Integer.parseInt(value));
    }

    private static boolean isOn(Name name, String value) {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new Problem(Exit.USAGE, name.word() + " is on or off, not \"" + value + "\"", "help set");
        };
    }

    private static Report shown(Settings settings) {
        var values = new LinkedHashMap<String, String>();
        Arrays.stream(Name.values()).forEach(name -> values.put(name.word(), value(name, settings)));
        var rows = Arrays.stream(Name.values())
                .map(name -> List.of(
                        Text.of(name.word()),
                        Text.of(value(name, settings), Style.STRONG),
                        Text.of(name.help, Style.FAINT)))
                .toList();
        return Report.builder()
                .block(new Grid(List.of(Head.left("setting"), Head.left("now"), Head.left("")), rows))
                .json("settings", values)
                .build(Exit.OK);
    }

    private static String value(Name name, Settings settings) {
        return switch (name) {
            case OUTPUT -> settings.output().name();
            case WIDTH ->
                settings.width().isPresent() ? String.valueOf(settings.width().getAsInt()) : "auto";
            case PAGER -> settings.pager() ? "on" : "off";
            case QUIET -> settings.quiet() ? "on" : "off";
        };
    }
}
