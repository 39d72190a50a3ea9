package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.script.Checker;
import dev.restamp.shell.script.Recorder;
import dev.restamp.shell.script.RunReport;
import java.util.List;
import java.util.function.Supplier;

/** {@code script}: looks a script over without running it, or writes one from what is typed. */
final class ScriptCommand implements ShellCommand {
    private final Session session;
    private final Recorder recorder;
    private final Supplier<List<Usage>> usages;

    /** @param usages those of every command */
    ScriptCommand(Session session, Recorder recorder, Supplier<List<Usage>> usages) {
        this.session = session;
        this.recorder = recorder;
        session.whenCommandEnds(recorder::ran);
        session.beforeLeaving(recorder::unfinished);
        this.usages = usages;
    }

    @Override
    public Usage usage() {
        return Usage.of("script", Group.RECORD, "Check a script without running it, or record what is typed as one")
                .operands("check|record|stop [FILE]", Operand.SCRIPT, 1, 2)
                .words("check", "record", "stop")
                .option("--set", "NAME=VALUE", Operand.TEXT, "check: a variable that run will be given")
                .example("script check repair-restored-shop.restamp", "every mistake, without a connection")
                .example("script record tonight.restamp", "from now on, what is typed is kept there")
                .example("script stop", "enough")
                .see("run")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var word = arguments.operand(0).orElseThrow();
        return switch (word) {
            case "check" -> check(arguments);
            case "record" -> record(file(arguments));
            case "stop" -> stop();
            default ->
                throw new Problem(
                        Exit.USAGE, "script knows check, record and stop, not \"" + word + "\"", "help script");
        };
    }

    private Report check(Arguments arguments) {
        var given = ScriptWords.given(arguments, session);
        var script = ScriptWords.load(file(arguments), session);
        var mistakes = Checker.check(script, usages.get(), given.keySet());
        return mistakes.isEmpty() ? RunReport.sound(script) : RunReport.of(script, mistakes);
    }

    private Report record(String name) {
        // A lesson is also played by nobody, to find out whether it can be done.
        if (!session.prompter().isSomebodyThere() && session.practice().isEmpty()) {
            throw new Problem(
                    Exit.USAGE, "only what a person types is recorded", "restamp, and then script record FILE");
        }
        recorder.start(session.folder().resolve(name));
        return Report.builder()
                .line("recording to " + name)
                .json("file", name)
                .next(Next.reads("script stop", "when it is enough"))
                .build(Exit.OK);
    }

    private Report stop() {
        var recorded = recorder.stop();
        var name = session.folder().relativize(recorded.file()).toString();
        return Report.builder()
                .line("recorded " + recorded.lines() + " commands in " + name)
                .json("file", name)
                .json("commands", recorded.lines())
                .next(Next.reads("script check " + name, "look it over"))
                .build(Exit.OK);
    }

    private static String file(Arguments arguments) {
        var word = arguments.operand(0).orElseThrow();
        return arguments
                .operand(1)
                .orElseThrow(() ->
                        new Problem(Exit.USAGE, "script " + word + " needs a FILE", "script " + word + " x.restamp"));
    }
}
