package dev.restamp.postgres;

import dev.restamp.core.revision.StampStep;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionTable;
import java.util.List;
import java.util.Optional;

/**
 * A change of a version table, bound to the server and the rows it was planned on.
 *
 * @param form what the table looks like; its name is the other's
 * @param expected the rows as the plan saw them, duplicates counted, in any order
 * @param steps in the order they are to run
 * @param createTable make the table first, as its tool does; then there must be none
 * @param systemIdentifier of the server the plan was made on; empty where it could not be read
 */
public record StampOrder(
        TableName table,
        VersionTable form,
        VersionRows expected,
        List<StampStep> steps,
        boolean createTable,
        Optional<String> systemIdentifier,
        long databaseOid) {
    public StampOrder {
        steps = List.copyOf(steps);
    }
}
