package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.evidence.ChangeSummary;
import dev.restamp.core.restore.Leftover;
import dev.restamp.core.restore.LeftoverKind;
import dev.restamp.core.restore.LeftoverKind.Severity;
import dev.restamp.core.restore.Leftovers;
import dev.restamp.core.restore.Unseen;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer of {@code diagnose --restore}: kind by kind what was left, then the statements that put it right. */
record RestoreReport(OpenConnection connection, Leftovers leftovers) {
    /** Objects of a kind, and statements, on the screen; JSON has all. */
    private static final int SHOWN = 20;

    /** What was found, in a line: {@code 2 invalid indexes, 1 disabled trigger}. */
    static String counts(Map<LeftoverKind, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().count(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    Report build() {
        var report = Report.builder();
        report.line(verdict());
        for (var kind : LeftoverKind.values()) {
            var ofKind =
                    leftovers.found().stream().filter(one -> one.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                table(kind.plural(), ofKind.stream().map(RestoreReport::row).toList(), report);
            }
        }
        if (!leftovers.unseen().isEmpty()) {
            table(
                    "not looked at",
                    leftovers.unseen().stream().map(RestoreReport::row).toList(),
                    report);
        }
        fixes(report);
        return report.json("connection", InspectionJson.connection(connection))
                .json("checks", leftovers.checks())
                .listed(
                        "leftovers",
                        leftovers.found().stream().map(RestoreReport::json).toList())
                .json(
                        "not_looked_at",
                        leftovers.unseen().stream().map(RestoreReport::json).toList())
                .build(exit());
    }

    private Text verdict() {
        var checks = leftovers.checks() + " checks";
        var findings = leftovers.findings().size();
        if (findings > 0) {
            return Text.of("LEFTOVERS  ", Style.BAD)
                    .and(findings + ChangeSummary.plural(" leftover", findings) + " of a restore found, " + checks);
        }
        return leftovers.unseen().isEmpty()
                ? Text.of("OK  ", Style.GOOD).and("no leftovers of a restore found, " + checks)
                : Text.of("NOT KNOWN  ", Style.WARN)
                        .and("no leftovers of a restore found, " + checks + ", but not everything could be looked at");
    }

    private static void table(String title, List<List<Text>> rows, Report.Builder report) {
        report.gap();
        report.block(new Grid(
                List.of(Head.left(title), Head.left("")),
                rows.stream().limit(SHOWN).toList()));
        if (rows.size() > SHOWN) {
            report.line("  and " + (rows.size() - SHOWN) + " more; --json has all");
        }
    }

    private static List<Text> row(Leftover one) {
        return List.of(Text.of(one.object(), style(one.kind().severity())), Text.of(one.evidence()));
    }

    private static List<Text> row(Unseen one) {
        return List.of(Text.of(one.object()), Text.of(one.why(), Style.WARN));
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case ERROR -> Style.BAD;
            case WARNING -> Style.WARN;
            case NOTE -> Style.PLAIN;
        };
    }

    private void fixes(Report.Builder report) {
        var statements = leftovers.found().stream()
                .flatMap(one -> one.fix().stream())
                .distinct()
                .toList();
        if (!statements.isEmpty()) {
            report.gap();
            report.line(Text.of("  fix", Style.FAINT));
            statements.stream().limit(SHOWN).forEach(statement -> report.line("  " + statement));
            if (statements.size() > SHOWN) {
                report.line("  -- and " + (statements.size() - SHOWN) + " more; --json has all");
            }
        }
    }

    private Exit exit() {
        if (!leftovers.findings().isEmpty()) {
            return Exit.FINDING;
        }
        return leftovers.unseen().isEmpty() ? Exit.OK : Exit.INCONCLUSIVE;
    }

    private static Map<String, @Nullable Object> json(Leftover one) {
        return Json.object(
                "kind", word(one.kind()),
                "severity", one.kind().severity().name().toLowerCase(Locale.ROOT),
                "object", one.object(),
                "evidence", one.evidence(),
                "fix", one.fix());
    }

    private static Map<String, @Nullable Object> json(Unseen one) {
        return Json.object("kind", word(one.kind()), "object", one.object(), "why", one.why());
    }

    /** The same for a program. */
    static List<Map<String, @Nullable Object>> json(Map<LeftoverKind, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> Json.object("kind", word(entry.getKey()), "count", entry.getValue()))
                .toList();
    }

    private static String word(LeftoverKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
