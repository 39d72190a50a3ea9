package dev.restamp.shell.report;

import dev.restamp.shell.journal.Note;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Title, when, who, what, and how it ended. */
final class HeadSection {
    private HeadSection() {}

    static List<Block> of(Incident incident, Optional<String> title) {
        var points = new ArrayList<Text>();
        points.add(Wording.point("Date", Wording.span(incident.from(), incident.now())));
        points.add(Wording.point("By", incident.user()));
        if (!incident.script().isEmpty()) {
            points.add(Wording.point("Script", incident.script()));
        }
        incident.since()
                .ifPresent(since -> points.add(
                        Wording.point("Covers", "only what was done since " + Wording.time(since) + " UTC")));
        incident.subjects().forEach(subject -> points.addAll(points(subject)));
        if (incident.subjects().isEmpty()) {
            points.add(Wording.point("Result", "not known: no database was looked at in this session"));
        }
        incident.notes().map(HeadSection::note).forEach(points::add);
        return List.of(new Block.Heading(1, title.orElseGet(() -> title(incident))), new Block.Bullets(points));
    }

    static String title(Incident incident) {
        return incident.subjects().stream()
                .findFirst()
                .map(subject -> subject.looks().stream()
                        .filter(Look::isDrift)
                        .findFirst()
                        .map(look -> "Incident: " + look.findings().getFirst().text("text") + " on " + subject.name())
                        .orElse("Incident report: " + subject.name()))
                .orElse("Incident report");
    }

    private static List<Text> points(Subject subject) {
        var points = new ArrayList<Text>();
        points.add(Wording.point("Database", Places.line(subject.place())));
        subject.looks().stream()
                .filter(Look::isDrift)
                .findFirst()
                .ifPresent(look -> points.add(Wording.point("Issue", look.verdict())));
        var result = Result.of(subject);
        points.add(Text.of("Result:", Style.STRONG)
                .and(" ")
                .and(result.word(), style(result))
                .and(": " + result.text()));
        Result.toRun(subject).ifPresent(text -> points.add(Wording.point("Migrations", text)));
        return points;
    }

    private static Style style(Result result) {
        return switch (result.word()) {
            case "repaired" -> Style.GOOD;
            case "not repaired", "outcome unknown" -> Style.BAD;
            default -> Style.WARN;
        };
    }

    private static Text note(Note note) {
        return Wording.point("Note", note.text() + " (" + Wording.time(note.at()) + ")");
    }
}
