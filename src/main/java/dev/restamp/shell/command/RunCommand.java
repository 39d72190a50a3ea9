package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.script.Checker;
import dev.restamp.shell.script.JunitFile;
import dev.restamp.shell.script.Mistake;
import dev.restamp.shell.script.RunOptions;
import dev.restamp.shell.script.RunReport;
import dev.restamp.shell.script.Script;
import dev.restamp.shell.script.ScriptRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code run}: a script, line by line, until one ends otherwise than expected. */
final class RunCommand implements ShellCommand {
    private final Session session;
    private final CommandRunner runner;
    private final Supplier<List<Usage>> usages;

    /** @param usages those of every command */
    RunCommand(Session session, CommandRunner runner, Supplier<List<Usage>> usages) {
        this.session = session;
        this.runner = runner;
        this.usages = usages;
    }

    @Override
    public Usage usage() {
        return Usage.of("run", Group.RECORD, "Run a script: commands, what they must end with, what must hold")
                .operands("FILE", Operand.SCRIPT, 1, 1)
                .option("--set", "NAME=VALUE", Operand.TEXT, "give a variable its value; may be repeated")
                .flag("--dry-run", "do everything but the writes, and show their plans")
                .option("--junit", "FILE", Operand.FILE, "also write what came of it as JUnit's XML")
                .option("--fail-on", "WHAT", Operand.TEXT, "finding (usual): exit 1 if there was one; or never")
                .example("run repair-restored-shop.restamp --set database=shop", "a runbook that writes")
                .example("run repair-restored-shop.restamp --set database=shop --dry-run", "the same without the write")
                .example("run check-before-deploy.restamp --junit report.xml", "in CI")
                .example("run nightly.restamp --fail-on never --json", "one JSON object with every step")
                .example("run -", "a script from standard input")
                .reads(Exit.FINDING, Exit.PROJECT, Exit.REFUSED, Exit.NOT_WRITTEN, Exit.OUTCOME_UNKNOWN)
                .see("script", "stamp")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        session.console().steady();
        var given = ScriptWords.given(arguments, session);
        var findingsFail = findingsFail(arguments);
        var script = ScriptWords.load(arguments.operand(0).orElseThrow(), session);
        var junit = arguments
                .value("--junit")
                .map(file -> JunitFile.at(
                        session.folder().resolve(file), session.console().redactor()));
        var mistakes = mistakes(script, given);
        if (!mistakes.isEmpty()) {
            junit.ifPresent(file -> file.write(script, mistakes));
            return RunReport.of(script, mistakes);
        }
        var options = new RunOptions(new HashMap<>(given), arguments.has("--dry-run"), findingsFail);
        var result = ScriptRun.run(script, session, runner, options);
        junit.ifPresent(file -> file.write(result));
        return RunReport.of(result);
    }

    private List<Mistake> mistakes(Script script, Map<String, String> given) {
        var mistakes = Checker.check(script, usages.get(), given.keySet());
        return mistakes.isEmpty() ? Checker.missing(script, given.keySet()) : mistakes;
    }

    private static boolean findingsFail(Arguments arguments) {
        return switch (arguments.value("--fail-on").orElse("finding")) {
            case "finding" -> true;
            case "never" -> false;
            default -> throw new Problem(Exit.USAGE, "--fail-on takes finding or never", "help run");
        };
    }
}
