package dev.restamp.tracker.flyway;

import dev.restamp.core.revision.TableForm;
import dev.restamp.core.revision.TableRow;
import java.util.List;

/** The history table of a project. */
record HistoryForm(FlywayHistory history, String tablespace) implements TableForm {
    static final List<String> COLUMNS = List.of(
            "installed_rank",
            "version",
            "description",
            "type",
            "script",
            "checksum",
            "installed_by",
            "installed_on",
            "execution_time",
            "success");

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("installed_rank");
    }

    @Override
    public String order() {
        return "installed_rank";
    }

    @Override
    public boolean isLog() {
        return true;
    }

    @Override
    public List<String> ids(List<TableRow> rows) {
        return history.applied(rows);
    }

    @Override
    public String about(TableRow row) {
        return history.id(HistoryRow.of(row));
    }

    @Override
    public List<String> create(String table, String name) {
        var indexes = tablespace.isEmpty() ? "" : " USING INDEX TABLESPACE " + quoted(tablespace);
        var rows = tablespace.isEmpty() ? "" : " TABLESPACE " + quoted(tablespace);
        return List.of(
                "CREATE TABLE " + table + " (installed_rank integer NOT NULL, version varchar(50),"
                        + " description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL,"
                        + " checksum integer, installed_by varchar(100) NOT NULL,"
                        + " installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL,"
                        + " success boolean NOT NULL)" + rows,
                "ALTER TABLE " + table + " ADD CONSTRAINT " + quoted(name + "_pk") + " PRIMARY KEY (installed_rank)"
                        + indexes,
                "CREATE INDEX " + quoted(name + "_s_idx") + " ON " + table + " (success)" + rows);
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
