package dev.restamp.shell.report;

import dev.restamp.core.Exit;
import dev.restamp.shell.journal.Heard;
import dev.restamp.shell.journal.Moment;
import dev.restamp.shell.journal.Note;
import dev.restamp.shell.journal.Place;
import dev.restamp.tracker.Project;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened in a session, read from its journal. Nothing is in it that was not seen.
 *
 * @param moments those that the report is about
 * @param now when it is written
 * @param since where it begins, if not at the beginning of the session
 * @param user who ran the session, as the operating system calls them
 * @param project the project that is open
 * @param script the script that writes the report; empty for none
 * @param folder where the user is
 * @param receipts the folder of the receipts
 */
record Incident(
        List<Moment> moments,
        Instant now,
        Optional<Instant> since,
        String user,
        Optional<Project> project,
        String script,
        Path folder,
        Path receipts) {
    /** Commands that tell nothing of a database. */
    private static final Set<String> ASIDE = Set.of(
            "help",
            "note",
            "report",
            "transcript",
            "set",
            "recall",
            "glossary",
            "clear",
            "version",
            "quit",
            "script",
            "receipts",
            "profile",
            "connections");

    Incident {
        moments = List.copyOf(moments);
    }

    /** All that was answered, mistyped commands left out. */
    List<Said> said() {
        var said = new ArrayList<Said>();
        for (var i = 0; i < moments.size(); i++) {
            if (moments.get(i) instanceof Heard heard) {
                said.add(new Said(i, heard));
            }
        }
        return said.stream()
                .filter(one -> !ASIDE.contains(one.command()) && one.exit() != Exit.USAGE)
                .toList();
    }

    Stream<Note> notes() {
        return moments.stream().filter(Note.class::isInstance).map(Note.class::cast);
    }

    Instant from() {
        return moments.isEmpty() ? now : moments.getFirst().at();
    }

    /** Every database, in the order in which they were first met. */
    List<Subject> databases() {
        var places = new LinkedHashMap<String, Place>();
        said().forEach(one -> one.place().ifPresent(place -> places.putIfAbsent(key(place), place)));
        return places.values().stream().map(this::subject).toList();
    }

    private Subject subject(Place place) {
        var here = said().stream()
                .filter(one ->
                        one.place().filter(at -> key(at).equals(key(place))).isPresent())
                .toList();
        return new Subject(
                place,
                here.stream().filter(Look::is).map(Look::new).toList(),
                here.stream().filter(Change::is).map(Change::new).toList(),
                here.stream().filter(Ran::is).map(Ran::new).toList());
    }

    private static String key(Place place) {
        return place.connection() + "\n" + place.address();
    }

    /** What it is about: the databases that were changed, or were to be; else the first with drift; else the first seen. */
    List<Subject> subjects() {
        var all = databases();
        var changed = all.stream()
                .filter(one -> !one.changes().isEmpty() || !one.upgrades().isEmpty())
                .toList();
        if (!changed.isEmpty()) {
            return changed;
        }
        return all.stream()
                .filter(one -> one.looks().stream().anyMatch(Look::isDrift))
                .findFirst()
                .or(() -> all.stream().filter(one -> !one.looks().isEmpty()).findFirst())
                .or(() -> all.stream().findFirst())
                .stream()
                .toList();
    }

    /** The others that were looked at. */
    List<Subject> others() {
        var names = subjects().stream().map(one -> key(one.place())).toList();
        return databases().stream()
                .filter(one -> !names.contains(key(one.place())) && !one.looks().isEmpty())
                .toList();
    }

    /** Answers to a command, oldest first. */
    List<Said> answers(String command) {
        return said().stream()
                .filter(one -> one.command().equals(command) && one.isAnswer())
                .toList();
    }

    Optional<Said> last(String command) {
        return answers(command).stream().reduce((_, last) -> last);
    }

    /** The revision with its message, where the project has it. */
    String named(String id) {
        return project.flatMap(open -> open.graph().get(id))
                .map(revision -> revision.doc().lines().findFirst().orElse(""))
                .filter(message -> !message.isEmpty())
                .map(message -> id + " (" + message + ")")
                .orElse(id);
    }

    /** Rows with Alembic's words for their place in the graph: {@code 3c4d (branchpoint)}. */
    String marked(List<String> ids) {
        return ids.isEmpty() ? "none" : ids.stream().map(this::marked).collect(Collectors.joining(", "));
    }

    private String marked(String id) {
        var graph = project.map(Project::graph).filter(all -> all.get(id).isPresent());
        return id
                + graph.filter(all -> all.isHead(id)).map(_ -> " (head)").orElse("")
                + graph.filter(all -> all.isBranchPoint(id))
                        .map(_ -> " (branchpoint)")
                        .orElse("")
                + graph.filter(all -> all.isMergePoint(id))
                        .map(_ -> " (mergepoint)")
                        .orElse("");
    }

    String named(List<String> ids, String none) {
        return ids.isEmpty()
                ? none
                : String.join(", ", ids.stream().map(this::named).toList());
    }
}
