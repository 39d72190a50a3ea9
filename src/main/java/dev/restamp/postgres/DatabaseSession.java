package dev.restamp.postgres;

import dev.restamp.core.revision.VersionTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Somebody else who is on the database.
 *
 * @param pid 0 for a prepared transaction, which is nobody any more but keeps its locks
 * @param application the name it gives itself; that of a prepared transaction
 * @param client its address; empty where it comes over a Unix socket, or this role may not know
 * @param state {@code active}, {@code idle}, {@code idle in transaction}, {@code prepared}; empty where this role may not
 *     know
 * @param seconds since its transaction began; where it has none, since it went idle
 * @param hidden whether this role may not know state, age and address
 */
public record DatabaseSession(
        long pid,
        String application,
        String user,
        Optional<String> client,
        Optional<String> state,
        OptionalLong seconds,
        boolean hidden,
        List<Lock> locks) {
    private static final List<String> TOOLS = List.of("alembic", "flyway", "liquibase");

    public DatabaseSession {
        locks = List.copyOf(locks);
    }

    /**
     * A lock that it holds or waits for.
     *
     * @param table empty for an advisory lock
     * @param mode as PostgreSQL calls it: {@code RowExclusiveLock}
     * @param blockedBy the pids it waits for; empty where it holds the lock
     */
    public record Lock(Optional<TableName> table, String mode, boolean granted, List<String> blockedBy) {
        public Lock {
            blockedBy = List.copyOf(blockedBy);
        }

        public boolean isOn(VersionTable version) {
            return table.filter(one -> one.name().equals(version.name())
                            && version.schema().orElse(one.schema()).equals(one.schema()))
                    .isPresent();
        }

        /** Whether it does no more than read, with or without a mark on the rows. */
        public boolean isReading() {
            return mode.equals("AccessShareLock") || mode.equals("RowShareLock");
        }

        /** Whether it is one that the change of a table takes. */
        boolean isChanging() {
            return table.isPresent() && !isReading() && !mode.equals("RowExclusiveLock");
        }
    }

    /**
     * Whether it seems to be in the middle of a migration: it is called like a tool; it writes the version rows or waits
     * to; or it has read them and is changing tables in the same transaction, as Alembic does up to its first revision's
     * end.
     */
    public boolean isMigrating(VersionTable version) {
        var name = application.toLowerCase(Locale.ROOT);
        return TOOLS.stream().anyMatch(name::contains)
                || onVersion(version).anyMatch(lock -> !lock.isReading())
                || (onVersion(version).findAny().isPresent() && locks.stream().anyMatch(Lock::isChanging));
    }

    private Stream<Lock> onVersion(VersionTable version) {
        return locks.stream().filter(lock -> lock.isOn(version));
    }
}
