package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.recognition.KnownTable;
import dev.restamp.core.recognition.RecognisedTable;
import dev.restamp.core.recognition.RecordedRow;
import dev.restamp.core.recognition.TrackerState;
import dev.restamp.shell.Numbers;
import dev.restamp.shell.TrackerWish;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the version table of a tool says, without a project of that tool.
 *
 * @param tool the one that was asked for, of those whose table it may be
 * @param state empty where this role may not read the rows
 */
record OtherTrackerReport(RecognisedTable table, KnownTable tool, Optional<TrackerState> state, Arguments arguments) {
    /** Version tables for a program. */
    static List<Map<String, @Nullable Object>> json(List<RecognisedTable> tables) {
        return tables.stream()
                .map(one -> Json.object(
                        "version_table",
                        one.table().sql(),
                        "trackers",
                        one.tools().stream().map(KnownTable::tracker).toList(),
                        "diagnosed",
                        TrackerWish.isDiagnosed(one),
                        "why",
                        one.table().why().isEmpty() ? null : one.table().why()))
                .toList();
    }

    Report build() {
        var report = Report.builder();
        var latest = state.map(TrackerState::latest).orElse(List.of());
        if (arguments.has("--plain")) {
            latest.forEach(row -> report.line(row.id()));
        } else {
            explain(latest, report);
        }
        var rows = state.map(TrackerState::rows).orElse(List.of());
        return report.json("row", latest.stream().map(RecordedRow::id).toList())
                .json("version_table", table.table().sql())
                .json("tracker", tool.tracker())
                .json(
                        "trackers",
                        table.tools().stream().map(KnownTable::tracker).toList())
                .json("diagnosed", TrackerWish.isDiagnosed(tool))
                .json("count", state.map(TrackerState::count).orElse(null))
                .json(
                        "why",
                        table.table().why().isEmpty() ? null : table.table().why())
                .json("latest", latest.stream().map(OtherTrackerReport::json).toList())
                .listed("rows", rows.stream().map(OtherTrackerReport::json).toList())
                .build(state.isPresent() ? Exit.OK : Exit.INCONCLUSIVE);
    }

    private void explain(List<RecordedRow> latest, Report.Builder report) {
        report.line(Text.of(table.title(), Style.STRONG)
                .and("   " + table.table().sql()
                        + state.map(OtherTrackerReport::counted).orElse("")));
        state.ifPresentOrElse(
                read -> rows(read, latest, report),
                () -> report.line(Text.of("not readable: " + table.table().why(), Style.BAD)));
        report.line(Text.of(
                TrackerWish.isDiagnosed(tool)
                        ? "no %s project is open: only what its table says is shown".formatted(tool.title())
                        : "diagnosing %s is not supported yet: only what its table says is shown"
                                .formatted(table.title()),
                Style.FAINT));
    }

    private void rows(TrackerState read, List<RecordedRow> latest, Report.Builder report) {
        if (latest.isEmpty()) {
            report.line("nothing is applied");
        }
        var shown = arguments.has("-v") ? read.rows() : recent(read);
        if (!shown.isEmpty()) {
            report.block(grid(shown, latest));
        }
        if (read.rows().size() < read.count() && arguments.has("-v")) {
            report.line(Text.of(
                    "… and " + Numbers.grouped(read.count() - read.rows().size()) + " older rows", Style.FAINT));
        }
    }

    /** With the latest comes what is newer and does not count, in the order of the table. */
    private static List<RecordedRow> recent(TrackerState read) {
        var settled = new HashSet<String>();
        return read.rows().stream()
                .filter(row -> row.applied()
                        ? settled.add(row.group())
                        : !row.id().isEmpty() && !settled.contains(row.group()))
                .toList();
    }

    private static Grid grid(List<RecordedRow> rows, List<RecordedRow> latest) {
        var heads = List.of(Head.left("version"), Head.left("applied"), Head.left(""), Head.left(""));
        return new Grid(heads, rows.stream().map(row -> cells(row, latest)).toList());
    }

    private static List<Text> cells(RecordedRow row, List<RecordedRow> latest) {
        var marks = new ArrayList<>(row.marks());
        if (latest.contains(row)) {
            marks.addFirst("latest");
        }
        return List.of(
                Text.of(row.id(), row.applied() ? Style.STRONG : Style.PLAIN),
                Text.of(row.when().orElse("")),
                Text.of(String.join(", ", marks), row.marks().isEmpty() ? Style.PLAIN : Style.WARN),
                Text.of(row.about(), Style.FAINT));
    }

    private static String counted(TrackerState read) {
        return ", " + Numbers.grouped(read.count()) + (read.count() == 1 ? " row" : " rows");
    }

    private static Map<String, @Nullable Object> json(RecordedRow row) {
        return Json.object(
                "id",
                row.id(),
                "about",
                row.about(),
                "group",
                row.group(),
                "when",
                row.when().orElse(null),
                "marks",
                row.marks(),
                "applied",
                row.applied());
    }
}
