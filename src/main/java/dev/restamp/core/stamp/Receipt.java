package dev.restamp.core.stamp;

import dev.restamp.core.revision.RowChange;
import java.time.Instant;
import java.util.List;

/**
 * What was written, where, why it was believed, and what undoes it. Holds no row of any user's table and no secret.
 *
 * @param id {@code r-20261122-031407}, by the time of the commit in UTC
 * @param connection {@code shop_app@db1.internal:5432/shop}
 * @param systemIdentifier of the server; empty where the role could not read it
 * @param table the version table as it stands in SQL
 * @param changes of a log the rows that were changed, as they were and as they are; else none
 * @param transaction the transaction id of the write
 * @param proofs as they were shown, one line each
 * @param unproved the reason given for writing what was not proved; empty where all was proved
 * @param undoes the receipt this one takes back; empty for none
 * @param script the file that asked for it and its checksum; empty where a person did
 */
public record Receipt(
        String id,
        Instant at,
        String tool,
        String connection,
        String database,
        String systemIdentifier,
        String table,
        List<String> before,
        List<String> after,
        List<RowChange> changes,
        String transaction,
        List<String> proofs,
        String unproved,
        String undoes,
        String script) {
    public Receipt {
        before = List.copyOf(before);
        after = List.copyOf(after);
        changes = List.copyOf(changes);
        proofs = List.copyOf(proofs);
    }
}
