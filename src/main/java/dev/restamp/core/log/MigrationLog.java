package dev.restamp.core.log;

import dev.restamp.core.evidence.Finding;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.TableRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rows of one project's version table mean, and what they have to be, for a tool that keeps a row for each
 * migration. Nothing here reads a database.
 */
public interface MigrationLog {
    /**
     * What is wrong with the rows themselves: a script that was edited after it ran, a run that failed, a lock that is held.
     * A row whose revision the project does not have is found without this.
     *
     * @param locks the rows of the tool's lock table
     */
    List<Finding> findings(List<TableRow> rows, List<TableRow> locks);

    /** Why the tool's own upgrade would not start on these rows, in its words; empty where it would. */
    Optional<String> obstacle(List<TableRow> rows, List<TableRow> locks);

    /** The same of a schema that is not empty where there is no version table. */
    default Optional<String> obstacleWithoutTable() {
        return Optional.empty();
    }

    /** What the tool says of each migration, in its own words, by id: {@code Success}. Rows it does not know included. */
    Map<String, String> states(List<TableRow> rows);

    /**
     * The rows as they have to be for these to count as applied, and those not: as the tool writes them. Rows that stay are as
     * they were. A new row has {@code now} for a time, which the server understands.
     *
     * @param added oldest first; none of them counts as applied by the rows
     * @param dropped ids; all their rows go
     * @param user the role that writes
     */
    List<TableRow> marked(List<TableRow> rows, List<Revision> added, Set<String> dropped, String user);

    /**
     * The rows as they have to be for the tool to go on: failed ones gone, what was edited brought in line with the script.
     *
     * @param ids only these; empty for all
     * @param user the role that writes
     */
    List<TableRow> repaired(List<TableRow> rows, Set<String> ids, String user);

    /**
     * The rows with a baseline: this revision and all before it count as applied without rows of their own.
     *
     * @throws dev.restamp.core.Problem with {@code Exit.USAGE} where the tool has no such thing, with {@code Exit.REFUSED}
     *     where the rows do not allow it
     */
    List<TableRow> baselined(List<TableRow> rows, Revision at, String user);
}
