package dev.restamp.postgres;

import dev.restamp.postgres.DatabaseUrl.Host;
import java.util.Optional;

/**
 * What a server said when it was connected to.
 *
 * @param version for people: {@code 18.6}
 * @param versionNumber for comparison: {@code 180006}
 * @param database the database in use, and {@code databaseOid} what tells it from one of the same name
 * @param user the role in use
 * @param systemIdentifier the same for a primary and its standbys, different for every other cluster; empty where this
 *     role may not read it
 * @param standby whether it is in recovery and therefore cannot be written to
 * @param host the one that was reached, of several
 * @param transactionPooler whether a pooler stands between that gives each transaction another server session
 * @param backend the process on the server that answered; behind a pooler not the one the client was given
 * @param currentSchema where an unqualified {@code CREATE TABLE} would go; empty where the search path names no schema
 * @param latencyMillis one round trip, measured at connect
 */
public record ServerInfo(
        String version,
        int versionNumber,
        String database,
        long databaseOid,
        String user,
        Optional<String> systemIdentifier,
        boolean standby,
        Host host,
        Tls tls,
        boolean transactionPooler,
        long backend,
        Optional<String> currentSchema,
        long latencyMillis) {}
