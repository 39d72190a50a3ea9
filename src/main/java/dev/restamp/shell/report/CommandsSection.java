package dev.restamp.shell.report;

import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.Words;
import dev.restamp.shell.journal.Place;
import dev.restamp.shell.render.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What to type the next time this happens: what was looked at, and what was written, as scripts write it. */
final class CommandsSection {
    private static final Set<String> LOOKS =
            Set.of("status", "diagnose", "current", "counts", "verify", "diff", "who", "snapshot", "explain");

    private CommandsSection() {}

    /** @param redactor what takes secrets out: a line that loses something by it cannot be typed again */
    static List<Block> of(Incident incident, UnaryOperator<String> redactor) {
        var lines = lines(incident, redactor);
        var title = Wording.title("Commands for next time");
        return lines.isEmpty()
                ? List.of(title, Wording.sentence("No command of this session is worth repeating."))
                : List.of(
                        title,
                        Wording.sentence("At the prompt of restamp, or each behind a -c of one restamp:"),
                        new Block.Code(lines, "text"));
    }

    static List<String> lines(Incident incident, UnaryOperator<String> redactor) {
        var lines = new ArrayList<>(connects(incident, redactor));
        var seen = new HashSet<String>();
        for (var said : incident.said()) {
            if (Change.is(said) && new Change(said).isWritten() && !new Change(said).isUndo()) {
                lines.add(stamp(new Change(said), said));
                seen.clear();
            } else if (isLook(said) && redactor.apply(said.line()).equals(said.line()) && seen.add(said.line())) {
                lines.add(said.line());
            }
        }
        return lines;
    }

    private static boolean isLook(Said said) {
        return LOOKS.contains(said.command()) && said.isAnswer();
    }

    /** The lines that made the connections; where there were none, what they would have been. */
    private static List<String> connects(Incident incident, UnaryOperator<String> redactor) {
        var lines = new LinkedHashSet<String>();
        var named = new HashSet<String>();
        for (var said : incident.said()) {
            var isConnect = said.command().equals("connect") && said.isAnswer();
            var isPractice = said.command().equals("practice") && said.line().contains(" start");
            if (isPractice) {
                lines.add(said.line());
            }
            if (said.place().isEmpty()) {
                continue;
            }
            var place = said.place().get();
            if (isConnect || (!isPractice && !isPractice(place) && !named.contains(place.connection()))) {
                lines.add(isConnect && redactor.apply(said.line()).equals(said.line()) ? said.line() : connect(place));
            }
            named.add(place.connection());
        }
        return List.copyOf(lines);
    }

    private static boolean isPractice(Place place) {
        return place.environment() == Environment.PRACTICE;
    }

    private static String connect(Place place) {
        return "connect " + Words.quote("postgresql://" + place.address()) + " --as " + Words.quote(place.connection());
    }

    /** As it would be written in a script: in full, and saying what it believes the row is. */
    private static String stamp(Change change, Said said) {
        var words = new ArrayList<String>();
        var typed = Words.split(said.line());
        if (typed.getFirst().startsWith("@")) {
            words.add(typed.getFirst());
        }
        words.add("stamp");
        words.addAll(change.after().isEmpty() ? List.of("base") : change.after());
        for (var i = 1; i + 1 < typed.size(); i++) {
            if (typed.get(i).equals("--remove") || typed.get(i).equals("--allow-unproved")) {
                words.addAll(typed.subList(i, i + 2));
            }
        }
        words.addAll(List.of("--expect", String.join(",", change.before())));
        said.place().ifPresent(place -> words.addAll(List.of("--confirm", place.database())));
        return Words.line(words);
    }
}
