package dev.restamp.shell.report;

import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How it was and how it is: row, schema, verdict, numbers of rows, what was held against something else. */
final class VerificationSection {
    /** Of the tables of one answer. A longer list is for the JSON document. */
    private static final int MOST = 200;

    private VerificationSection() {}

    static List<Block> of(Incident incident) {
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.title("Verification (after)"));
        incident.subjects().forEach(subject -> blocks.addAll(sides(subject, incident)));
        blocks.addAll(incident.last("verify")
                .map(said -> verified(said, incident))
                .orElseGet(() -> List.of(Wording.sentence("Nothing was verified in this session."))));
        blocks.addAll(incident.last("counts")
                .map(said -> counted(said, incident))
                .orElseGet(() -> List.of(Wording.sentence("Nothing was counted in this session."))));
        incident.answers("diff").forEach(diff -> blocks.addAll(compared(diff, incident)));
        return blocks;
    }

    private static List<Block> sides(Subject subject, Incident incident) {
        var blocks = new ArrayList<Block>();
        if (incident.subjects().size() > 1) {
            blocks.add(Wording.small(subject.name()));
        }
        var before = subject.before();
        var after = subject.after();
        if (after.isEmpty()) {
            blocks.add(Wording.sentence(
                    subject.lastWrite().isPresent()
                            ? "Neither status nor diagnose was answered after the last write."
                            : "Nothing was written, so there is no after."));
        }
        if (before.isPresent() && after.isPresent()) {
            blocks.add(new Grid(
                    List.of(Head.left(""), Head.left("before"), Head.left("after")),
                    List.of(
                            row("seen", before, after, look -> look.said().command() + ", " + Wording.time(look.at())),
                            row("row", before, after, look -> Wording.rows(look.row())),
                            row("schema", before, after, ProblemSection::shortSchema),
                            row("head", before, after, look -> Wording.rows(look.heads())),
                            row("verdict", before, after, Look::verdict),
                            row(after.get().tool().upgrade(), before, after, Look::shortUpgrade))));
        }
        return blocks;
    }

    private static List<Text> row(
            String title, Optional<Look> before, Optional<Look> after, Function<Look, String> cell) {
        return List.of(
                Text.of(title),
                Text.of(before.map(cell).orElse("")),
                Text.of(after.map(cell).orElse("")));
    }

    private static List<Block> verified(Said said, Incident incident) {
        var members = said.members();
        var against = members.text("against").isEmpty() ? "" : " against " + members.text("against");
        var rows = new ArrayList<List<Text>>();
        members.objects("groups").forEach(group -> rows.addAll(group(group)));
        return List.of(
                Wording.small("Verified" + against),
                Wording.sentence(said.line() + on(said, incident) + ": " + said.lastLine()),
                new Grid(List.of(Head.left("group"), Head.left("state"), Head.left("what")), rows));
    }

    private static List<List<Text>> group(Members group) {
        var rows = new ArrayList<List<Text>>();
        rows.add(List.of(Text.of(group.text("group")), Text.of(group.text("state")), Text.of(group.text("summary"))));
        group.texts("details").stream()
                .limit(MOST)
                .forEach(detail -> rows.add(
                        List.of(Text.EMPTY, Text.EMPTY, Text.of(detail.strip().replaceAll("\\s+", " ")))));
        return rows;
    }

    private static List<Block> counted(Said said, Incident incident) {
        var table = said.members().has("counts") ? Counted.ofSides(said.members()) : Counted.of(said.members());
        var shown = table.rows().stream().limit(MOST).toList();
        var more = table.rows().size() - shown.size();
        return List.of(
                Wording.small("Counts"),
                Wording.sentence(said.line() + on(said, incident) + ": " + said.firstLine()
                        + (more > 0 ? "; " + more + " more tables are not listed here" : "")),
                new Grid(table.heads(), shown));
    }

    /** Rows that differ are counted here and never shown. */
    private static List<Block> compared(Said said, Incident incident) {
        return List.of(
                Wording.small("Compared: " + said.line()),
                Wording.sentence(Timeline.result(said) + on(said, incident) + "."));
    }

    /** Where and when; what was asked before the last write says nothing of what came after it. */
    private static String on(Said said, Incident incident) {
        var before = incident.subjects().stream()
                .flatMap(subject -> subject.lastWrite().stream())
                .anyMatch(write -> said.order() < write.order());
        return said.place().map(place -> " on " + place.connection()).orElse("") + ", " + Wording.time(said.at())
                + " UTC" + (before ? ", before the last write" : "");
    }
}
