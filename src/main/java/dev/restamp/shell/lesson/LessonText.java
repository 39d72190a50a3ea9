package dev.restamp.shell.lesson;

import dev.restamp.core.Exit;
import dev.restamp.practice.Lesson;
import dev.restamp.practice.Lesson.WrongTurn;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said in a lesson. */
final class LessonText {
    private static final int BAR = 10;

    private LessonText() {}

    static Report begun(Walkthrough now) {
        var report = Report.builder();
        report.line(Text.of("PRACTICE  ", Style.GOOD)
                .and("on a private PostgreSQL; no other database can be reached in this mode"));
        if (now.number() == 1 && !now.lesson().story().isEmpty()) {
            report.gap();
            paragraph(now.lesson().story(), report);
        }
        report.gap();
        return task(now, report);
    }

    static Report step(Walkthrough now) {
        return task(now, Report.builder());
    }

    private static Report task(Walkthrough now, Report.Builder report) {
        report.line(Text.of(place(now), Style.STRONG).and("  " + bar(now), Style.FAINT));
        report.line(Text.of("  " + now.step().title(), Style.STRONG));
        report.gap();
        paragraph(now.step().task(), report);
        if (!now.step().question().isEmpty()) {
            report.gap();
            report.line(Text.of("  asked: ", Style.FAINT).and(now.step().question()));
        }
        report.gap();
        report.line(Text.of("  hint   check   reset   solution   skip   learn quit", Style.FAINT));
        return report.json(json(now)).json("task", now.step().task()).build(Exit.OK);
    }

    static Report hint(Walkthrough now, int number) {
        var hints = now.step().hints();
        var report = Report.builder().line(Text.of("hint " + number + " of " + hints.size() + "  ", Style.STRONG));
        paragraph(hints.get(number - 1), report);
        return report.json(json(now)).json("hint", hints.get(number - 1)).build(Exit.OK);
    }

    static Report solution(Walkthrough now) {
        var report = Report.builder();
        report.line(Text.of("one way to do it", Style.STRONG));
        lines(now.step().solution(), report);
        return report.json(json(now))
                .json("solution", Play.lines(now.step().solution()))
                .build(Exit.OK);
    }

    static Report notYet(Walkthrough now, String why) {
        var report = Report.builder();
        var lines = why.lines().toList();
        report.block(
                new Block.Paragraph(Text.of("✗ not yet: ", Style.BAD).and(lines.isEmpty() ? "" : lines.getFirst())));
        lines.stream().skip(1).forEach(line -> report.noted(Text.of("    " + line), ""));
        return report.json(json(now))
                .json("why", why.strip())
                .next(Next.reads("hint", "from the direction to the answer"), Next.reads("check", "when it is done"))
                .build(Exit.FINDING);
    }

    static Report wrong(Walkthrough now, WrongTurn wrong, List<String> echoes) {
        var report = Report.builder();
        report.line(Text.of("WRONG TURN  ", Style.BAD).and(wrong.title(), Style.STRONG));
        echoes.forEach(line -> report.block(new Block.Paragraph(Text.of("  " + line))));
        report.line(Text.of("  undone: ", Style.GOOD).and("everything is as it was when the step began"));
        return report.json(json(now))
                .json("wrong_turn", wrong.title())
                .json("why", String.join("\n", echoes))
                .next(Next.reads("hint", "from the direction to the answer"))
                .build(Exit.FINDING);
    }

    static Report passed(Walkthrough now, List<String> echoes) {
        var report = Report.builder();
        report.line(Text.of("✓ done", Style.GOOD).and("   " + now.step().title()));
        echoes.forEach(line -> report.block(new Block.Paragraph(Text.of("  " + line))));
        if (!now.step().after().isEmpty()) {
            report.gap();
            paragraph(now.step().after(), report);
        }
        report.gap();
        report.line(Text.of("  one way to do it, to compare", Style.FAINT));
        lines(now.step().solution(), report);
        var next = now.isLast()
                ? Next.reads("next", "the end of the lesson")
                : Next.reads("next", "step " + (now.number() + 1) + " of " + now.steps());
        return report.json(json(now)).next(next).build(Exit.OK);
    }

    static Report reset(Walkthrough now) {
        return Report.builder()
                .line("everything is as it was when this step began")
                .json(json(now))
                .build(Exit.OK);
    }

    static Report finished(Lesson lesson, List<Lesson> all) {
        var report = Report.builder();
        report.line(Text.of("DONE  ", Style.GOOD).and(lesson.title()));
        var following = all.indexOf(lesson) + 1;
        if (following > 0 && following < all.size()) {
            report.next(Next.reads(
                    "learn start " + all.get(following).name(),
                    all.get(following).title()));
        }
        return report.next(Next.reads("learn", "every lesson"))
                .json("lesson", lesson.name())
                .json("finished", true)
                .build(Exit.OK);
    }

    static Report left(Optional<Lesson> lesson) {
        return Report.builder()
                .line(lesson.map(one -> "left; the practice server is gone, and learn start " + one.key()
                                + " goes on where you were")
                        .orElse("no lesson is being played"))
                .json("lesson", lesson.map(Lesson::name).orElse(null))
                .build(Exit.OK);
    }

    static Report skipped(Lesson lesson, List<String> missing) {
        return Report.builder()
                .line(Text.of("SKIPPED  ", Style.WARN)
                        .and(lesson.title() + " needs " + String.join(", ", missing) + ", not found on this machine"))
                .line("  on Debian and Ubuntu: apt-get install " + String.join(" ", missing))
                .json("lesson", lesson.name())
                .json("missing", missing)
                .next(Next.reads("learn", "every other lesson"))
                .build(Exit.INCONCLUSIVE);
    }

    private static Map<String, @Nullable Object> json(Walkthrough now) {
        return Json.object(
                "lesson", now.lesson().name(),
                "step", now.number(),
                "steps", now.steps(),
                "title", now.step().title(),
                "passed", now.isPassed());
    }

    private static String place(Walkthrough now) {
        var number = now.lesson().number();
        return (number == 0 ? "lesson" : "lesson " + number) + " · "
                + now.lesson().title() + " · step " + now.number() + " of " + now.steps();
    }

    private static String bar(Walkthrough now) {
        var done = BAR * (now.number() - 1) / now.steps();
        return "[" + "=".repeat(done) + ">" + " ".repeat(BAR - 1 - Math.min(done, BAR - 1)) + "]";
    }

    /** Lines that follow each other flow; those that are indented, and empty ones, stay as they are. */
    private static void paragraph(String text, Report.Builder report) {
        var flowing = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith(" ")) {
                flow(flowing, report);
                report.noted(Text.of(line.isBlank() ? "" : "  " + line), "");
            } else {
                flowing.add(line.strip());
            }
        }
        flow(flowing, report);
    }

    private static void flow(List<String> lines, Report.Builder report) {
        if (!lines.isEmpty()) {
            report.block(new Block.Paragraph(Text.of("  " + String.join(" ", lines))));
            lines.clear();
        }
    }

    private static void lines(String play, Report.Builder report) {
        Play.lines(play).forEach(line -> report.line("    " + line));
    }
}
