package dev.restamp.tracker.liquibase;

import dev.restamp.core.revision.TableForm;
import dev.restamp.core.revision.TableRow;
import java.util.List;
import java.util.Set;

/** {@code DATABASECHANGELOG}: a row for each change set that ran, or was marked as if it had. */
final class ChangelogForm implements TableForm {
    private static final Set<String> NOT_RUN = Set.of("FAILED", "SKIPPED");

    private final ChangeSets changeSets;

    ChangelogForm(ChangeSets changeSets) {
        this.changeSets = changeSets;
    }

    @Override
    public List<String> columns() {
        return Columns.ALL;
    }

    @Override
    public List<String> key() {
        return List.of(Columns.ID, Columns.AUTHOR, Columns.FILE);
    }

    @Override
    public String order() {
        return Columns.DATE + ", " + Columns.ORDER;
    }

    @Override
    public boolean isLog() {
        return true;
    }

    /** Without those of change sets that contexts, labels or the like leave out: an update does not look at them either. */
    @Override
    public List<String> ids(List<TableRow> rows) {
        return rows.stream()
                .filter(row -> !NOT_RUN.contains(row.text(Columns.TYPE)))
                .map(Columns::name)
                .filter(name -> !changeSets.isLeftOut(name))
                .map(changeSets::id)
                .distinct()
                .toList();
    }

    @Override
    public String about(TableRow row) {
        return changeSets.id(Columns.name(row));
    }

    @Override
    public List<String> create(String table, String name) {
        return List.of("CREATE TABLE " + table + " (id VARCHAR(255) NOT NULL, author VARCHAR(255) NOT NULL, "
                + "filename VARCHAR(255) NOT NULL, dateexecuted TIMESTAMP WITHOUT TIME ZONE NOT NULL, "
                + "orderexecuted INTEGER NOT NULL, exectype VARCHAR(10) NOT NULL, md5sum VARCHAR(35), "
                + "description VARCHAR(255), comments VARCHAR(255), tag VARCHAR(255), liquibase VARCHAR(20), "
                + "contexts VARCHAR(255), labels VARCHAR(255), deployment_id VARCHAR(10))");
    }
}
