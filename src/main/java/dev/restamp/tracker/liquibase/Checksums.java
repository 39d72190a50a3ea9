package dev.restamp.tracker.liquibase;

import java.util.regex.Pattern;
import liquibase.ChecksumVersion;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;

/** Checksums of change sets, in the version in which a row has them. Only in a scope of {@link LiquibaseLibrary}. */
final class Checksums {
    private static final Pattern READABLE = Pattern.compile("[1-9]:[0-9a-f]{30,32}|[0-9a-f]{30,32}");

    private Checksums() {}

    /** What a new row gets. */
    static String now(ChangeSet changeSet) {
        return in(ChecksumVersion.latest(), changeSet);
    }

    /** The same in the version of this one, so that the two can be compared. */
    static String now(ChangeSet changeSet, String stored) {
        return in(ChecksumVersion.enumFromChecksumVersion(CheckSum.parse(stored).getVersion()), changeSet);
    }

    /** Whether it is one at all. */
    static boolean isReadable(String stored) {
        return READABLE.matcher(stored).matches();
    }

    /**
     * Whether an update refuses to start because of it. A change set without a stored checksum is taken as it is, one that
     * may change is run again.
     *
     * @param stored as in the row; empty for none
     */
    static boolean isEdited(ChangeSet changeSet, String stored) {
        if (stored.isEmpty() || changeSet.shouldRunOnChange() || changeSet.shouldAlwaysRun()) {
            return false;
        }
        changeSet.clearCheckSum();
        var valid = changeSet.isCheckSumValid(CheckSum.parse(stored));
        changeSet.clearCheckSum();
        return !valid;
    }

    /** A change set remembers the first one that it is asked for, whatever the version. */
    private static String in(ChecksumVersion version, ChangeSet changeSet) {
        changeSet.clearCheckSum();
        var sum = changeSet.generateCheckSum(version).toString();
        changeSet.clearCheckSum();
        return sum;
    }
}
