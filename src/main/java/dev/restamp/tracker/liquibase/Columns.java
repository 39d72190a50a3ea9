package dev.restamp.tracker.liquibase;

import dev.restamp.core.revision.TableRow;
import java.util.List;

/** The columns of Liquibase's own tables, as PostgreSQL has their names. */
final class Columns {
    static final String ID = "id";
    static final String AUTHOR = "author";
    static final String FILE = "filename";
    static final String DATE = "dateexecuted";
    static final String ORDER = "orderexecuted";
    static final String TYPE = "exectype";
    static final String CHECKSUM = "md5sum";
    static final String DESCRIPTION = "description";
    static final String COMMENTS = "comments";
    static final String TAG = "tag";
    static final String VERSION = "liquibase";
    static final String CONTEXTS = "contexts";
    static final String LABELS = "labels";
    static final String DEPLOYMENT = "deployment_id";

    static final String LOCKED = "locked";
    static final String LOCK_GRANTED = "lockgranted";
    static final String LOCKED_BY = "lockedby";

    static final List<String> ALL = List.of(
            ID,
            AUTHOR,
            FILE,
            DATE,
            ORDER,
            TYPE,
            CHECKSUM,
            DESCRIPTION,
            COMMENTS,
            TAG,
            VERSION,
            CONTEXTS,
            LABELS,
            DEPLOYMENT);

    private Columns() {}

    /** What a row is about. */
    static ChangeSetName name(TableRow row) {
        return new ChangeSetName(row.text(ID), row.text(AUTHOR), row.text(FILE));
    }
}
