package dev.restamp.shell.report;

import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.Words;
import dev.restamp.shell.journal.Place;
import dev.restamp.shell.render.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What to type the next time this happens: what was looked at, and what was written, as scripts write it. */
final class CommandsSection {
    private static final Set<String> LOOKS =
            Set.of("status", "diagnose", "current", "counts", "verify", "diff", "who", "snapshot", "explain");

    private static final Set<String> OPENING = Set.of("connect", "practice", "use");

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
        return new Lines(redactor).of(incident);
    }

    /** Collects them in their order: a look must be made on the connection on which it was made. */
    private static final class Lines {
        private final UnaryOperator<String> redactor;
        private final List<String> lines = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Set<String> connected = new HashSet<>();

        Lines(UnaryOperator<String> redactor) {
            this.redactor = redactor;
        }

        List<String> of(Incident incident) {
            incident.said().stream().filter(Said::isAnswer).forEach(this::add);
            return lines;
        }

        private void add(Said said) {
            connect(said);
            if (Change.is(said) && new Change(said).isWritten() && !new Change(said).isUndo()) {
                lines.add(stamp(new Change(said), said));
                seen.clear();
            } else if (LOOKS.contains(said.command()) && isWhole(said) && seen.add(said.line())) {
                lines.add(said.line());
            }
        }

        /** Whether it can be typed again: nothing has been taken out of it. */
        private boolean isWhole(Said said) {
            return redactor.apply(said.line()).equals(said.line());
        }

        /** As it was typed; where nobody has typed it, or nobody may see it, what it would have been. */
        private void connect(Said said) {
            if (opens(said) && isWhole(said)) {
                lines.add(said.line());
                seen.clear();
            } else if (said.place().filter(this::isNew).isPresent()) {
                lines.add(CommandsSection.connect(said.place().get()));
                seen.clear();
            }
            said.place().ifPresent(place -> connected.add(place.connection()));
        }

        private static boolean opens(Said said) {
            return OPENING.contains(said.command())
                    && (!said.command().equals("practice") || said.line().matches("practice (start|break)\\b.*"));
        }

        private boolean isNew(Place place) {
            return !isPractice(place) && !connected.contains(place.connection());
        }
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
