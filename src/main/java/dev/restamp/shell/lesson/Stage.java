package dev.restamp.shell.lesson;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ScratchWork;
import dev.restamp.practice.Lesson;
import dev.restamp.practice.Lesson.Step;
import dev.restamp.practice.Practice;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.PracticeStart;
import dev.restamp.shell.Session;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The world of a lesson: a private server with its databases, the project, and whoever else works there. */
final class Stage {
    private final Session session;
    private final Lesson lesson;
    private final Practice practice;
    private Optional<ScratchWork> colleague = Optional.empty();

    private Stage(Session session, Lesson lesson, Practice practice) {
        this.session = session;
        this.lesson = lesson;
        this.practice = practice;
    }

    /** Takes a few seconds. What was practised before is stopped. */
    static Stage open(Session session, Lesson lesson) {
        var practice = PracticeStart.of(lesson.scenario(), session);
        lesson.breaks().forEach(practice::applyBreak);
        var stage = new Stage(session, lesson, practice);
        stage.connect();
        return stage;
    }

    /** Whether nobody has stopped the practice meanwhile. */
    boolean isOpen() {
        return session.practice().filter(practice::equals).isPresent();
    }

    void close() {
        leave();
        if (isOpen()) {
            session.stopPractice();
        }
    }

    /** What happens before the step, then the place to come back to, then whoever is at work during it. */
    void begin(Step step) {
        leave();
        happen(step, false);
        practice.mark();
        arrive(step);
        connect();
    }

    /** Everything is as it was when the step began. */
    void back(Step step) {
        leave();
        practice.back();
        arrive(step);
        connect();
    }

    /** Runs statements as another program of the learner would. */
    void run(String database, String sql) {
        practice.run(database, "psql " + database, sql);
    }

    /** A folder for files that are of no use afterwards. */
    Path files() {
        return practice.files();
    }

    /** {@code at work}, {@code gone} where somebody has cut the colleague off, {@code nobody} where there is none. */
    String colleague() {
        return colleague.map(work -> work.isAtWork() ? "at work" : "gone").orElse("nobody");
    }

    /** Does something on the lesson's own database and project, wherever the learner has wandered. */
    <T> T onStage(Supplier<T> work) {
        var here = session.current().map(OpenConnection::name);
        if (session.openProject().isEmpty() || !session.projectPlace().equals(Optional.of(practice.project()))) {
            session.project(practice.project());
        }
        var name = practice.databases().getLast().name();
        if (session.connections().stream().noneMatch(open -> open.name().equals(name))) {
            connect();
        }
        session.use(name);
        try {
            return work.get();
        } finally {
            here.filter(open -> session.connections().stream()
                            .anyMatch(one -> one.name().equals(open)))
                    .ifPresent(session::use);
        }
    }

    /** What is done through the pooler stays in its sessions, which a mark cuts: so that is done again after it. */
    private void happen(Step step, boolean pooled) {
        step.happens().stream()
                .filter(event -> event.database().equals(Practice.POOLED) == pooled)
                .forEach(event -> practice.run(event.database(), place(step) + ", happens", event.sql()));
    }

    private void arrive(Step step) {
        happen(step, true);
        colleague = step.colleague()
                .map(event -> practice.begin(event.database(), "alembic", place(step) + ", colleague", event.sql()));
    }

    private String place(Step step) {
        return lesson.name() + ", step " + (lesson.steps().indexOf(step) + 1);
    }

    private void leave() {
        colleague.ifPresent(ScratchWork::close);
        colleague = Optional.empty();
    }

    /** To every database; the last one is the broken one, and becomes the current connection. */
    private void connect() {
        if (!isOpen()) {
            throw new Problem(Exit.USAGE, "the practice server of this lesson has been stopped", "learn start");
        }
        PracticeStart.connect(practice, session);
        if (lesson.pooled()) {
            session.practise(practice.pooler());
        }
        session.inspect();
    }
}
