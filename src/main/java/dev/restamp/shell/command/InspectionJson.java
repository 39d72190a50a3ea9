package dev.restamp.shell.command;

import dev.restamp.core.evidence.Deviation;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.evidence.Mismatch;
import dev.restamp.core.evidence.Position;
import dev.restamp.core.evidence.RevisionEvidence;
import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.evidence.Upgrade;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.render.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An inspection as the members of a JSON object: those of {@code status}, shared with {@code diagnose}. */
final class InspectionJson {
    private InspectionJson() {}

    static Map<String, @Nullable Object> of(Inspection inspection) {
        var json = Json.object();
        var diagnosis = inspection.diagnosis();
        json.put("connection", connection(inspection.connection()));
        json.put("migration_tool", tool(inspection));
        json.put("row", diagnosis.version().ids());
        json.put("version_table", diagnosis.version().table());
        json.put("schema", schema(inspection));
        json.put("heads", inspection.project().graph().realHeads());
        json.put("findings", findings(inspection.findings()));
        json.put("upgrade", upgrade(diagnosis.upgrade()));
        json.put("hidden_by_stamp_head", mismatches(diagnosis.hidden()));
        return json;
    }

    /** The project's tool in its own words, for so many heads as the project has. */
    static Map<String, @Nullable Object> tool(Inspection inspection) {
        var words = inspection.project().words();
        var heads = inspection.graph().realHeads().size();
        return Json.object(
                "name", words.name(),
                "upgrade", words.upgrade(heads),
                "stamp", words.stamp(heads),
                "revision", words.revision());
    }

    static Map<String, @Nullable Object> connection(OpenConnection connection) {
        var server = connection.database().server();
        var json = Json.object();
        json.put("name", connection.name());
        json.put("env", connection.environment().word());
        json.put("env_said", connection.label().said());
        json.put("host", server.host().name());
        json.put("port", server.host().port());
        json.put("database", server.database());
        json.put("user", server.user());
        json.put("server", server.version());
        json.put("system_identifier", server.systemIdentifier().orElse(null));
        json.put("standby", server.standby());
        json.put("pooler", server.transactionPooler() ? "transaction" : "none");
        json.put("tls", server.tls().certificate().word());
        json.put("tls_version", server.tls().version().orElse(null));
        return json;
    }

    static List<Map<String, @Nullable Object>> findings(List<Finding> findings) {
        return findings.stream().map(InspectionJson::finding).toList();
    }

    static List<Map<String, @Nullable Object>> mismatches(List<Mismatch> mismatches) {
        return mismatches.stream().map(InspectionJson::mismatch).toList();
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        var json = Json.object();
        json.put("code", finding.code());
        json.put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
        json.put("text", finding.text());
        revision(finding, json);
        return json;
    }

    private static void revision(Finding finding, Map<String, @Nullable Object> json) {
        switch (finding) {
            case Finding.RowBehind(var row, var ignored) -> json.put("revision", String.join(",", row));
            case Finding.RowAhead(var row, var ignored) -> json.put("revision", String.join(",", row));
            case Finding.BranchMissing(var row, var ignored) -> json.put("revision", String.join(",", row));
            case Finding.UnknownRow(var id) -> json.put("revision", id);
            case Finding.EditedScript(var id, var _, var _) -> json.put("revision", id);
            case Finding.FailedRow(var id, var _) -> json.put("revision", id);
            case Finding.OverlappingRows(var ancestor, var ignored) -> json.put("revision", ancestor);
            case Finding.NoRevisionFits(var ignored, var mismatches) -> json.put("differences", mismatches(mismatches));
            case Finding.EmptyTable _,
                    Finding.NoTable _,
                    Finding.SeveralTables _,
                    Finding.SeveralHeads _,
                    Finding.DuplicateRows _,
                    Finding.NotReadable _,
                    Finding.SeveralCandidates _,
                    Finding.LockHeld _,
                    Finding.ToolStops _,
                    Finding.BrokenProject _ -> {}
        }
    }

    private static Map<String, @Nullable Object> schema(Inspection inspection) {
        var diagnosis = inspection.diagnosis();
        var json = Json.object();
        switch (diagnosis.position()) {
            case Position.Fits(var rows, var equivalent) -> {
                json.put("fits", rows);
                json.put("equivalent", equivalent);
            }
            case Position.Candidates(var candidates, var ignored) -> {
                json.put("fits", List.of());
                json.put("candidates", candidates);
            }
            case Position.NoFit(var closest, var asClose, var mismatches) -> {
                json.put("fits", List.of());
                json.put("closest", closest);
                json.put("as_close", asClose);
                json.put(
                        "missing",
                        mismatches(mismatches.stream()
                                .filter(InspectionJson::isMissing)
                                .toList()));
                json.put(
                        "different",
                        mismatches(mismatches.stream()
                                .filter(one -> !isMissing(one))
                                .toList()));
            }
        }
        json.put("present", diagnosis.count(Status.PRESENT));
        json.put("absent", diagnosis.count(Status.ABSENT));
        json.put("unobservable", diagnosis.count(Status.NOTHING_TO_SEE) + diagnosis.count(Status.NOT_READABLE));
        json.put("contradicting", diagnosis.contradicting());
        return json;
    }

    private static boolean isMissing(Mismatch mismatch) {
        return mismatch.expected() && mismatch.differences().isEmpty();
    }

    private static Map<String, @Nullable Object> mismatch(Mismatch mismatch) {
        var json = Json.object();
        json.put("kind", mismatch.key().kind().word());
        json.put("name", String.join(".", mismatch.key().path()));
        json.put("revision", mismatch.revision().orElse(null));
        json.put("expected", mismatch.expected());
        json.put(
                "differences",
                mismatch.differences().stream().map(Deviation::text).toList());
        return json;
    }

    private static Map<String, @Nullable Object> upgrade(Upgrade upgrade) {
        var json = Json.object();
        switch (upgrade) {
            case Upgrade.Runs(var revisions) -> {
                json.put("outcome", "runs");
                json.put("revisions", revisions);
            }
            case Upgrade.Dies(var ignored, var revision, var conflict, var ranBefore) -> {
                json.put("outcome", "fails");
                json.put("revision", revision);
                json.put("error", conflict.condition());
                json.put("message", conflict.message());
                json.put("line", conflict.line());
                json.put("ran_before", ranBefore);
            }
            case Upgrade.DoesNotStart(var why) -> {
                json.put("outcome", "does not start");
                json.put("message", why);
            }
        }
        return json;
    }

    /** One revision with its evidence, as {@code diagnose} lists it. */
    static Map<String, @Nullable Object> evidence(RevisionEvidence evidence) {
        var json = Json.object();
        json.put("revision", evidence.revision().id());
        json.put("status", evidence.status().name().toLowerCase(java.util.Locale.ROOT));
        json.put(
                "effects",
                evidence.observations().stream()
                        .map(one -> Json.object(
                                "object",
                                one.key().toString(),
                                "does",
                                one.change().text(),
                                "seen",
                                one.seen().name().toLowerCase(java.util.Locale.ROOT),
                                "differences",
                                one.details()))
                        .toList());
        json.put(
                "not_understood",
                evidence.unread().stream()
                        .map(one -> one.line() + ": " + one.why())
                        .toList());
        json.put(
                "no_trace", evidence.invisible().stream().map(one -> one.what()).toList());
        return json;
    }
}
