package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.practice.Practice;
import dev.restamp.practice.Scenario;
import dev.restamp.shell.PracticeStart;
import dev.restamp.shell.Session;
import dev.restamp.shell.recording.IncidentRecorder;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code practice}: the incident on a PostgreSQL of one's own, as often as one likes. */
final class PracticeCommand implements ShellCommand {
    private static final String FIRST = "restored-dump";
    private static final String NAME = "--name";
    private static final String TOOL = "--tool";
    /** The tool that scenarios are told for where nothing else is said. */
    private static final String OWN = "alembic";

    private static final List<String> WORDS =
            List.of("start", "list", "break", "reset", "pooler", "record", "stop", "status");

    private final Session session;

    PracticeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("practice", Group.LEARN, "Practise the incident on a private PostgreSQL, until it is boring")
                .operands(
                        "[start [SCENARIO|FOLDER] | break NAME | reset | pooler | record FOLDER | list | status | stop]",
                        Operand.SCENARIO,
                        0,
                        2)
                .words(WORDS.toArray(String[]::new))
                .option(NAME, "NAME", Operand.TEXT, "with record: what the database is called in practice")
                .option(TOOL, "NAME", Operand.TEXT, "with start: the incident as liquibase or flyway has it")
                .example("practice list", "the scenarios, and the ways to break them")
                .example("practice start restored-dump", "a restored database with an old version row")
                .example("practice start restored-dump --tool flyway", "the same for another migration tool")
                .example("practice start ./our-outage", "an incident of your own, from a folder")
                .example("practice break half-restored", "makes it worse: stamping head would be a lie")
                .example("practice pooler", "a second way in, through PgBouncer")
                .example("practice reset", "back to the start")
                .example("practice record ./our-outage", "the database that is open, without its rows, to practise on")
                .example("practice stop", "stops the server and removes it; leaving the shell does the same")
                .exits(Exit.FINDING, Exit.CONNECTION, Exit.PROJECT)
                .see("status", "diagnose", "stamp")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var word = arguments.operand(0).orElse("status");
        var name = arguments.operand(1);
        if (arguments.has(NAME) && !word.equals("record")) {
            throw new Problem(Exit.USAGE, NAME + " is for practice record FOLDER", "help practice");
        }
        if (arguments.has(TOOL) && !word.equals("start")) {
            throw new Problem(Exit.USAGE, TOOL + " is for practice start", "help practice");
        }
        return switch (word) {
            case "start" -> start(name.orElse(FIRST), arguments.value(TOOL));
            case "break" -> breakIt(name);
            case "reset" -> reset(name);
            case "record" -> record(name, arguments.value(NAME));
            case "pooler" -> alone(word, name, this::pooler);
            case "list" -> alone(word, name, () -> PracticeReport.list(FIRST));
            case "stop" -> alone(word, name, this::stop);
            case "status" -> alone(word, name, this::status);
            default ->
                throw new Problem(
                        Exit.USAGE,
                        "practice knows " + String.join(", ", WORDS) + ", not \"" + word + "\"",
                        Nearest.to(word, WORDS).map(near -> "practice " + near).orElse("help practice"));
        };
    }

    private static Report alone(String word, Optional<String> name, Supplier<Report> work) {
        name.ifPresent(more -> {
            throw new Problem(Exit.USAGE, "practice " + word + " takes no \"" + more + "\"", "practice " + word);
        });
        return work.get();
    }

    private Report start(String name, Optional<String> tool) {
        var told = isFolder(name) ? Scenario.in(session.folder().resolve(name).normalize()) : Scenario.named(name);
        var scenario =
                tool.filter(other -> !other.equals(OWN)).map(told::toldFor).orElse(told);
        var practice = PracticeStart.of(scenario, session);
        connect(practice);
        return PracticeReport.opened(practice);
    }

    private static boolean isFolder(String name) {
        return name.contains("/") || name.equals(".") || name.equals("..");
    }

    /** All of them are looked at, so that {@code connections} says how each is. */
    private void connect(Practice practice) {
        PracticeStart.connect(practice, session);
        practice.databases().forEach(database -> session.inspect(session.connection(database.name())));
    }

    private Report breakIt(Optional<String> name) {
        var practice = running();
        var wanted = name.orElseThrow(() -> new Problem(
                Exit.USAGE,
                "practice break needs the name of a break",
                "known: " + String.join(", ", practice.scenario().breaks().keySet())));
        practice.applyBreak(wanted);
        return Report.builder()
                .line("broken: " + wanted + "; practice reset repairs it")
                .json("broken", wanted)
                .next(Next.reads("status", "what it looks like now"))
                .build(Exit.OK);
    }

    private Report reset(Optional<String> name) {
        var practice = running();
        var runs = practice.scenario().name();
        if (name.isPresent() && !name.get().equals(runs)) {
            throw new Problem(
                    Exit.USAGE,
                    "practice reset \"" + name.get() + "\": it is " + runs + " that runs",
                    "practice reset, or: practice start " + name.get());
        }
        practice.reset();
        connect(practice);
        return Report.builder()
                .line("every practice database is as it was at the start")
                .json("reset", true)
                .next(Next.reads("status", "what it looks like now"))
                .build(Exit.OK);
    }

    private Report pooler() {
        var pooled = running().pooler();
        session.inspect(session.practise(pooled));
        return Report.builder()
                .line(pooled.name() + " = " + pooled.url() + "   through PgBouncer, transaction mode")
                .json("pooler", PracticeReport.json(pooled))
                .next(Next.reads("status", "the same answer as without"), Next.reads("who", "who is there"))
                .build(Exit.OK);
    }

    private Report record(Optional<String> folder, Optional<String> name) {
        var typed = folder.orElseThrow(() ->
                new Problem(Exit.USAGE, "practice record needs a folder to write to", "practice record ./our-outage"));
        var recorder = new IncidentRecorder(session);
        var database = session.connection().database().server().database();
        return new RecordingReport(
                        recorder.record(
                                session.folder().resolve(typed).normalize(),
                                name.map(Scenario::checkDatabase).orElseGet(() -> Scenario.databaseLike(database))),
                        typed)
                .build();
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
        return session.practice().map(PracticeReport::opened).orElseGet(() -> PracticeReport.list(FIRST));
    }

    private Practice running() {
        return session.practice()
                .orElseThrow(() -> new Problem(Exit.USAGE, "no practice is running", "practice start " + FIRST));
    }
}
