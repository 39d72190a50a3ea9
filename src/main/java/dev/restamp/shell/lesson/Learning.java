package dev.restamp.shell.lesson;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.practice.Lesson;
import dev.restamp.practice.Lessons;
import dev.restamp.shell.Session;
import dev.restamp.shell.command.CommandRunner;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.journal.Heard;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.script.Recorder;
import dev.restamp.shell.script.RunResult;
import dev.restamp.tracker.Programs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The lesson that is being played, if one is, and what can be done in it. */
public final class Learning {
    /** What may be typed in a lesson without {@code learn} before it. */
    private static final Map<String, String> WORDS = Map.of(
            "check", "Whether the step is done; with the answer where one is asked for",
            "hint", "The next of three hints",
            "next", "Go on to the next step",
            "reset", "Everything as it was when the step began",
            "solution", "One way to do it",
            "skip", "Have the step done, and go on",
            "progress", "Every lesson, and how far you are");

    private final Session session;
    private final LessonScripts scripts;
    private final Play play;
    private final Progress progress;
    private Optional<Walkthrough> walkthrough = Optional.empty();

    /** @param usages those of every command */
    public Learning(Session session, CommandRunner runner, Recorder recorder, Supplier<List<Usage>> usages) {
        this.session = session;
        this.scripts = new LessonScripts(session, runner, usages);
        this.play = new Play(session, runner, recorder);
        this.progress = new Progress(session.state().progress());
        session.whenCommandEnds((words, exit) -> afterCommand());
    }

    public Report list() {
        return LessonList.of(Lessons.all(), progress, running());
    }

    /**
     * Begins a lesson, or goes on where it was left.
     *
     * @param word its name, number or folder; empty for the one that is next
     * @param again whether to begin at the first step whatever was done before
     */
    public Report start(Optional<String> word, boolean again) {
        var named = word.map(one -> Lessons.named(one, session.folder())).orElseGet(this::unfinished);
        var missing = Programs.missing(named.needs());
        if (!missing.isEmpty()) {
            return LessonText.skipped(named, missing);
        }
        var passed = again ? 0 : progress.passed(named.key());
        var now = open(named, Optional.of(progress));
        goTo(now, passed < named.steps().size() ? passed : 0);
        return LessonText.begun(now);
    }

    /** One that was begun comes before those that were not. */
    private Lesson unfinished() {
        var all = Lessons.all();
        return progress.next(all).orElseGet(all::getFirst);
    }

    private Walkthrough open(Lesson lesson, Optional<Progress> kept) {
        quit();
        scripts.examine(lesson);
        var begun = new Walkthrough(
                lesson, Stage.open(session, lesson), kept, session.console().clock());
        walkthrough = Optional.of(begun);
        session.shortcuts().set("learn", WORDS);
        return begun;
    }

    /** What is done in the steps before is done again: the server is a new one. */
    private void goTo(Walkthrough now, int step) {
        for (var before = 0; before < step; before++) {
            session.console().progress("playing step " + (before + 1) + " of " + now.steps() + " …");
            now.begin(before);
            session.in(now.stage().files(), () -> play.quietly(now.step().solution(), now.stage()));
        }
        now.begin(step);
        session.console().clearProgress();
    }

    /**
     * Plays a lesson by its own solutions, other ways and wrong turns, for whoever writes it. Nothing is kept.
     *
     * @throws Problem where the lesson cannot be read
     */
    public Report tryOut(String word) {
        return apart(Lessons.named(word, session.folder()), Trial::run);
    }

    /**
     * Plays what a learner has typed, and says which steps that passes. Nothing is kept.
     *
     * @param word the lesson; empty where the first line starts it
     * @param lines as typed
     */
    public Report judge(Optional<String> word, List<String> lines) {
        var named = word.or(() -> lines.stream().findFirst().flatMap(Trial::started))
                .orElseThrow(() -> new Problem(
                        Exit.USAGE, "it is not said which lesson this is", "learn start LESSON --check-only FILE"));
        return apart(Lessons.named(named, session.folder()), trial -> trial.judge(lines));
    }

