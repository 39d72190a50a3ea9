package dev.restamp.shell.lesson;

import dev.restamp.core.Exit;
import dev.restamp.practice.Lesson.WrongTurn;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lesson played by nobody: to find out whether it can be done, or whether somebody's lines do it. */
final class Trial {
    private static final String START = "learn start ";

    private final Session session;
    private final Learning learning;
    private final Play play;
    private final Walkthrough now;
    private final List<Way> ways = new ArrayList<>();

    /**
     * One way through a step.
     *
     * @param name {@code solution}, {@code another way}, {@code wrong turn: …}
     * @param why it does not do what it should; empty where it does
     */
    private record Way(int step, String name, String why) {}

    Trial(Session session, Learning learning, Play play, Walkthrough now) {
        this.session = session;
        this.learning = learning;
        this.play = play;
        this.now = now;
    }

    /** The lesson that a first line starts. */
    static Optional<String> started(String line) {
        return line.startsWith(START)
                ? Optional.of(line.substring(START.length()).strip().split("\\s", 2)[0])
                : Optional.empty();
    }

    /** Each step: not done before it begins, each wrong turn caught, done by another way and by the solution. */
    Report run() {
        for (var step = 0; step < now.steps(); step++) {
            now.begin(step);
            way("not done yet", learning.whyNot(now).isPresent() ? "" : "its check holds before anything is done");
            now.step().wrongTurns().forEach(this::wrong);
            if (!now.step().other().isEmpty()) {
                way("another way", played(now.step().other()));
                now.back();
            }
            way("solution", played(now.step().solution()));
        }
        return report(now.lesson().name() + " can be played");
    }

    private void wrong(WrongTurn wrong) {
        var screen = typed(wrong.attempt());
        var caught = learning.wrongTurn(now).map(report -> report.json().get("wrong_turn"));
        way(
                "wrong turn: " + wrong.title(),
                caught.filter(title -> Objects.equals(title, wrong.title())).isPresent()
                        ? ""
                        : caught.map(other -> "taken for: " + other).orElse("not caught\n" + screen));
        now.back();
    }

    private String played(String lines) {
        var screen = typed(lines);
        return now.isPassed() ? "" : "the step is not passed\n" + screen;
    }

    /** Types lines out of sight, and gives what they showed. */
    private String typed(String lines) {
        var screen = new StringBuilder();
        for (var line : Play.lines(lines)) {
            session.console().progress("step " + now.number() + " of " + now.steps() + ": " + line);
            screen.append("> ").append(line).append('\n');
            screen.append(
                    session.console().aside(() -> play.type(line, now.stage())).screen());
        }
        session.console().clearProgress();
        return screen.toString();
    }

    private void way(String name, String why) {
        ways.add(new Way(now.number(), name, why));
    }

    /** Types each line; a step is passed where a {@code check} among them says so. */
    Report judge(List<String> lines) {
        var passed = new TreeSet<Integer>();
        now.begin(0);
        for (var line : Play.lines(String.join("\n", lines))) {
            if (started(line).isEmpty() && learning.isPlaying()) {
                var step = now.number();
                typed(line);
                if (now.isPassed() && now.number() == step) {
                    passed.add(step);
                } else {
                    learning.wrongTurn(now);
                }
            }
        }
        for (var step = 1; step <= now.steps(); step++) {
            var title = now.lesson().steps().get(step - 1).title();
            ways.add(new Way(step, title, passed.contains(step) ? "" : "not passed"));
        }
        return report(passed.size() + " of " + now.steps() + " steps passed");
    }

    private Report report(String summary) {
        var fine = ways.stream().allMatch(way -> way.why().isEmpty());
        var heads = List.of(Head.right("step"), Head.left(""), Head.left(""));
        return Report.builder()
                .block(new Grid(heads, ways.stream().map(Trial::row).toList()))
                .blocks(ways.stream().flatMap(Trial::details).toList())
                .gap()
                .line(fine ? Text.of("OK  ", Style.GOOD).and(summary) : Text.of("NOT YET", Style.BAD))
                .listed("ways", ways.stream().map(Trial::json).toList())
                .json("lesson", now.lesson().name())
                .build(fine ? Exit.OK : Exit.FINDING);
    }

    private static Map<String, @Nullable Object> json(Way way) {
        return Json.object(
                "step", way.step(), "way", way.name(), "ok", way.why().isEmpty(), "why", way.why());
    }

    private static List<Text> row(Way way) {
        return List.of(
                Text.of(Integer.toString(way.step())),
                Text.of(way.name()),
                way.why().isEmpty()
                        ? Text.of("ok", Style.GOOD)
                        : Text.of(way.why().lines().findFirst().orElse(""), Style.BAD));
    }

    /** What a way that failed has shown. */
    private static Stream<Block> details(Way way) {
        return way.why().lines().skip(1).map(line -> new Block.Line(Text.of("    " + line)));
    }
}
