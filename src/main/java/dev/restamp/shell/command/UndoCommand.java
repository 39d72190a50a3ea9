package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Evidence;
import dev.restamp.core.log.LogStamping;
import dev.restamp.core.revision.Stamping;
import dev.restamp.core.stamp.Receipt;
import dev.restamp.core.stamp.StampPlan;
import dev.restamp.core.stamp.StampPlanner;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.ReceiptStore;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code undo}: puts back the rows that a stamp replaced, if they still are as it left them. */
final class UndoCommand implements ShellCommand {
    private final Session session;
    private final ReceiptStore receipts;
    private final StampWriting writing;

    UndoCommand(Session session, ReceiptStore receipts) {
        this.session = session;
        this.receipts = receipts;
        this.writing = new StampWriting(session, receipts);
    }

    @Override
    public Usage usage() {
        return Usage.of("undo", Group.REPAIR, "Take a stamp back: the rows as they were before it")
                .operands("[RECEIPT]", Operand.RECEIPT, 0, 1)
                .writing()
                .option("--expect", "REV", Operand.REVISION, "refuse unless the row is this")
                .option("--confirm", "NAME", Operand.TEXT, "the name of the database, instead of typing it")
                .example("undo", "the last stamp of this database")
                .example("undo r-20261122-031407", "another one")
                .reads(Exit.PROJECT, Exit.REFUSED, Exit.NOT_WRITTEN, Exit.OUTCOME_UNKNOWN)
                .see("receipts", "stamp")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var inspection = session.inspect();
        var receipt = receipt(inspection, arguments.operand(0));
        var rows = inspection.table().rows();
        if (!sorted(rows.ids()).equals(sorted(receipt.after()))) {
            throw new Problem(
                    Exit.REFUSED,
                    "the row is no longer as " + receipt.id() + " left it: {" + String.join(", ", rows.ids())
                            + "}, not {" + String.join(", ", receipt.after()) + "}",
                    "status");
        }
        var plan = plan(inspection, receipt);
        session.console().show(text(inspection, plan, receipt));
        return writing.write(inspection, plan, arguments, "undo of " + receipt.id(), receipt.id());
    }

    private StampPlan plan(Inspection inspection, Receipt receipt) {
        var rows = inspection.table().rows();
        var timeline = inspection.diagnosis().timeline();
        if (inspection.project().log().isEmpty()) {
            var stamping = Stamping.exactly(session.project().graph(), rows.ids(), receipt.before());
            return StampPlanner.plan(rows, stamping, Evidence.of(timeline, inspection.live()));
        }
        var form = inspection.versionTable().form();
        var stamping = LogStamping.undo(form, inspection.graph(), rows, receipt.changes());
        return StampPlanner.plan(rows, stamping, Evidence.of(timeline.in(stamping.order()), inspection.live()));
    }

    private static List<Block> text(Inspection inspection, StampPlan plan, Receipt receipt) {
        var lines = new ArrayList<Block>();
        lines.add(new Block.Line(Text.of("UNDO", Style.STRONG)
                .and(" of " + receipt.id() + ": " + RevisionWords.targets(receipt.after()) + " -> "
                        + RevisionWords.targets(receipt.before()))));
        lines.add(new Block.Line(Text.of("  ✓", Style.GOOD)
                .and("  the row is still exactly {" + String.join(", ", receipt.after()) + "}")));
        inspection
                .withRows(plan.claim().timeline(), receipt.before())
                .findings()
                .forEach(finding -> lines.add(new Block.Noted(
                        Text.of("  !", Style.WARN).and("  after this " + finding.text()), finding.code())));
        StampText.sql(plan).forEach(statement -> lines.add(new Block.Line(Text.of("     " + statement))));
        return lines;
    }

    private Receipt receipt(Inspection inspection, Optional<String> named) {
        if (named.isPresent()) {
            return receipts.all().stream()
                    .filter(receipt -> receipt.id().equals(named.get()))
                    .filter(receipt -> isHere(receipt, inspection))
                    .findFirst()
                    .orElseThrow(() ->
                            new Problem(Exit.USAGE, "no receipt " + named.get() + " of this database", "receipts"));
        }
        var here = receipts.all().stream()
                .filter(receipt -> isHere(receipt, inspection))
                .toList();
        var undone = here.stream().map(Receipt::undoes).toList();
        return here.stream()
                .filter(receipt -> receipt.undoes().isEmpty() && !undone.contains(receipt.id()))
                .findFirst()
                .orElseThrow(
                        () -> new Problem(Exit.REFUSED, "there is no stamp of this database to take back", "receipts"));
    }

    /** Whether the receipt is of this very database: the server's own identifier decides, not its address. */
    private static boolean isHere(Receipt receipt, Inspection inspection) {
        var server = inspection.connection().database().server();
        return receipt.systemIdentifier().equals(server.systemIdentifier().orElse(""))
                && receipt.database().equals(server.database())
                && receipt.table().equals(inspection.table().table().sql());
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }
}
