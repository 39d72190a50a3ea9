package dev.restamp.tracker.liquibase;

import dev.restamp.core.revision.TableRow;
import java.util.LinkedHashMap;
import java.util.Objects;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.util.LiquibaseUtil;
import org.jspecify.annotations.Nullable;

/** The row that {@code changelog-sync} writes for a change set, in version 4.33. */
final class ChangeSetRow {
    private static final int LONGEST_TEXT = 250;
    private static final int LONGEST_VERSION = 20;

    private ChangeSetRow() {}

    /**
     * @param order one more than that of the last row
     * @param deployment ten digits, the same for all rows that are written together
     */
    static TableRow of(ChangeSet changeSet, long order, String deployment) {
        var values = new LinkedHashMap<String, @Nullable String>();
        values.put(Columns.ID, changeSet.getId());
        values.put(Columns.AUTHOR, changeSet.getAuthor());
        values.put(Columns.FILE, changeSet.getFilePath());
        values.put(Columns.DATE, "now");
        values.put(Columns.ORDER, Long.toString(order));
        values.put(Columns.TYPE, ExecType.EXECUTED.value);
        values.put(Columns.CHECKSUM, Checksums.now(changeSet));
        values.put(Columns.DESCRIPTION, cut(changeSet.getDescription(), LONGEST_TEXT));
        values.put(
                Columns.COMMENTS,
                cut(Objects.requireNonNullElse(changeSet.getComments(), "").trim(), LONGEST_TEXT));
        values.put(Columns.TAG, tag(changeSet));
        values.put(Columns.VERSION, cut(LiquibaseUtil.getBuildVersion(), LONGEST_VERSION));
        values.put(Columns.CONTEXTS, changeSet.buildFullContext());
        values.put(Columns.LABELS, changeSet.buildFullLabels());
        values.put(Columns.DEPLOYMENT, deployment);
        return new TableRow(values);
    }

    private static @Nullable String tag(ChangeSet changeSet) {
        return changeSet.getChanges().stream()
                .filter(TagDatabaseChange.class::isInstance)
                .map(change -> ((TagDatabaseChange) change).getTag())
                .findFirst()
                .orElse(null);
    }

    /** At most so many characters, the last three of them dots where it was longer. */
    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest - 3) + "...";
    }
}
