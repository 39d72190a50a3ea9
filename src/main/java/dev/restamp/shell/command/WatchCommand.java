package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Answer.Aside;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** {@code watch}: a command again and again, until Ctrl-C or until it ends as wanted. */
final class WatchCommand implements ShellCommand {
    private static final List<String> FORMATS = List.of("table", "plain", "json", "ndjson");
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,5}(\\.\\d{1,3})?");
    private static final Pattern UNTIL = Pattern.compile("(?:exit )?(\\d{1,3})");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Session session;
    private final CommandRunner runner;

    WatchCommand(Session session, CommandRunner runner) {
        this.session = session;
        this.runner = runner;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "watch",
                        Group.LOOK,
                        "Repeat a command that only reads, until Ctrl-C or until it ends as wanted")
                .operands("[SECONDS] COMMAND…", Operand.COMMAND, 1, 100)
                .option("--until", "CODE", Operand.TEXT, "stop when the command ends with this exit code")
                .option("--times", "N", Operand.TEXT, "stop after so many times")
                .example("watch status", "every two seconds until Ctrl-C")
                .example("watch --until 0 10 status", "every ten seconds until row and schema agree")
                .example("watch --times 3 1 current", "three times")
                .reads(Exit.FINDING)
                .see("status", "counts")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var words = arguments.operands();
        var hasPause = SECONDS.matcher(words.getFirst()).matches();
        var command = hasPause ? words.subList(1, words.size()) : words;
        refuse(command);
        refuse(session.console().format());
        var pause = hasPause ? Duration.ofMillis((long) (Double.parseDouble(words.getFirst()) * 1000)) : USUAL;
        return repeat(command, pause, until(arguments), times(arguments));
    }

    private void refuse(List<String> command) {
        if (command.isEmpty()) {
            throw new Problem(Exit.USAGE, "watch needs a command", "watch 2 status");
        }
        var usage = runner.usage(command.getFirst());
        if (usage.filter(one -> one.writes()
                        || List.of("watch", "run", "practice", "quit").contains(one.name()))
                .isPresent()) {
            throw new Problem(
                    Exit.USAGE,
                    command.getFirst() + " is not for repeating: watch takes commands that only read",
                    "help watch");
        }
    }

    /** One table or one page cannot hold several answers. */
    private static void refuse(OutputFormat format) {
        if (!FORMATS.contains(format.name())) {
            throw new Problem(
                    Exit.USAGE, "watch cannot answer in " + format.name(), "one of " + String.join(", ", FORMATS));
        }
    }

    private Report repeat(List<String> command, Duration pause, OptionalInt until, OptionalInt times) {
        for (var round = 1; ; round++) {
            var aside = session.console().aside(() -> runner.run(command));
            if (aside.exit() != Exit.INTERRUPTED) {
                show(command, aside);
            }
            var reached = until.isPresent() && until.getAsInt() == aside.exit().code();
            var stopped = aside.exit() == Exit.USAGE
                    || aside.exit() == Exit.INTERRUPTED
                    || (times.isPresent() && round >= times.getAsInt());
            if (reached || stopped || !rest(pause)) {
                return last(aside, round, reached);
            }
        }
    }

    /** The new answer in the place of the old one; below it, where the screen cannot be redrawn. */
    private void show(List<String> command, Aside aside) {
        var console = session.console();
        console.redraw(
                Text.of(CLOCK.format(console.clock().instant()) + " UTC   ", Style.FAINT)
                        .and(String.join(" ", command), Style.STRONG)
                        .and("   exit " + aside.exit().code() + "   Ctrl-C ends", Style.FAINT),
                aside);
    }

    /** Gives false where Ctrl-C came in between. */
    private boolean rest(Duration pause) {
        var end = Instant.now().plus(pause);
        while (Instant.now().isBefore(end)) {
            if (session.interrupts().isInterrupted()) {
                return false;
            }
            try {
                Thread.sleep(Duration.ofMillis(50));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static Report last(Aside aside, int rounds, boolean reached) {
        var answers = aside.answers();
        return Report.builder()
                .json("rounds", rounds)
                .json("reached", reached)
                .json(
                        "last",
                        answers.isEmpty()
                                ? Json.object()
                                : answers.getLast().report().json())
                .build(reached ? Exit.OK : aside.exit());
    }

    private static OptionalInt until(Arguments arguments) {
        var given = arguments.value("--until");
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        var code = UNTIL.matcher(given.get());
        if (!code.matches()) {
            throw new Problem(Exit.USAGE, "--until needs an exit code, not \"" + given.get() + "\"", "help watch");
        }
        return OptionalInt.of(Integer.parseInt(code.group(1)));
    }

    private static OptionalInt times(Arguments arguments) {
        var given = arguments.value("--times");
        if (given.filter(text -> !text.matches("[1-9]\\d{0,5}")).isPresent()) {
            throw new Problem(Exit.USAGE, "--times needs a number, not \"" + given.get() + "\"", "help watch");
        }
        return given.stream().mapToInt(Integer::parseInt).findFirst();
    }
}
