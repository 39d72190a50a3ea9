package dev.restamp.core.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What a tool's version table says, by that tool's own rules.
 *
 * @param rows newest first
 * @param count how many rows the table has, which may be more than were read
 */
public record TrackerState(KnownTable tool, List<RecordedRow> rows, long count) {
    public TrackerState {
        rows = List.copyOf(rows);
    }

    /**
     * Of several rows with one id the newest decides: goose writes a second one to take a version back, Prisma one for each
     * try.
     *
     * @param read newest first, the values by the names of their columns; NULL is the empty text
     */
    public static TrackerState of(KnownTable tool, List<Map<String, String>> read, long count) {
        var rows = new ArrayList<RecordedRow>();
        var decided = new HashSet<String>();
        for (var values : read) {
            var row = tool.row(values);
            var isFirst = row.id().isEmpty() || decided.add(row.id());
            rows.add(isFirst ? row : overruled(row));
        }
        return new TrackerState(tool, rows, count);
    }

    /** The newest applied version, one of each group; newest first. */
    public List<RecordedRow> latest() {
        var groups = new HashSet<String>();
        return rows.stream()
                .filter(RecordedRow::applied)
                .filter(row -> groups.add(row.group()))
                .toList();
    }

    /** The rows that need somebody's eye: half applied, failed, taken back. */
    public List<RecordedRow> marked() {
        return rows.stream().filter(row -> !row.marks().isEmpty()).toList();
    }

    private static RecordedRow overruled(RecordedRow row) {
        var marks = new ArrayList<>(row.marks());
        marks.add("overruled by a newer row");
        return new RecordedRow(row.id(), row.about(), row.group(), row.when(), marks, false);
    }
}
