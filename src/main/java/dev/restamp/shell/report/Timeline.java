package dev.restamp.shell.report;

import dev.restamp.shell.Numbers;
import dev.restamp.shell.journal.Heard;
import dev.restamp.shell.journal.Note;
import dev.restamp.shell.journal.Place;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything in its order: what was typed, what came of it, what was noted. */
final class Timeline {
    /** Commands by which a database is met; others find it open. */
    private static final Set<String> OPENING = Set.of("connect", "practice", "use", "reconnect");

    private Timeline() {}

    /** @param exit empty for what is no command */
    record Step(Instant at, String what, Optional<Integer> exit) {}

    static List<Block> of(Incident incident) {
        var steps = steps(incident);
        var oneDay = Wording.day(incident.from()).equals(Wording.day(incident.now()));
        var rows = steps.stream()
                .map(step -> List.of(
                        Text.of((oneDay ? "" : Wording.day(step.at()) + " ") + Wording.time(step.at())),
                        Text.of(step.exit().map(String::valueOf).orElse("")),
                        Text.of(step.what())))
                .toList();
        return List.of(
                Wording.title("Timeline"),
                steps.isEmpty()
                        ? Wording.sentence("Nothing was done in this session.")
                        : new Grid(List.of(Head.left("UTC"), Head.right("exit"), Head.left("what")), rows));
    }

    static List<Step> steps(Incident incident) {
        var said = incident.said().stream().collect(Collectors.toMap(Said::order, Function.identity()));
        var known = new HashSet<Place>();
        var steps = new ArrayList<Step>();
        for (var i = 0; i < incident.moments().size(); i++) {
            switch (incident.moments().get(i)) {
                case Note(var at, var text) -> steps.add(new Step(at, "note: " + text, Optional.empty()));
                case Heard _ -> Optional.ofNullable(said.get(i)).ifPresent(one -> add(one, known, steps));
            }
        }
        return steps;
    }

    private static void add(Said said, Set<Place> known, List<Step> steps) {
        var result = result(said);
        var step = new Step(
                said.at(),
                said.shown() + (result.isEmpty() ? "" : ": " + result),
                Optional.of(said.exit().code()));
        var met = said.place().filter(known::add).map(place -> new Step(said.at(), met(place, said), Optional.empty()));
        var opens = OPENING.contains(said.command());
        if (!opens) {
            met.ifPresent(steps::add);
        }
        steps.add(step);
        if (opens) {
            met.ifPresent(steps::add);
        }
    }

    private static String met(Place place, Said said) {
        var connection = said.members().object("connection");
        var isThis = connection.text("name").equals(place.connection());
        return "on " + place.connection() + ": " + Places.server(place) + (isThis ? Places.tls(connection) : "");
    }

    /** What came of it, in a line. Values of rows are never in it. */
    static String result(Said said) {
        if (said.problem().isPresent()) {
            return said.command().equals("sql") ? "failed" : said.problem().get();
        }
        var members = said.members();
        return switch (said.command()) {
            case "status", "diagnose" -> Look.is(said) ? new Look(said).verdict() : said.firstLine();
            case "current", "heads" -> findings(members).orElseGet(said::firstLine);
            case "stamp", "undo" -> change(new Change(said));
            case "diff" -> diff(said);
            case "explain" -> explained(members);
            case "sql" -> Wording.many(members.objects("rows").size(), "row") + (members.is("cut") ? ", and more" : "");
            case "counts", "who", "snapshot", "practice", "project" -> said.firstLine();
            case "upgrade" -> Ran.is(said) ? new Ran(said).result() : notRun(said);
            case "verify", "run" -> said.lastLine();
            default -> "";
        };
    }

    private static Optional<String> findings(Members members) {
        return members.objects("findings").stream()
                .map(one -> one.text("code") + " " + one.text("text"))
                .reduce((one, other) -> one + "; " + other);
    }

    private static String change(Change change) {
        var rows = Wording.rows(change.before()) + " → " + Wording.rows(change.after());
        return switch (change.outcome()) {
            case WRITTEN ->
                rows + (change.isUndo() || change.proofs().isEmpty() ? "" : ", " + change.proved()) + ", transaction "
                        + change.transaction() + ", receipt " + change.receipt();
            case PLANNED -> rows + ", planned only, " + change.proved();
            case NOTHING_TO_DO, REFUSED, FAILED, UNKNOWN ->
                change.outcome().words() + (change.why().isEmpty() ? "" : ": " + change.why());
        };
    }

    private static String notRun(Said said) {
        var why = said.members().object("error").text("what");
        return why.isEmpty() ? said.firstLine() : "refused: " + why;
    }

    private static String diff(Said said) {
        var members = said.members();
        if (members.has("differing")) {
            return members.text("table") + ": " + Wording.many(members.number("differing"), "key") + " of "
                    + Numbers.grouped(members.number("left_rows")) + " against "
                    + Numbers.grouped(members.number("right_rows")) + " rows differ";
        }
        return members.has("differences") ? said.lastLine() : "";
    }

    private static String explained(Members members) {
        var failure = members.object("failure");
        var step = members.object("step");
        return (step.text("to").isEmpty() ? "" : "stopped in " + step.text("to") + ", ")
                + (failure.text("sqlstate") + " " + failure.text("condition")).strip();
    }
}
