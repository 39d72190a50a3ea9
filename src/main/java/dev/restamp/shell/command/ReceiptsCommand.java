package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.stamp.Receipt;
import dev.restamp.shell.ReceiptJson;
import dev.restamp.shell.ReceiptStore;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Text;
import java.util.List;

/** {@code receipts}: every write that was made from this account, the newest first. */
final class ReceiptsCommand implements ShellCommand {
    private final ReceiptStore receipts;

    ReceiptsCommand(ReceiptStore receipts) {
        this.receipts = receipts;
    }

    @Override
    public Usage usage() {
        return Usage.of("receipts", Group.REPAIR, "List the stamps that were written, the newest first")
                .example("receipts", "every database this account has stamped")
                .see("undo", "stamp")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var all = receipts.all();
        var report = Report.builder()
                .listed("receipts", all.stream().map(ReceiptJson::members).toList());
        if (all.isEmpty()) {
            return report.line("nothing has been stamped yet").build(Exit.OK);
        }
        var heads = List.of(
                Head.left("receipt"), Head.left("where"), Head.left("before"), Head.left("after"), Head.left(""));
        return report.block(
                        new Grid(heads, all.stream().map(ReceiptsCommand::row).toList()))
                .build(Exit.OK);
    }

    private static List<Text> row(Receipt receipt) {
        return List.of(
                Text.of(receipt.id()),
                Text.of(receipt.connection()),
                Text.of(RevisionWords.targets(receipt.before())),
                Text.of(RevisionWords.targets(receipt.after())),
                Text.of(receipt.undoes().isEmpty() ? receipt.unproved() : ""));
    }
}
