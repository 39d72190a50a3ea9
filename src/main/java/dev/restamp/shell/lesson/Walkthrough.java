package dev.restamp.shell.lesson;

import dev.restamp.practice.Lesson;
import dev.restamp.practice.Lesson.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Where a learner is in a lesson. */
final class Walkthrough {
    private final Lesson lesson;
    private final Stage stage;
    private final Optional<Progress> progress;
    private final Clock clock;
    private int step;
    private int hints;
    private boolean passed;
    private Instant begun;

    /** @param progress where it is kept how far the learner comes; empty where that counts for nobody */
    Walkthrough(Lesson lesson, Stage stage, Optional<Progress> progress, Clock clock) {
        this.lesson = lesson;
        this.stage = stage;
        this.progress = progress;
        this.clock = clock;
        this.begun = clock.instant();
    }

    Lesson lesson() {
        return lesson;
    }

    Stage stage() {
        return stage;
    }

    Step step() {
        return lesson.steps().get(step);
    }

    /** From 1. */
    int number() {
        return step + 1;
    }

    int steps() {
        return lesson.steps().size();
    }

    boolean isLast() {
        return number() == steps();
    }

    boolean isPassed() {
        return passed;
    }

    /** When the step began, or began anew. */
    Instant begun() {
        return begun;
    }

    void begin(int index) {
        step = index;
        hints = 0;
        stage.begin(step());
        fresh();
    }

    /** Everything is as it was when the step began. */
    void back() {
        stage.back(step());
        fresh();
    }

    void pass() {
        passed = true;
        progress.ifPresent(kept -> kept.reached(lesson.key(), number()));
    }

    /** The number of the next hint; the last one again where there is no more. */
    int hint() {
        hints = Math.min(hints + 1, step().hints().size());
        return hints;
    }

    private void fresh() {
        passed = false;
        begun = clock.instant();
    }
}
