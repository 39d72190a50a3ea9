package dev.restamp.shell.report;

import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;

/** Why a stamp and not an upgrade, or the stamp of another revision: only what a look, a plan or a proof has said. */
final class WhySection {
    private WhySection() {}

    static List<Block> of(Incident incident) {
        var points = new ArrayList<Text>();
        for (var subject : incident.subjects()) {
            var look = subject.diagnosisBefore().or(subject::before);
            look.ifPresent(seen -> points.addAll(seen(seen, incident)));
            subject.changes().stream()
                    .filter(change -> !change.isUndo() && change.mayHaveWritten())
                    .forEach(change -> points.addAll(planned(change)));
        }
        return List.of(
                Wording.title("Why this way"),
                points.isEmpty()
                        ? Wording.sentence("Neither status nor diagnose was answered before a change.")
                        : new Block.Bullets(points));
    }

    private static List<Text> seen(Look look, Incident incident) {
        var by = " (" + look.said().command() + ", " + Wording.time(look.at()) + ")";
        var points = new ArrayList<Text>();
        points.add(Wording.point("Where the schema is", ProblemSection.schema(look, incident) + by));
        if (look.isDrift()) {
            points.add(Wording.point("Running the migrations", look.upgradeWould() + by));
            points.add(Wording.point(look.tool().stamp(), stampHead(look) + by));
        }
        return points;
    }

    private static String stampHead(Look look) {
        if (!look.hidden().isEmpty()) {
            return "would hide that this is not there: " + String.join(", ", look.hidden());
        }
        var would = "would write " + Wording.rows(look.heads());
        var schema = look.schema();
        if (schema.texts("fits").equals(look.heads())
                || schema.lists("equivalent").contains(look.heads())) {
            return would + ", where the schema is; nothing was found that it would hide";
        }
        return schema.lists("candidates").contains(look.heads())
                ? would + "; whether the schema is there, the database cannot tell"
                : would + ", where the schema is not";
    }

    private static List<Text> planned(Change change) {
        var members = change.said().members();
        var points = new ArrayList<Text>();
        if (!change.proofs().isEmpty()) {
            points.add(Wording.point(
                    "The stamp of " + Wording.rows(change.after()),
                    change.proved()
                            + (change.unproved().isEmpty()
                                    ? ", before the write and again inside it"
                                    : "; it was written all the same: " + change.unproved())));
        }
        if (members.has("alembic_error")) {
            points.add(Wording.point("The same by alembic stamp", "would fail with: " + members.text("alembic_error")));
        } else if (members.has("alembic_would")
                && !members.texts("alembic_would").equals(change.after())) {
            points.add(Wording.point(
                    "The same by alembic stamp",
                    "would leave the row as " + Wording.rows(members.texts("alembic_would"))));
        }
        return points;
    }
}
