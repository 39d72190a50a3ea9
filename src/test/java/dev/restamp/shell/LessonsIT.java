package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.practice.Lesson;
import dev.restamp.practice.Lesson.Step;
import dev.restamp.practice.Lesson.WrongTurn;
import dev.restamp.practice.Lessons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson from its first step to its last, typed into the built program: also what is wrong, and other ways. */
class LessonsIT {
    @TempDir
    private Path home;

    static List<String> lessons() {
        return Lessons.all().stream().map(Lesson::name).toList();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void every_lesson_can_be_played(String name) throws Exception {
        var lesson = Lessons.named(name, home);
        try (var learner = Learner.of(home)) {
            var begun = learner.type("learn start " + name);
            assumeTrue(!begun.has("missing"), () -> "skipped, for this is not installed: " + begun.get("missing"));
            for (var number = 1; number <= lesson.steps().size(); number++) {
                var step = lesson.steps().get(number - 1);
                var where = name + ", step " + number;
                assertThat(learner.type("learn progress").get("step").asInt())
                        .as(where)
                        .isEqualTo(number);
                for (var wrong : step.wrongTurns()) {
                    isCaught(wrong, where, learner);
                }
                inAnotherWay(step, where, learner);
                passes(step.solution(), where + ", solution", learner);
                learner.type("next");
            }
            assertThat(learner.type("learn progress").get("lessons"))
                    .as("progress")
                    .anySatisfy(one -> {
                        assertThat(one.get("name").asString()).isEqualTo(name);
                        assertThat(one.get("passed").asInt())
                                .isEqualTo(lesson.steps().size());
                    });
        }
    }

    /** And taken back: the same can be done again, and the step be done after it. */
    private static void isCaught(WrongTurn wrong, String where, Learner learner) throws Exception {
        learner.play(wrong.attempt());
        var check = learner.type("check");
        assertThat(check.path("wrong_turn").asString()).as(where + ": " + check).isEqualTo(wrong.title());
        assertThat(check.get("why").asString()).as(where).isNotBlank();
        assertThat(learner.type("check").has("wrong_turn"))
                .as(where + " is not taken back")
                .isFalse();
    }

    private static void inAnotherWay(Step step, String where, Learner learner) throws Exception {
        assertThat(step.other()).as(where + " has no other way").isNotBlank();
        passes(step.other(), where + ", another way", learner);
        learner.type("reset");
    }

    private static void passes(String play, String where, Learner learner) throws IOException {
        var last = learner.play(play);
        assertThat(last.path("passed").asBoolean()).as(where + ": " + last).isTrue();
    }
}