    /** The files that are written meanwhile go with the practice: they are in nobody's way. */
    private Report apart(Lesson lesson, Function<Trial, Report> work) {
        var missing = Programs.missing(lesson.needs());
        if (!missing.isEmpty()) {
            return LessonText.skipped(lesson, missing);
        }
        try {
            var now = open(lesson, Optional.empty());
            return session.in(now.stage().files(), () -> work.apply(new Trial(session, this, play, now)));
        } finally {
            quit();
        }
    }

    public Report next() {
        var now = playing();
        if (!now.isPassed()) {
            throw new Problem(Exit.USAGE, "this step is not done yet", "check, or skip");
        }
        return goOn(now);
    }

    /** Solves the step for the learner, and goes on. */
    public Report skip() {
        var now = playing();
        if (!now.isPassed()) {
            now.back();
            play.quietly(now.step().solution(), now.stage());
            now.pass();
        }
        return goOn(now);
    }

    private Report goOn(Walkthrough now) {
        if (now.isLast()) {
            quit();
            return LessonText.finished(now.lesson(), Lessons.all());
        }
        now.begin(now.number());
        return LessonText.step(now);
    }

    public Report hint() {
        var now = playing();
        return LessonText.hint(now, now.hint());
    }

    public Report solution() {
        return LessonText.solution(playing());
    }

    public Report reset() {
        var now = playing();
        now.back();
        return LessonText.reset(now);
    }

    /** @param given the answer to the step's question; the learner is asked for it where it is missing */
    public Report check(Optional<String> given) {
        var now = playing();
        var wrong = wrongTurn(now);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var result = run(now, "check", now.step().check(), answer(now, given));
        var why = result.whyNot();
        if (why.isPresent()) {
            return LessonText.notYet(now, why.get());
        }
        now.pass();
        return LessonText.passed(now, result.echoes());
    }

    /** Why the step is not done as things are; empty where it is. */
    Optional<String> whyNot(Walkthrough now) {
        return run(now, "check", now.step().check(), "").whyNot();
    }

    private String answer(Walkthrough now, Optional<String> given) {
        var question = now.step().question();
        if (question.isEmpty() || given.isPresent()) {
            return given.orElse("").strip();
        }
        return session.prompter()
                .ask(question + ": ")
                .map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .orElseThrow(() -> new Problem(Exit.USAGE, "this step asks: " + question, "check ANSWER"));
    }

    private RunResult run(Walkthrough now, String what, String script, String answer) {
        var where = now.lesson().name() + ", step " + now.number() + ", " + what;
        var facts =
                Facts.since(now.begun(), session.journal(), answer, now.stage().colleague());
        return now.stage().onStage(() -> scripts.run(where, script, facts));
    }

    /** What was done that is wrong is said, and taken back. */
    Optional<Report> wrongTurn(Walkthrough now) {
        for (var wrong : now.step().wrongTurns()) {
            var result = run(now, wrong.title(), wrong.when(), "");
            if (result.whyNot().isEmpty()) {
                now.back();
                return Optional.of(LessonText.wrong(now, wrong, result.echoes()));
            }
        }
        return Optional.empty();
    }

    /** What has written may have been a wrong turn: a person is shown so at once, a program when it checks. */
    private void afterCommand() {
        running()
                .filter(_ -> !session.console().isForPrograms())
                .filter(now -> !now.isPassed() && session.journal().heardLast().anyMatch(Heard::isWrite))
                .flatMap(this::wrongTurn)
                .ifPresent(report -> session.console().show(report.blocks()));
    }

    public Report quit() {
        var lesson = walkthrough.map(Walkthrough::lesson);
        walkthrough.ifPresent(now -> now.stage().close());
        walkthrough = Optional.empty();
        session.shortcuts().clear();
        return LessonText.left(lesson);
    }

    /** The one that is played, as long as nobody has stopped its practice server. */
    private Optional<Walkthrough> running() {
        if (walkthrough.filter(now -> !now.stage().isOpen()).isPresent()) {
            quit();
        }
        return walkthrough;
    }

    private Walkthrough playing() {
        return running().orElseThrow(() -> new Problem(Exit.USAGE, "no lesson is being played", "learn start"));
    }

    /** Whether a lesson is being played. */
    public boolean isPlaying() {
        return running().isPresent();
    }
}
