package dev.restamp.core.revision;

import java.util.List;

/** {@code alembic_version}. */
final class AlembicForm implements TableForm {
    private static final String COLUMN = "version_num";

    @Override
    public List<String> columns() {
        return List.of(COLUMN);
    }

    @Override
    public List<String> key() {
        return List.of(COLUMN);
    }

    @Override
    public String order() {
        return "";
    }

    @Override
    public boolean isLog() {
        return false;
    }

    @Override
    public List<String> ids(List<TableRow> rows) {
        return rows.stream().map(row -> row.text(COLUMN)).toList();
    }

    @Override
    public String about(TableRow row) {
        return row.text(COLUMN);
    }

    @Override
    public List<String> create(String table, String name) {
        var key = name.matches("[a-z_][a-z0-9_]*") ? name + "_pkc" : "\"" + name.replace("\"", "\"\"") + "_pkc\"";
        return List.of("CREATE TABLE " + table + " (version_num VARCHAR(32) NOT NULL, CONSTRAINT " + key
                + " PRIMARY KEY (version_num))");
    }
}
