package dev.restamp.shell.report;

import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;

/** What was written, and what was not: plan, proof, statements, receipt. */
final class ChangeSection {
    private ChangeSection() {}

    static List<Block> of(Incident incident) {
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.title("Change"));
        for (var subject : incident.subjects()) {
            for (var change : subject.changes()) {
                blocks.addAll(change(subject, change, incident));
            }
            subject.upgrades().forEach(ran -> blocks.addAll(upgrade(subject, ran, incident)));
        }
        if (blocks.size() == 1) {
            blocks.add(Wording.sentence("Nothing was stamped in this session."));
        }
        return blocks;
    }

    private static List<Block> change(Subject subject, Change change, Incident incident) {
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.small(change.said().command() + " at " + Wording.time(change.at()) + " UTC: "
                + change.outcome().words()));
        blocks.add(new Block.Bullets(points(subject, change, incident)));
        if (!change.statements().isEmpty()) {
            blocks.add(Wording.sentence(statements(change)));
            blocks.add(new Block.Code(change.statements(), "sql"));
        }
        if (!change.proofs().isEmpty() && !change.isUndo()) {
            blocks.add(Wording.sentence(
                    change.isWritten() && change.unproved().isEmpty()
                            ? "Proofs, checked for the plan and again inside the write, under the lock: "
                                    + change.proved() + "."
                            : "Proofs, checked for the plan: " + change.proved() + "."));
            blocks.add(proofs(change));
        }
        if (!change.steps().isEmpty()) {
            blocks.add(Wording.sentence("The write as it went, in UTC:"));
            blocks.add(new Block.Code(change.steps(), "text"));
        }
        return blocks;
    }

    private static List<Block> upgrade(Subject subject, Ran ran, Incident incident) {
        var points = new ArrayList<Text>();
        points.add(Wording.point("Where", Places.line(subject.place())));
        points.add(Wording.point("Command", ran.said().line()));
        points.add(Wording.point("Run", ran.typed()));
        points.add(Wording.point(
                "Row", incident.named(ran.before(), "none") + " → " + incident.named(ran.after(), "none")));
        points.add(Wording.point("To run", incident.named(ran.said().members().texts("to_run"), "none")));
        if (ran.failed()) {
            points.add(Wording.point("Why not", ran.why()));
        }
        return List.of(
                Wording.small("upgrade at " + Wording.time(ran.at()) + " UTC: " + (ran.failed() ? "failed" : "ran")),
                new Block.Bullets(points));
    }

    private static String statements(Change change) {
        return switch (change.outcome()) {
            case WRITTEN -> "Run in one transaction, each had to change exactly 1 row:";
            case UNKNOWN -> "Sent in one transaction; whether it was committed is not known from this answer:";
            case NOTHING_TO_DO, PLANNED, REFUSED, FAILED -> "Planned and not run:";
        };
    }

    private static List<Text> points(Subject subject, Change change, Incident incident) {
        var points = new ArrayList<Text>();
        points.add(Wording.point("Where", Places.line(subject.place())));
        points.add(Wording.point("Command", change.said().line()));
        if (!change.table().isEmpty()) {
            points.add(Wording.point("Table", change.table()));
            points.add(Wording.point(
                    "Row", incident.named(change.before(), "none") + " → " + incident.named(change.after(), "none")));
        }
        believed(change, incident, points);
        if (!change.receipt().isEmpty()) {
            points.add(Wording.point("Receipt", change.receipt()));
            points.add(Wording.point("Transaction", change.transaction()));
        }
        if (!change.unproved().isEmpty()) {
            points.add(Wording.point("Not proved, written because", change.unproved()));
        }
        if (!change.why().isEmpty()) {
            points.add(Wording.point("Why not", change.why()));
        }
        change.said().members().texts("troubles").forEach(trouble -> points.add(Wording.point("Trouble", trouble)));
        return points;
    }

    private static void believed(Change change, Incident incident, List<Text> points) {
        var members = change.said().members();
        if (!members.texts("believed").isEmpty()) {
            points.add(Wording.point("Believed without being run", incident.named(members.texts("believed"), "")));
        }
        if (!members.texts("forgotten").isEmpty()) {
            points.add(Wording.point("No longer believed", incident.named(members.texts("forgotten"), "")));
        }
        if (members.has("obstacle")) {
            points.add(Wording.point(
                    "After it", change.tool().upgrade() + " would not start: " + members.text("obstacle")));
        }
    }

    private static Block proofs(Change change) {
        var rows = new ArrayList<List<Text>>();
        for (var proof : change.proofs()) {
            rows.add(List.of(
                    Text.of("p" + (rows.size() + 1)),
                    Text.of(proof.text("claim")),
                    Text.of(proof.text("outcome").replace('_', ' ')),
                    Text.of(proof.text("detail"))));
        }
        return new Grid(
                List.of(Head.left("proof"), Head.left("claim"), Head.left("outcome"), Head.left("detail")), rows);
    }
}
