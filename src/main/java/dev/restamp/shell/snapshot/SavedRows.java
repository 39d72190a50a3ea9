package dev.restamp.shell.snapshot;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.shell.data.TableNames;
import dev.restamp.shell.snapshot.Manifest.TableMark;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a snapshot keeps of rows: how many, and their fingerprints. */
public final class SavedRows {
    /** Stands before a fingerprint; another way to make one would have another name. */
    private static final String CHAIN = "chain/1:";

    private static final Pattern KEPT = Pattern.compile(CHAIN + "([0-9]{1,18}):([0-9a-f]{16})");

    private SavedRows() {}

    /** @param names of the tables that are wanted, each an answer; none for all that have rows of their own */
    public static List<RowCount> counts(Manifest manifest, List<String> names) {
        var counts = manifest.catalog().objects().stream()
                .filter(object -> object.kind() == CatalogKind.TABLE)
                .filter(object -> !names.isEmpty() || isCounted(object))
                .map(object -> count(new ObjectKey(Kind.TABLE, object.path()), manifest))
                .toList();
        return names.isEmpty()
                ? counts
                : names.stream().map(name -> named(name, counts)).toList();
    }

    /** Rows of a partition are its table's, and those of a foreign table another server's. */
    private static boolean isCounted(CatalogObject object) {
        return object.property("partition bounds").isEmpty()
                && object.property("kind").filter("foreign"::equals).isEmpty();
    }

    private static RowCount count(ObjectKey table, Manifest manifest) {
        var rows = Optional.ofNullable(manifest.tables().get(TableNames.qualified(table)))
                .map(TableMark::rows)
                .orElse(OptionalLong.empty());
        return new RowCount(table, rows, OptionalLong.empty(), rows.isPresent() ? "" : "not counted in the snapshot");
    }

    private static RowCount named(String name, List<RowCount> counts) {
        var keys = TableNames.keys(Kind.TABLE, name, List.of("public"));
        return counts.stream()
                .filter(count -> keys.contains(count.table()))
                .findFirst()
                .orElseGet(() -> RowCount.missing(keys.getFirst()));
    }

    /** By name, {@code public.orders}; empty where none were kept. */
    public static Map<String, String> fingerprints(Manifest manifest) {
        var fingerprints = new TreeMap<String, String>();
        manifest.tables().forEach((name, table) -> table.content().ifPresent(text -> fingerprints.put(name, text)));
        return fingerprints;
    }

    /** As it is kept. */
    public static String text(Fingerprint fingerprint) {
        return CHAIN + fingerprint.rows() + ":" + fingerprint.text();
    }

    /** The other way round; empty of what was made otherwise. The sum is what is left of it. */
    public static Optional<Fingerprint> fingerprint(String text) {
        return Optional.of(KEPT.matcher(text))
                .filter(Matcher::matches)
                .map(kept -> new Fingerprint(Long.parseLong(kept.group(1)), new BigInteger(kept.group(2), 16)));
    }

    /** Of a name as a snapshot has it. */
    public static ObjectKey key(String name) {
        var dot = name.indexOf('.');
        return ObjectKey.of(Kind.TABLE, name.substring(0, dot), name.substring(dot + 1));
    }
}
