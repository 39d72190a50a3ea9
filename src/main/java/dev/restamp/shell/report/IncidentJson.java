package dev.restamp.shell.report;

import dev.restamp.shell.render.Json;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The facts of the report for programs. */
final class IncidentJson {
    private IncidentJson() {}

    static Map<String, @Nullable Object> of(Incident incident, String title, UnaryOperator<String> redactor) {
        return Json.object(
                "title", title,
                "from", incident.from().toString(),
                "to", incident.now().toString(),
                "since", incident.since().map(Object::toString).orElse(null),
                "user", incident.user(),
                "databases",
                        incident.subjects().stream().map(IncidentJson::database).toList(),
                "others", incident.others().stream().map(IncidentJson::database).toList(),
                "errors",
                        incident.answers("explain").stream()
                                .map(IncidentJson::error)
                                .toList(),
                "changes",
                        incident.subjects().stream()
                                .flatMap(subject -> subject.changes().stream().map(change -> change(subject, change)))
                                .toList(),
                "verified", incident.last("verify").map(IncidentJson::verified).orElse(null),
                "counted", incident.last("counts").map(IncidentJson::counted).orElse(null),
                "compared",
                        incident.answers("diff").stream()
                                .map(IncidentJson::compared)
                                .toList(),
                "not_checked", UncheckedSection.sentences(incident),
                "undo",
                        incident.subjects().stream()
                                .flatMap(subject -> UndoSection.undoable(subject).stream()
                                        .map(change -> UndoSection.command(subject, change)))
                                .toList(),
                "commands", CommandsSection.lines(incident, redactor),
                "files", FilesSection.files(incident).keySet().stream().toList(),
                "notes",
                        incident.notes()
                                .map(note -> Json.object("at", note.at().toString(), "text", note.text()))
                                .toList());
    }

    static List<Map<String, @Nullable Object>> timeline(Incident incident) {
        return Timeline.steps(incident).stream()
                .map(step -> Json.object(
                        "at", step.at().toString(),
                        "what", step.what(),
                        "exit", step.exit().orElse(null)))
                .toList();
    }

    private static Map<String, @Nullable Object> database(Subject subject) {
        var place = subject.place();
        var result = Result.of(subject);
        return Json.object(
                "connection", place.connection(),
                "address", place.address(),
                "database", place.database(),
                "server", place.server(),
                "system_identifier", place.system().orElse(null),
                "env", place.environment().word(),
                "result", result.word(),
                "text", result.text(),
                "to_run", Result.toRun(subject).orElse(null),
                "before", subject.before().map(IncidentJson::look).orElse(null),
                "after", subject.after().map(IncidentJson::look).orElse(null));
    }

    private static Map<String, @Nullable Object> look(Look look) {
        return Json.object(
                "command", look.said().command(),
                "at", look.at().toString(),
                "row", look.row(),
                "fits", look.schema().texts("fits"),
                "heads", look.heads(),
                "findings",
                        look.findings().stream()
                                .map(one -> Json.object("code", one.text("code"), "text", one.text("text")))
                                .toList());
    }

    private static Map<String, @Nullable Object> error(Said said) {
        var failure = said.members().object("failure");
        var step = said.members().object("step");
        return Json.object(
                "from", step.text("from"),
                "to", step.text("to"),
                "sqlstate", failure.text("sqlstate"),
                "condition", failure.text("condition"),
                "message", Messages.safe(failure).orElse(""));
    }

    private static Map<String, @Nullable Object> change(Subject subject, Change change) {
        return Json.object(
                "command", change.said().command(),
                "at", change.at().toString(),
                "connection", subject.place().connection(),
                "outcome", change.outcome().words(),
                "version_table", change.table(),
                "before", change.before(),
                "after", change.after(),
                "statements", change.statements(),
                "proofs", change.proofs().stream().map(Members::json).toList(),
                "receipt", change.receipt().isEmpty() ? null : change.receipt(),
                "transaction", change.transaction().isEmpty() ? null : change.transaction(),
                "unproved", change.unproved().isEmpty() ? null : change.unproved(),
                "why", change.why().isEmpty() ? null : change.why());
    }

    private static Map<String, @Nullable Object> verified(Said said) {
        return Json.object(
                "line", said.line(),
                "at", said.at().toString(),
                "against", said.members().has("against") ? said.members().text("against") : null,
                "verified", said.members().is("verified"),
                "groups",
                        said.members().objects("groups").stream()
                                .map(group -> Json.object(
                                        "group", group.text("group"),
                                        "state", group.text("state"),
                                        "summary", group.text("summary")))
                                .toList());
    }

    private static Map<String, @Nullable Object> counted(Said said) {
        return Json.object("line", said.line(), "at", said.at().toString(), "summary", said.firstLine());
    }

    private static Map<String, @Nullable Object> compared(Said said) {
        return Json.object("line", said.line(), "at", said.at().toString(), "summary", Timeline.result(said));
    }
}
