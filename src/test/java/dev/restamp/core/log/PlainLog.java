package dev.restamp.core.log;

import dev.restamp.core.evidence.Finding;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.TableForm;
import dev.restamp.core.revision.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plainest tool there could be: a number, an id and a checksum for each migration; a checksum of {@code bad} stops it. */
final class PlainLog implements MigrationLog, TableForm {
    static TableRow row(int number, String id) {
        var values = new LinkedHashMap<String, String>();
        values.put("number", Integer.toString(number));
        values.put("id", id);
        values.put("checksum", "good");
        return new TableRow(values);
    }

    @Override
    public List<String> columns() {
        return List.of("number", "id", "checksum");
    }

    @Override
    public List<String> key() {
        return List.of("number");
    }

    @Override
    public String order() {
        return "number";
    }

    @Override
    public boolean isLog() {
        return true;
    }

    @Override
    public List<String> ids(List<TableRow> rows) {
        return rows.stream().map(row -> row.text("id")).distinct().toList();
    }

    @Override
    public String about(TableRow row) {
        return row.text("id");
    }

    @Override
    public List<String> create(String table, String name) {
        return List.of();
    }

    @Override
    public List<Finding> findings(List<TableRow> rows, List<TableRow> locks) {
        return rows.stream()
                .filter(PlainLog::isBad)
                .<Finding>map(row -> new Finding.EditedScript(row.text("id"), "bad", "good"))
                .toList();
    }

    @Override
    public Optional<String> obstacle(List<TableRow> rows, List<TableRow> locks) {
        return rows.stream().anyMatch(PlainLog::isBad) ? Optional.of("a checksum is bad") : Optional.empty();
    }

    @Override
    public Map<String, String> states(List<TableRow> rows) {
        return Map.of();
    }

    @Override
    public List<TableRow> marked(List<TableRow> rows, List<Revision> added, Set<String> dropped, String user) {
        var after = new ArrayList<>(rows);
        after.removeIf(row -> dropped.contains(row.text("id")));
        added.forEach(revision -> after.add(row(after.size() + 100, revision.id())));
        return after;
    }

    @Override
    public List<TableRow> repaired(List<TableRow> rows, Set<String> ids, String user) {
        return rows.stream()
                .map(row -> ids.isEmpty() || ids.contains(row.text("id")) ? row.with("checksum", "good") : row)
                .toList();
    }

    @Override
    public List<TableRow> baselined(List<TableRow> rows, Revision at, String user) {
        return List.of(row(1, at.id()));
    }

    private static boolean isBad(TableRow row) {
        return row.text("checksum").equals("bad");
    }
}
