package dev.restamp.shell.report;

import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The database at the end of the session, each line with what says so. */
final class StatusSection {
    private StatusSection() {}

    static List<Block> of(Incident incident) {
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.title("Database status"));
        for (var subject : incident.subjects()) {
            if (incident.subjects().size() > 1) {
                blocks.add(Wording.small(subject.name()));
            }
            blocks.add(new Block.Bullets(points(subject, incident)));
        }
        if (incident.subjects().isEmpty()) {
            blocks.add(Wording.sentence("No database was looked at in this session."));
        }
        return blocks;
    }

    private static List<Text> points(Subject subject, Incident incident) {
        var points = new ArrayList<Text>();
        points.add(Wording.point(
                "Row",
                subject.knownRow()
                        .map(row -> incident.marked(row) + (subject.after().isPresent() ? "" : seen(subject)))
                        .orElse("not known")));
        subject.last()
                .ifPresentOrElse(
                        look -> points.add(Wording.point(
                                "Row and schema",
                                look.verdict() + " (" + by(look.said())
                                        + (subject.lastWrite().isPresent()
                                                        && subject.after().isEmpty()
                                                ? ", before the last write)"
                                                : ")"))),
                        () -> points.add(Wording.point("Row and schema", "not looked at")));
        Result.toRun(subject).ifPresent(text -> points.add(Wording.point("Migrations", text)));
        onThis(subject, incident, "verify")
                .ifPresent(said -> said.members()
                        .objects("groups")
                        .forEach(group -> points.add(Wording.point(
                                capital(group.text("group")),
                                group.text("state") + ", " + group.text("summary") + " (" + by(said) + ")"))));
        onThis(subject, incident, "counts")
                .ifPresent(said -> points.add(Wording.point("Counted", said.firstLine() + " (" + by(said) + ")")));
        return points;
    }

    private static Optional<Said> onThis(Subject subject, Incident incident, String command) {
        return incident.answers(command).stream()
                .filter(said -> said.place().filter(subject.place()::equals).isPresent())
                .filter(said -> isAbout(subject, said.members()))
                .reduce((_, last) -> last);
    }

    /** Of two sides one must be this database. */
    private static boolean isAbout(Subject subject, Members members) {
        var name = subject.place().connection();
        return !members.has("left")
                || members.text("left").equals(name)
                || members.text("right").equals(name);
    }

    private static String seen(Subject subject) {
        return subject.lastWrite().isPresent() ? ", read back by the write" : "";
    }

    private static String by(Said said) {
        return said.line() + ", " + Wording.time(said.at());
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
