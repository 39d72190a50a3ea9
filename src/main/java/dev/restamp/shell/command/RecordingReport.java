package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.catalog.Difference;
import dev.restamp.shell.recording.Recording;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what was recorded, and how far it is what was there. */
record RecordingReport(Recording recording, String asTyped) {
    private static final int SHOWN = 10;

    Report build() {
        var report = Report.builder()
                .line(Text.of("RECORDED  ", Style.GOOD).and(asTyped))
                .gap()
                .block(new Block.Fields(fields()));
        list(report, "copied too, because scripts take things from it", recording.modules());
        list(report, "left out", recording.leftOut());
        list(report, "secrets were taken out of", recording.cleaned());
        list(
                report,
                "differs in practice",
                recording.differences().stream().map(RecordingReport::words).toList());
        return report.gap()
                .line(Text.of(
                        "read it before you share it: names, comments and function bodies are as they were",
                        Style.FAINT))
                .json("recorded", recording.folder().toString())
                .json("database", recording.database())
                .json("tables", recording.tables())
                .json("statements", recording.statements())
                .json("rows", recording.rows())
                .json("scripts", recording.scripts())
                .json("modules", recording.modules())
                .json("left_out", recording.leftOut())
                .json("secrets_taken_out_of", recording.cleaned())
                .json("same", recording.isTheSame())
                .json(
                        "differences",
                        recording.differences().stream()
                                .map(RecordingReport::json)
                                .toList())
                .json("findings", recording.verdict())
                .json("findings_in_practice", recording.recordedVerdict())
                .next(Next.reads("practice start " + folder(), "closes what is open, and practises it"))
                .build(recording.isTheSame() ? Exit.OK : Exit.FINDING);
    }

    private List<Field> fields() {
        return List.of(
                new Field(
                        recording.database(),
                        Text.of(recording.tables() + " tables in " + recording.statements() + " statements, "
                                + recording.rows() + (recording.rows() == 1 ? " version row" : " version rows")),
                        "no other rows, owners or rights"),
                new Field(
                        "project",
                        Text.of(recording.scripts() + (recording.scripts() == 1 ? " script" : " scripts")),
                        "no address of a database"),
                new Field("proof", proof(), "built once on a private server"));
    }

    private Text proof() {
        var found = recording.differences().size();
        var schema = found == 0 ? "no difference" : found == 1 ? "1 difference" : found + " differences";
        var verdict = recording.verdict().equals(recording.recordedVerdict())
                ? "; status says the same: " + codes(recording.verdict())
                : "; status says " + codes(recording.verdict()) + " here and " + codes(recording.recordedVerdict())
                        + " there";
        return Text.of(schema + verdict, recording.isTheSame() ? Style.GOOD : Style.BAD);
    }

    private static String codes(List<String> codes) {
        return codes.isEmpty() ? "nothing wrong" : String.join(", ", codes);
    }

    private static void list(Report.Builder report, String head, List<String> all) {
        if (!all.isEmpty()) {
            report.gap().line(Text.of(head, Style.WARN));
            all.stream().limit(SHOWN).forEach(one -> report.line("  " + one));
            if (all.size() > SHOWN) {
                report.line(Text.of("  … " + (all.size() - SHOWN) + " more", Style.FAINT));
            }
        }
    }

    /** As it is typed to start it. */
    private String folder() {
        var path = asTyped.contains("/") ? asTyped : "./" + asTyped;
        return path.contains(" ") ? '"' + path + '"' : path;
    }

    private static String words(Difference difference) {
        var name = difference.object().kind().word() + " " + difference.object().name();
        return switch (difference) {
            case Difference.Missing _ -> name + ": missing";
            case Difference.Extra _ -> name + ": not in the database";
            case Difference.Changed changed -> name + ": " + changed.property();
        };
    }

    private static Map<String, @Nullable Object> json(Difference difference) {
        return Json.object(
                "kind", difference.object().kind().word(),
                "name", difference.object().name(),
                "difference", words(difference));
    }
}
