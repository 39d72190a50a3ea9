package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.practice.Practice;
import dev.restamp.practice.PracticeDatabase;
import dev.restamp.practice.Scenario;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code practice}: the incident on a PostgreSQL of one's own, as often as one likes. */
final class PracticeCommand implements ShellCommand {
    private static final String FIRST = "restored-dump";

    private final Session session;

    PracticeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("practice", Group.LEARN, "Practise the incident on a private PostgreSQL, until it is boring")
                .operands("start|break|reset|stop|status [SCENARIO]", Operand.SCENARIO, 0, 2)
                .words("start", "break", "reset", "stop", "status")
                .example("practice start restored-dump", "a restored database with an old version row")
                .example("practice break half-restored", "makes it worse: stamping head would be a lie")
                .example("practice reset", "back to the start")
                .example("practice stop", "stops the server and removes it; leaving the shell does the same")
                .exits(Exit.CONNECTION)
                .see("status", "diagnose", "stamp")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var word = arguments.operand(0).orElse("status");
        return switch (word) {
            case "start" -> start(arguments.operand(1).orElse(FIRST));
            case "break" ->
                breakIt(arguments
                        .operand(1)
                        .orElseThrow(() -> new Problem(
                                Exit.USAGE,
                                "practice break needs the name of a break: " + String.join(", ", breaks()),
                                "practice status")));
            case "reset" -> reset();
            case "stop" -> stop();
            case "status" -> status();
            default ->
                throw new Problem(
                        Exit.USAGE,
                        "practice knows start, break, reset, stop and status, not \"" + word + "\"",
                        "help practice");
        };
    }

    private Report start(String name) {
        var scenario = Scenario.named(name);
        session.stopPractice();
        var practice = Practice.start(
                scenario, session.state().practice(), what -> session.console().progress("practice: " + what + " …"));
        session.console().clearProgress();
        session.practice(practice);
        connect(practice);
        return opened(practice);
    }

    /** The last database of a scenario is the broken one; connected to last, it is the current one. */
    private void connect(Practice practice) {
        session.project(practice.project());
        practice.databases().stream()
                .map(session::practise)
                .forEach(session::inspect);
    }

    private Report opened(Practice practice) {
        var first = practice.databases().getFirst().name();
        var report = Report.builder();
        report.line(Text.of("PRACTICE  ", Style.GOOD).and(practice.scenario().title()));
        report.gap();
        report.block(new Block.Fields(List.of(
                new Field("server", Text.of("private, on this machine; it stops when you leave"), ""),
                new Field("project", Text.of(practice.project().toString()), ""),
                new Field("databases", Text.of(names(practice)), "connected; @" + first + " COMMAND looks at " + first),
                new Field("worse", Text.of("practice break " + String.join(" | ", breaks())), ""))));
        report.gap();
        report.line(Text.of("for alembic, psql and restamp in another terminal", Style.FAINT));
        report.line("  export PGPASSFILE=" + practice.passfile());
        report.line("  export DATABASE_URL=" + practice.databases().getLast().url());
        return report.json(json(practice))
                .next(
                        Next.reads("status", "what is wrong"),
                        Next.reads("diagnose", "the evidence, revision by revision"))
                .build(Exit.OK);
    }

    private Report breakIt(String name) {
        var practice = running();
        practice.applyBreak(name);
        return Report.builder()
                .line("broken: " + name + "; practice reset repairs it")
                .json("broken", name)
                .next(Next.reads("status", "what it looks like now"))
                .build(Exit.OK);
    }

    private Report reset() {
        var practice = running();
        practice.reset();
        connect(practice);
        return Report.builder()
                .line("every practice database is as it was at the start")
                .json("reset", true)
                .next(Next.reads("status", "what it looks like now"))
                .build(Exit.OK);
    }

    private Report stop() {
        running();
        session.stopPractice();
        return Report.builder()
                .line("stopped; nothing is left")
                .json("stopped", true)
                .build(Exit.OK);
    }

    private Report status() {
        if (session.practice().isPresent()) {
            return opened(session.practice().get());
        }
        var heads = List.of(Head.left("scenario"), Head.left(""));
        var rows = Scenario.all().stream()
                .map(scenario -> List.of(Text.of(scenario.name(), Style.STRONG), Text.of(scenario.title())))
                .toList();
        return Report.builder()
                .block(new Grid(heads, rows))
                .json("scenarios", Scenario.all().stream().map(Scenario::name).toList())
                .next(Next.reads("practice start " + FIRST, "takes a few seconds"))
                .build(Exit.OK);
    }

    private Practice running() {
        return session.practice()
                .orElseThrow(() -> new Problem(Exit.USAGE, "no practice is running", "practice start " + FIRST));
    }

    private List<String> breaks() {
        var scenario = session.practice().map(Practice::scenario).orElseGet(() -> Scenario.named(FIRST));
        return List.copyOf(scenario.breaks().keySet());
    }

    private static String names(Practice practice) {
        return String.join(
                ", ", practice.databases().stream().map(PracticeDatabase::name).toList());
    }

    private static Map<String, @Nullable Object> json(Practice practice) {
        return Json.object(
                "scenario", practice.scenario().name(),
                "project", practice.project().toString(),
                "passfile", practice.passfile().toString(),
                "databases",
                        practice.databases().stream()
                                .map(one -> Json.object("name", one.name(), "url", one.url()))
                                .toList());
    }
}
