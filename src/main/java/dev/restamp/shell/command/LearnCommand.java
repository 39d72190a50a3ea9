package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.lesson.Learning;
import dev.restamp.shell.render.Report;
import java.util.List;
import java.util.Optional;

/** {@code learn}: lessons, each a broken database to repair on a private server. */
final class LearnCommand implements ShellCommand {
    private static final String[] WORDS = {
        "start", "next", "hint", "check", "reset", "solution", "skip", "progress", "quit", "new"
    };

    private final Learning learning;

    LearnCommand(Learning learning) {
        this.learning = learning;
    }

    @Override
    public Usage usage() {
        return Usage.of("learn", Group.LEARN, "Lessons: real incidents on a private server, step by step")
                .operands("[start [LESSON] | next | hint | check [ANSWER] | reset | solution | skip | progress | quit]",
                        Operand.LESSON, 0, 100)
                .words(WORDS)
                .flag("--again", "begin at the first step whatever was done before")
                .example("learn", "every lesson, and how far you are")
                .example("learn start restored-dump", "begin one, or go on where you left it")
                .exits(Exit.FINDING, Exit.CONNECTION, Exit.INCONCLUSIVE)
                .see("practice", "status")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var word = arguments.operand(0).orElse("progress");
        return switch (word) {
            case "progress" -> learning.list();
            case "start" -> learning.start(arguments.operand(1), arguments.has("--again"));
            case "next" -> learning.next();
            case "hint" -> learning.hint();
            case "check" -> learning.check(answer(arguments));
            case "reset" -> learning.reset();
            case "solution" -> learning.solution();
            case "skip" -> learning.skip();
            case "quit" -> learning.quit();
            default ->
                throw new Problem(
                        Exit.USAGE,
                        "learn knows " + String.join(", ", List.of(WORDS)) + ", not \"" + word + "\"",
                        "learn start " + word);
        };
    }

    /** Several words are one answer. */
    private static Optional<String> answer(Arguments arguments) {
        var words = arguments.operands();
        return words.size() < 2
                ? Optional.empty()
                : Optional.of(String.join(" ", words.subList(1, words.size())));
    }
}
