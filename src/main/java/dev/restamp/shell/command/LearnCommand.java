package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Session;
import dev.restamp.shell.lesson.Learning;
import dev.restamp.shell.lesson.NewLesson;
import dev.restamp.shell.render.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** {@code learn}: lessons, each a broken database to repair on a private server. */
final class LearnCommand implements ShellCommand {
    private static final List<String> WORDS =
            List.of("start", "next", "hint", "check", "reset", "solution", "skip", "progress", "quit", "new");

    private static final String CHECK_ONLY = "--check-only";

    private final Session session;
    private final Learning learning;

    LearnCommand(Session session, Learning learning) {
        this.session = session;
        this.learning = learning;
    }

    @Override
    public Usage usage() {
        return Usage.of("learn", Group.LEARN, "Lessons: real incidents on a private server, step by step")
                .operands("[WORD] [LESSON | ANSWER | FOLDER]", Operand.LESSON, 0, 100)
                .words(WORDS.toArray(String[]::new))
                .flag("--again", "begin at the first step whatever was done before")
                .option(
                        CHECK_ONLY,
                        "FILE",
                        Operand.FILE,
                        "play these lines of a learner; exit 0 where they pass every step")
                .example("learn", "every lesson, and how far you are")
                .example("learn start restored-dump", "begin one, or go on where you left it")
                .example("learn hint", "in a lesson hint, check, next, reset, solution, skip and progress will do")
                .example("learn check ec31ab63431d", "is the step done? Where something is asked, with the answer")
                .example("learn quit", "leave the lesson; how far you came is kept")
                .example("learn start two-rows --check-only answers.txt", "for whoever teaches: an exit code")
                .example("learn new ./our-outage", "a lesson of your own, to be written")
                .example("learn check ./our-outage", "play it by its solutions, other ways and wrong turns")
                .exits(Exit.FINDING, Exit.CONNECTION, Exit.INCONCLUSIVE)
                .see("practice", "script", "report")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        if (arguments.has(CHECK_ONLY)) {
            return judge(arguments);
        }
        var word = arguments.operand(0).orElse("progress");
        return switch (word) {
            case "progress" -> learning.list();
            case "start" -> learning.start(arguments.operand(1), arguments.has("--again"));
            case "next" -> learning.next();
            case "hint" -> learning.hint();
            case "check" -> check(answer(arguments));
            case "reset" -> learning.reset();
            case "solution" -> learning.solution();
            case "skip" -> learning.skip();
            case "quit" -> learning.quit();
            case "new" -> NewLesson.write(session.folder(), folder(arguments));
            default ->
                throw new Problem(
                        Exit.USAGE,
                        "learn knows " + String.join(", ", WORDS) + ", not \"" + word + "\"",
                        Nearest.to(word, WORDS).map(near -> "learn " + near).orElse("learn start " + word));
        };
    }

    /** In a lesson its step; else a lesson is tried out. */
    private Report check(Optional<String> said) {
        return learning.isPlaying() || said.isEmpty() ? learning.check(said) : learning.tryOut(said.get());
    }

    private Report judge(Arguments arguments) {
        var file = session.folder().resolve(arguments.value(CHECK_ONLY).orElseThrow());
        try {
            return learning.judge(arguments.operand(1), Files.readAllLines(file));
        } catch (IOException failure) {
            throw new Problem(Exit.USAGE, "cannot read " + file, "a file of lines as they were typed", failure);
        }
    }

    private static String folder(Arguments arguments) {
        return arguments
                .operand(1)
                .orElseThrow(() -> new Problem(Exit.USAGE, "learn new needs a folder", "learn new ./our-outage"));
    }

    /** Several words are one answer. */
    private static Optional<String> answer(Arguments arguments) {
        var words = arguments.operands();
        return words.size() < 2 ? Optional.empty() : Optional.of(String.join(" ", words.subList(1, words.size())));
    }
}
