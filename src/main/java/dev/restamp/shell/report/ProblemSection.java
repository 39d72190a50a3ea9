package dev.restamp.shell.report;

import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was wrong, as the first look saw it, and the error that somebody met. */
final class ProblemSection {
    private ProblemSection() {}

    static List<Block> of(Incident incident) {
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.title("Problem"));
        var several = incident.subjects().size() > 1;
        for (var subject : incident.subjects()) {
            if (several) {
                blocks.add(Wording.small(subject.name()));
            }
            blocks.addAll(subject.looks().stream()
                    .filter(Look::isDrift)
                    .findFirst()
                    .or(subject::first)
                    .map(look -> seen(look, incident))
                    .orElseGet(() ->
                            List.of(Wording.sentence("Neither status nor diagnose was answered in this session."))));
        }
        if (incident.subjects().isEmpty()) {
            blocks.add(Wording.sentence("No database was looked at in this session."));
        }
        incident.answers("explain").forEach(explained -> blocks.addAll(error(explained)));
        blocks.addAll(others(incident));
        return blocks;
    }

    private static List<Block> seen(Look look, Incident incident) {
        var points = new ArrayList<Text>();
        points.add(Wording.point("Row", incident.named(look.row(), "none") + " in " + look.table()));
        points.add(Wording.point("Schema", schema(look, incident)));
        points.add(Wording.point("Head", incident.named(look.heads(), "none")));
        look.findings()
                .forEach(finding -> points.add(Wording.point("Finding " + finding.text("code"), finding.text("text"))));
        if (!look.isDrift()) {
            points.add(Wording.point("Finding", "none: " + look.verdict()));
        }
        points.add(Wording.point("Migrations", look.upgradeWould()));
        if (look.isDrift() && !look.hidden().isEmpty()) {
            points.add(Wording.point(look.tool().stamp(), "would hide: " + String.join(", ", look.hidden())));
        }
        return List.of(
                Wording.sentence("As " + look.said().command() + " saw it at " + Wording.time(look.at()) + " UTC:"),
                new Block.Bullets(points));
    }

    /** Where the schema stands, with how much speaks for it and against it. */
    static String schema(Look look, Incident incident) {
        var schema = look.schema();
        return place(look, incident)
                + tally(schema)
                + schema.lists("equivalent").stream()
                        .map(rows -> "; " + String.join(" ", rows) + " fits as well")
                        .collect(Collectors.joining());
    }

    private static String tally(Members schema) {
        return ": %d present, %d absent, %d against"
                .formatted(schema.number("present"), schema.number("absent"), schema.number("contradicting"));
    }

    /** The same without messages. */
    static String shortSchema(Look look) {
        var fits = look.schema().texts("fits");
        return (fits.isEmpty() ? "fits no single " + look.tool().revision() : "fits " + Wording.rows(fits))
                + tally(look.schema());
    }

    private static String place(Look look, Incident incident) {
        var schema = look.schema();
        if (schema.has("candidates")) {
            return "one of "
                    + schema.lists("candidates").stream().map(Wording::rows).collect(Collectors.joining(" | "))
                    + ", which the database cannot tell apart";
        }
        if (schema.has("closest")) {
            var differences = schema.objects("missing").size()
                    + schema.objects("different").size();
            return "fits no " + look.tool().revision() + "; closest " + Wording.rows(schema.texts("closest"))
                    + ", with " + Wording.many(differences, "difference");
        }
        return "fits " + incident.named(schema.texts("fits"), "base");
    }

    private static List<Block> error(Said explained) {
        var members = explained.members();
        var failure = members.object("failure");
        var lines = Stream.of(
                        Optional.of((failure.text("sqlstate") + " " + failure.text("condition")).strip()),
                        Messages.safe(failure))
                .flatMap(Optional::stream)
                .filter(line -> !line.isEmpty())
                .toList();
        var points = new ArrayList<Text>();
        step(members).ifPresent(step -> points.add(Wording.point("Stopped in", step)));
        if (members.has("rolled_back")) {
            points.add(Wording.point("Rolled back", members.text("rolled_back")));
        }
        if (members.has("means")) {
            points.add(Wording.point("Means", members.text("means")));
        }
        if (!members.has("checked")) {
            points.add(Wording.point("Not checked", "no database was asked about it"));
        }
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.small("Error encountered"));
        blocks.add(new Block.Code(lines, "text"));
        if (!points.isEmpty()) {
            blocks.add(new Block.Bullets(points));
        }
        return blocks;
    }

    private static Optional<String> step(Members members) {
        if (!members.has("step")) {
            return Optional.empty();
        }
        var step = members.object("step");
        var from = step.text("from").isEmpty() ? "" : step.text("from") + " → ";
        var title = step.text("title").isEmpty() ? "" : " \"" + step.text("title") + "\"";
        return Optional.of(from + step.text("to") + title);
    }

    private static List<Block> others(Incident incident) {
        var others = incident.others();
        if (others.isEmpty()) {
            return List.of();
        }
        return List.of(
                Wording.small("Other connections looked at"),
                new Block.Bullets(others.stream()
                        .map(other -> Wording.point(
                                other.name(),
                                other.last().map(ProblemSection::line).orElse("")))
                        .toList()));
    }

    private static String line(Look look) {
        return "row " + Wording.rows(look.row()) + "; " + look.verdict() + " ("
                + look.said().command() + " at " + Wording.time(look.at()) + ")";
    }
}
