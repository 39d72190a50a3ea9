package dev.restamp.tracker.liquibase;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;

/**
 * What identifies a change set, in a changelog and in a row. As in Liquibase, case makes no difference, nor does
 * {@code classpath:} before the file.
 *
 * @param path as Liquibase stores it
 */
record ChangeSetName(String id, String author, String path) {
    static ChangeSetName of(ChangeSet changeSet) {
        return new ChangeSetName(changeSet.getId(), changeSet.getAuthor(), changeSet.getFilePath());
    }

    /** {@code 1::jo::db/changelog.xml}. */
    String full() {
        return id + "::" + author + "::" + path;
    }

    /** {@code 1::jo}. */
    String brief() {
        return id + "::" + author;
    }

    /** The same for names that mean the same. */
    String key() {
        return (brief() + "::" + DatabaseChangeLog.normalizePath(path)).toLowerCase(Locale.ROOT);
    }

    /** Revision ids by key: brief where that tells them apart. */
    static Map<String, String> ids(List<ChangeSetName> names) {
        var count = new HashMap<String, Integer>();
        names.stream().map(ChangeSetName::key).distinct().forEach(key -> count.merge(briefKey(key), 1, Integer::sum));
        var ids = new HashMap<String, String>();
        names.forEach(name -> ids.putIfAbsent(
                name.key(), count.getOrDefault(briefKey(name.key()), 0) > 1 ? name.full() : name.brief()));
        return ids;
    }

    /** A path holds no {@code ::}. */
    private static String briefKey(String key) {
        return key.substring(0, key.lastIndexOf("::"));
    }
}
