package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Locale;

/** What is said when a script has ended, in whatever way. */
public final class RunReport {
    private RunReport() {}

    /** Of a script that was run: its steps have been shown already. */
    public static Report of(RunResult result) {
        var report = Report.builder();
        result.failure().ifPresentOrElse(step -> failed(result, step, report), () -> passed(result, report));
        return report.json("script", script(result.script()))
                .json("passed", result.exit() == Exit.OK)
                .json("dry_run", result.options().dryRun())
                .json("steps", result.steps().stream().map(Step::json).toList())
                .json("findings", result.findings())
                .json("receipts", result.receipts())
                .json("milliseconds", result.time().toMillis())
                .build(result.exit());
    }

    /** Of a script that cannot be run. */
    public static Report of(Script script, List<Mistake> mistakes) {
        var report = Report.builder();
        mistakes.forEach(mistake -> mistake.blocks().forEach(report::block));
        return report.json("script", script(script))
                .json("mistakes", mistakes.stream().map(Mistake::json).toList())
                .build(Exit.USAGE);
    }

    /** Of a script that nothing is wrong with, as far as can be seen without running it. */
    public static Report sound(Script script) {
        var commands = script.all()
                .filter(one -> one instanceof Statement.Run || one instanceof Statement.Capture)
                .count();
        return Report.builder()
                .block(new Block.Noted(
                        Text.of("OK", Style.GOOD).and("  " + script.file() + ": " + count(commands, "command")),
                        "exit 0"))
                .json("script", script(script))
                .json("mistakes", List.of())
                .json("commands", commands)
                .build(Exit.OK);
    }

    private static Object script(Script script) {
        return Json.object("file", script.file(), "sha256", script.sha256());
    }

    private static void passed(RunResult result, Report.Builder report) {
        var findings = result.findings();
        var word = findings == 0
                ? Text.of("PASSED  ", Style.GOOD)
                : Text.of("FINDINGS  ", Style.WARN).and(findings + " of ");
        report.block(new Block.Noted(word.and(summary(result)), exit(result)));
    }

    private static void failed(RunResult result, Step step, Report.Builder report) {
        report.gap();
        report.block(new Block.Noted(
                Text.of("FAILED", Style.BAD).and(" at " + step.line().place() + "   " + why(step)), exit(result)));
        report.line("  " + summary(result) + "; the lines below it were not run");
        if (!result.receipts().isEmpty()) {
            report.line("  written before that: " + String.join(", ", result.receipts()));
            report.next(Next.writes("undo " + result.receipts().getLast(), "take that back"));
        }
        result.next().stream()
                .filter(next -> !next.command().startsWith("undo"))
                .forEach(report::next);
        if (result.next().isEmpty()) {
            report.next(Next.reads("status", "row, schema and head as they are now"));
        }
    }

    private static String why(Step step) {
        return step.expected()
                .map(expected -> "exit " + step.exit().code() + " where " + expected.code() + " was expected")
                .orElse(step.exit().meaning());
    }

    private static String summary(RunResult result) {
        var writes = result.options().dryRun()
                ? count(result.leftOut(), "write") + " left out: this was a dry run"
                : count(result.receipts().size(), "write");
        return count(result.steps().size(), "step")
                + String.format(Locale.ROOT, ", %.1f s, ", result.time().toMillis() / 1000.0)
                + writes;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String exit(RunResult result) {
        return "exit " + result.exit().code();
    }
}
