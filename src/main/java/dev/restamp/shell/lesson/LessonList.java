package dev.restamp.shell.lesson;

import dev.restamp.core.Exit;
import dev.restamp.practice.Lesson;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.tracker.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every lesson, and how far the learner has come in it. */
final class LessonList {
    private LessonList() {}

    static Report of(List<Lesson> lessons, Progress progress, Optional<Walkthrough> now) {
        var report = Report.builder();
        report.line(Text.of("PRACTICE  ", Style.GOOD)
                .and("each on a private PostgreSQL; no other database can be reached in this mode"));
        var heads = List.of(Head.right(""), Head.left(""), Head.left(""), Head.right(""), Head.left(""));
        var rows = new ArrayList<List<Text>>();
        var json = new ArrayList<Map<String, @Nullable Object>>();
        for (var lesson : lessons) {
            var passed = progress.passed(lesson.key());
            rows.add(List.of(
                    Text.of(Integer.toString(lesson.number())),
                    Text.of(lesson.name(), Style.STRONG),
                    Text.of(lesson.about()),
                    Text.of(lesson.minutes() + " min"),
                    state(lesson, passed)));
            json.add(Json.object(
                    "number", lesson.number(),
                    "name", lesson.name(),
                    "title", lesson.title(),
                    "minutes", lesson.minutes(),
                    "steps", lesson.steps().size(),
                    "passed", passed,
                    "missing", Programs.missing(lesson.needs())));
        }
        report.block(new Grid(heads, rows));
        now.ifPresent(
                one -> report.line(Text.of("now: " + one.lesson().name() + ", step " + one.number(), Style.WARN)));
        return report.listed("lessons", json)
                .json("playing", now.map(one -> one.lesson().name()).orElse(null))
                .json("step", now.map(Walkthrough::number).orElse(null))
                .next(next(lessons, progress, now))
                .build(Exit.OK);
    }

    private static Next next(List<Lesson> lessons, Progress progress, Optional<Walkthrough> now) {
        return now.map(_ -> Next.reads("check", "whether the step is done"))
                .orElseGet(() -> progress.next(lessons)
                        .map(lesson -> Next.reads(
                                "learn start " + lesson.name(),
                                progress.passed(lesson.key()) > 0 ? "go on" : "takes a few seconds to build"))
                        .orElseGet(() -> Next.reads("learn start 1 --again", "all are done; once more")));
    }

    private static Text state(Lesson lesson, int passed) {
        var missing = Programs.missing(lesson.needs());
        if (passed >= lesson.steps().size()) {
            return Text.of("done", Style.GOOD);
        }
        if (!missing.isEmpty()) {
            return Text.of("needs " + String.join(", ", missing), Style.WARN);
        }
        return passed == 0
                ? Text.EMPTY
                : Text.of(
                        "in progress, step " + (passed + 1) + " of "
                                + lesson.steps().size(),
                        Style.WARN);
    }
}
