package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.ChangeSummary;
import dev.restamp.core.evidence.Evidence;
import dev.restamp.core.revision.RowChange;
import dev.restamp.core.stamp.Proof;
import dev.restamp.core.stamp.Prover;
import dev.restamp.core.stamp.Receipt;
import dev.restamp.core.stamp.StampPlan;
import dev.restamp.core.stamp.StampPlanner;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.StampOrder;
import dev.restamp.postgres.Stamped;
import dev.restamp.postgres.VersionWriter;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.ReceiptStore;
import dev.restamp.shell.Session;
import dev.restamp.shell.Version;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** From a plan to a receipt: the guards, the question, the write, what is said afterwards. For stamp and undo alike. */
final class StampWriting {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter RECEIPT =
            DateTimeFormatter.ofPattern("'r-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Session session;
    private final ReceiptStore receipts;

    StampWriting(Session session, ReceiptStore receipts) {
        this.session = session;
        this.receipts = receipts;
    }

    /**
     * @param unproved the reason given for writing what is not proved; then only the rows are checked again
     * @param undoes the receipt that this takes back; empty for none
     * @throws Problem where a guard refuses or the write fails
     */
    Report write(Inspection inspection, StampPlan plan, Arguments arguments, String unproved, String undoes) {
        if (session.writeRules().forbidden()) {
            throw new Problem(
                    Exit.REFUSED, "started with --read-only: nothing has been written", "start restamp without it");
        }
        guard(inspection);
        expect(plan, arguments);
        Confirmation.of(inspection.connection(), arguments, session);
        var stamped = VersionWriter.write(
                inspection.connection().database(),
                order(inspection, plan),
                reading -> undoes.isEmpty()
                        ? proveAgain(reading, inspection, plan, unproved)
                        : "the rows from before, as they were: " + unproved,
                this::journal);
        var receipt = receipt(inspection, plan, stamped, unproved, undoes);
        return report(inspection, plan, receipt, kept(receipt));
    }

    /** What goes wrong after the commit must not look as if the write had: it is said beside the result. */
    private List<String> kept(Receipt receipt) {
        var troubles = new ArrayList<String>();
        try {
            receipts.keep(receipt);
        } catch (UncheckedIOException unwritable) {
            troubles.add("the receipt could not be kept (" + unwritable.getMessage() + "): transaction "
                    + receipt.transaction() + ", before " + receipt.before() + ", after " + receipt.after());
        }
        try {
            session.inspect();
        } catch (Problem problem) {
            troubles.add("the schema could not be looked at again: " + problem.what());
        }
        return troubles;
    }

    private static void guard(Inspection inspection) {
        var server = inspection.connection().database().server();
        if (server.standby()) {
            throw new Problem(
                    Exit.REFUSED, "this is a standby (pg_is_in_recovery)", "connect to the primary and stamp there");
        }
        var rights = inspection.table().rights();
        var exists = inspection.table().columnType().isPresent();
        if (exists && !rights.all()) {
            throw new Problem(
                    Exit.REFUSED,
                    "role " + server.user() + " may only " + rights + " on "
                            + inspection.table().table(),
                    "connect as the role that owns it");
        }
    }

    private static void expect(StampPlan plan, Arguments arguments) {
        // That nothing is recorded has no other name.
        var expected = arguments.values("--expect").equals(List.of("base"))
                        && plan.before().ids().isEmpty()
                ? List.<String>of()
                : arguments.values("--expect");
        if (arguments.has("--expect")
                && !new HashSet<>(expected).equals(new HashSet<>(plan.before().ids()))) {
            throw new Problem(
                    Exit.REFUSED,
                    "the row is {" + String.join(", ", plan.before().ids()) + "}, not {" + String.join(", ", expected)
                            + "} as --expect says: nothing has been written",
                    "status");
        }
    }

    private static StampOrder order(Inspection inspection, StampPlan plan) {
        var server = inspection.connection().database().server();
        return new StampOrder(
                inspection.table().table(),
                inspection.versionTable(),
                plan.before(),
                plan.steps(),
                plan.createsTable(),
                server.systemIdentifier(),
                server.databaseOid());
    }

    private static String proveAgain(Reading reading, Inspection planned, StampPlan plan, String unproved) {
        if (!unproved.isEmpty()) {
            return "not proved, written on request: " + unproved;
        }
        var now = Inspection.read(
                reading,
                planned.connection(),
                planned.project(),
                planned.diagnosis().timeline());
        var prover = new Prover(Evidence.of(plan.claim().timeline(), now.live()), plan.claim());
        var proofs = StampPlanner.proofs(now.table().rows(), plan.before().ids(), prover);
        proofs.stream().filter(proof -> !proof.holds()).findFirst().ifPresent(proof -> {
            throw new Problem(
                    Exit.REFUSED,
                    "no longer proved: " + proof.text() + " " + proof.detail() + "; nothing has been written",
                    "status");
        });
        return proofs.size() == 1 ? "p1 holds" : "p1 to p" + proofs.size() + " hold";
    }

    private void journal(Instant at, String what) {
        session.console().show(Text.of("  ✓", Style.GOOD).and("  " + CLOCK.format(at) + "  " + what));
    }

    private Receipt receipt(Inspection inspection, StampPlan plan, Stamped stamped, String unproved, String undoes) {
        var connection = inspection.connection();
        var server = connection.database().server();
        return new Receipt(
                freeId(RECEIPT.format(stamped.committedAt())),
                stamped.committedAt(),
                Version.TEXT,
                connection.database().url().display(),
                server.database(),
                server.systemIdentifier().orElse(""),
                inspection.table().table().sql(),
                plan.before().ids(),
                after(plan, stamped),
                changes(inspection, plan, stamped),
                Long.toString(stamped.transaction()),
                plan.proofs().stream().map(StampWriting::line).toList(),
                unproved,
                undoes,
                session.script());
    }

    /** Of a log as the plan says it: its rows were compared before, and each step changed one. */
    private static List<String> after(StampPlan plan, Stamped stamped) {
        return stamped.after().rows().isEmpty() ? stamped.rows() : plan.after();
    }

    /** As the server has them now: with its time. */
    private static List<RowChange> changes(Inspection inspection, StampPlan plan, Stamped stamped) {
        return RowChange.between(
                inspection.versionTable().form().key(),
                plan.before().rows(),
                stamped.after().rows());
    }

    private static String line(Proof proof) {
        return proof.outcome() + "  " + proof.text() + (proof.detail().isEmpty() ? "" : "  " + proof.detail());
    }

    private String freeId(String id) {
        var taken = receipts.all().stream().map(Receipt::id).toList();
        var free = id;
        for (var number = 2; taken.contains(free); number++) {
            free = id + "-" + number;
        }
        return free;
    }

    private static Report report(Inspection inspection, StampPlan plan, Receipt receipt, List<String> troubles) {
        var word = receipt.undoes().isEmpty() ? "STAMPED  " : "UNDONE  ";
        var report = Report.builder()
                .gap()
                .line(Text.of(word, Style.GOOD).and(outcome(plan, receipt) + "     receipt " + receipt.id()))
                .json(StampJson.plan(inspection, plan))
                .json("after", receipt.after())
                .json("receipt", receipt.id())
                .json("transaction", receipt.transaction())
                .json("unproved", receipt.unproved())
                .json("troubles", troubles)
                .next(Next.reads("status", "row, schema and head as they are now"));
        if (receipt.undoes().isEmpty()) {
            if (plan.isProved()
                    && plan.obstacle().isEmpty()
                    && !plan.remaining().isEmpty()) {
                report.next(UpgradeCommand.proposed(inspection.project(), inspection.graph()));
            }
            report.next(Next.writes("undo", "take it back"));
        }
        report.next(ReportCommand.PROPOSED);
        troubles.forEach(trouble -> report.line(Text.of("  !  ", Style.WARN).and(trouble)));
        return report.build(Exit.OK);
    }

    private static String outcome(StampPlan plan, Receipt receipt) {
        var before = names(plan.before().ids());
        var after = names(receipt.after());
        return before.equals(after)
                ? after + " stays, " + plan.steps().size()
                        + ChangeSummary.plural(" row", plan.steps().size()) + " changed"
                : before + " -> " + after;
    }

    private static String names(List<String> rows) {
        return rows.isEmpty() ? "(no row)" : String.join(", ", rows);
    }
}
