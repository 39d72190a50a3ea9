package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Evidence;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.log.LogStamping;
import dev.restamp.core.log.LogStamping.Wish;
import dev.restamp.core.log.MigrationLog;
import dev.restamp.core.revision.AlembicStamp;
import dev.restamp.core.revision.Stamping;
import dev.restamp.core.revision.TableForm;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.core.stamp.StampPlan;
import dev.restamp.core.stamp.StampPlanner;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.ReceiptStore;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code stamp}: makes the version table say where the schema is. Plan, proof, confirmation, write, receipt. */
final class StampCommand implements ShellCommand {
    private static final String ONLY = "--only";
    private static final String BASELINE = "--baseline";
    private static final String REPAIR = "--repair";

    private final Session session;
    private final StampWriting writing;

    StampCommand(Session session, ReceiptStore receipts) {
        this.session = session;
        this.writing = new StampWriting(session, receipts);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "stamp",
                        Group.REPAIR,
                        "Make the version table say where the schema is: plan, proof, confirm, write")
                .operands("[REV…]", Operand.REVISION, 0, 100)
                .writing()
                .option("--remove", "REV", Operand.REVISION, "also take this row away, known or not; may be repeated")
                .flag(ONLY, "Liquibase, Flyway: mark these alone as applied, not what comes before them")
                .flag(BASELINE, "Flyway: one row that stands for this migration and all before it")
                .flag(REPAIR, "Liquibase, Flyway: bring rows in order that stop the tool: failed, edited, missing")
                .option("--expect", "REV", Operand.REVISION, "refuse unless the row is this; needed in scripts")
                .option("--confirm", "NAME", Operand.TEXT, "the name of the database, instead of typing it")
                .option("--allow-unproved", "REASON", Operand.TEXT, "write what is not proved; the reason is recorded")
                .flag("--plan", "show the plan and its proofs, write nothing")
                .flag("--sql", "print the statements to run elsewhere, write nothing")
                .example("stamp ec31ab63431d", "plan it, prove it, ask, write")
                .example("stamp head --plan", "only the plan and its proofs")
                .example("stamp ec31ab63431d --remove deadbeef0001", "also take an unknown row away")
                .example("stamp base", "an empty version table: no revision has been applied")
                .example("stamp billing@base", "take away the rows of one branch")
                .example("stamp heads --sql", "for somebody who may write")
                .example("stamp ec31ab63431d --expect i6j7k8l9m0n1 --confirm shop", "in a script")
                .reads(Exit.PROJECT, Exit.REFUSED, Exit.NOT_WRITTEN, Exit.OUTCOME_UNKNOWN)
                .see("undo", "receipts", "diagnose")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        if (arguments.operands().isEmpty() && !arguments.has(REPAIR) && !arguments.has("--remove")) {
            throw new Problem(Exit.USAGE, "stamp needs REV", "`status` says which one fits");
        }
        var inspection = session.inspect();
        var plan = plan(inspection, arguments);
        if (!inspection.graph().isLog()) {
            RowWidth.check(inspection.table(), plan);
        }
        var json = StampJson.plan(inspection, plan);
        var text = new StampText(inspection, plan, arguments.operands());
        if (arguments.has("--sql")) {
            return script(plan, json);
        }
        if (plan.changesNothing()) {
            var report = Report.builder()
                    .line("the version table says so already: "
                            + text.rows(plan.before().ids()));
            AlembicWords.of(plan, arguments.operands()).forEach(report::line);
            lock(inspection, report);
            return report.json(json).json("receipt", null).build(Exit.OK);
        }
        session.console().show(text.plan());
        if (arguments.has("--plan")) {
            return Report.builder()
                    .line(Text.of("nothing has been written", Style.FAINT))
                    .json(json)
                    .json("receipt", null)
                    .build(plan.isProved() ? Exit.OK : Exit.FINDING);
        }
        if (!plan.isProved() && arguments.value("--allow-unproved").isEmpty()) {
            return refused(json, text, arguments);
        }
        checkScript(plan, arguments);
        return writing.write(
                inspection, plan, arguments, arguments.value("--allow-unproved").orElse(""), "");
    }

    /** What is no row of the version table no stamp puts right. */
    private static void lock(Inspection inspection, Report.Builder report) {
        inspection.findings().stream()
                .filter(Finding.LockHeld.class::isInstance)
                .forEach(lock -> {
                    report.noted(Text.of("  " + lock.text(), Style.WARN), lock.code());
                    report.line("  where nobody runs it any more: liquibase release-locks");
                    report.next(Next.reads("who", "whether whoever took the lock is still connected"));
                });
    }

    private StampPlan plan(Inspection inspection, Arguments arguments) {
        var form = inspection.versionTable().form();
        var table = inspection.table().table();
        var creates = inspection.table().rows().state() == State.NO_TABLE
                ? form.create(table.sql(), table.name())
                : List.<String>of();
        return inspection
                .project()
                .log()
                .map(log -> ofLog(inspection, log, form, arguments))
                .orElseGet(() -> ofHeads(inspection, arguments))
                .creating(creates);
    }

    private StampPlan ofHeads(Inspection inspection, Arguments arguments) {
        for (var option : List.of(ONLY, BASELINE, REPAIR)) {
            if (arguments.has(option)) {
                throw new Problem(
                        Exit.USAGE,
                        option + " is for tools that keep a row for each migration; Alembic keeps its heads",
                        "stamp REV");
            }
        }
        var graph = session.project().graph();
        var rows = inspection.table().rows();
        var stamping =
                Stamping.of(graph, rows.ids(), arguments.operands(), removed(rows.ids(), arguments.values("--remove")));
        return StampPlanner.plan(
                rows,
                stamping,
                Evidence.of(inspection.diagnosis().timeline(), inspection.live()),
                AlembicStamp.of(graph, rows.ids(), arguments.operands()));
    }

    private static StampPlan ofLog(Inspection inspection, MigrationLog log, TableForm form, Arguments arguments) {
        var rows = inspection.table().rows();
        var stamping = LogStamping.of(
                log,
                form,
                inspection.graph(),
                rows,
                wish(arguments),
                arguments.operands(),
                removed(form.ids(rows.rows()), arguments.values("--remove")),
                inspection.connection().database().server().user());
        var timeline = inspection.diagnosis().timeline().in(stamping.order());
        return StampPlanner.plan(rows, stamping, Evidence.of(timeline, inspection.live()));
    }

    private static Wish wish(Arguments arguments) {
        var chosen = Stream.of(ONLY, BASELINE, REPAIR).filter(arguments::has).toList();
        if (chosen.size() > 1) {
            throw new Problem(Exit.USAGE, String.join(" and ", chosen) + " exclude one another", "help stamp");
        }
        return switch (chosen.isEmpty() ? "" : chosen.getFirst()) {
            case ONLY -> Wish.ONLY;
            case BASELINE -> Wish.BASELINE;
            case REPAIR -> Wish.REPAIR;
            default -> Wish.UP_TO;
        };
    }

    /** What is to go must be there: a mistyped row would stay without a word. The beginning of one will do. */
    private static Set<String> removed(List<String> rows, List<String> words) {
        return words.stream().map(word -> row(rows, word)).collect(Collectors.toSet());
    }

    private static String row(List<String> rows, String word) {
        var meant = rows.contains(word)
                ? List.of(word)
                : rows.stream().filter(row -> row.startsWith(word)).distinct().toList();
        if (meant.size() != 1) {
            throw new Problem(
                    Exit.PROJECT,
                    (meant.isEmpty() ? "no row to remove is called \"" : "more than one row begins with \"") + word
                            + "\"; rows: " + (rows.isEmpty() ? "none" : String.join(", ", rows)),
                    "current");
        }
        return meant.getFirst();
    }

    private static Report script(StampPlan plan, Map<String, @Nullable Object> json) {
        var report = Report.builder().json(json).json("receipt", null);
        if (!plan.changesNothing()) {
            StampText.script(plan).forEach(report::line);
        }
        return report.build(plan.isProved() ? Exit.OK : Exit.FINDING);
    }

    private static Report refused(Map<String, @Nullable Object> json, StampText text, Arguments arguments) {
        var report = Report.builder();
        report.noted(Text.of("REFUSED  ", Style.BAD).and(what(arguments) + " is not proved: " + text.unproved()), "");
        report.line("  nothing has been written; to write it anyway: --allow-unproved \"reason\"");
        return report.json(json)
                .json("receipt", null)
                .json("error", StampJson.error("not proved: " + text.unproved()))
                .build(Exit.REFUSED);
    }

    private static String what(Arguments arguments) {
        return arguments.operands().isEmpty() ? "this" : String.join(" ", arguments.operands());
    }

    /**
     * Nobody looks at a plan in a script, nor where the answer is for a program: so the command must say what it believes,
     * and leave nothing to be looked up.
     */
    private void checkScript(StampPlan plan, Arguments arguments) {
        if (!session.isScript() && !session.console().isForPrograms()) {
            return;
        }
        var graph = session.project().graph();
        var vague = arguments.operands().stream()
                .filter(name -> !name.equals("base") && graph.get(name).isEmpty())
                .findFirst();
        if (vague.isPresent()) {
            throw new Problem(
                    Exit.USAGE,
                    "\"" + vague.get() + "\" is not a full revision id, which scripts need",
                    "stamp " + RevisionWords.arguments(plan.after()));
        }
        if (!arguments.has("--expect")) {
            throw new Problem(
                    Exit.USAGE,
                    "stamp needs --expect REV in a script: what you believe the row is now",
                    "stamp " + RevisionWords.arguments(arguments.operands()) + " --expect "
                            + RevisionWords.value(plan.before().ids()));
        }
    }
}
