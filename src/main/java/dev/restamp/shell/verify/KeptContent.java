package dev.restamp.shell.verify;

import dev.restamp.core.rows.ComparedContent;
import dev.restamp.core.rows.ComparedContent.Verdict;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.shell.snapshot.SavedRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Holds what tables hold against fingerprints that were kept. */
final class KeptContent {
    private KeptContent() {}

    /**
     * In the order of names. A table that is new, of which nothing was kept, is not told unless it is named.
     *
     * @param found of the tables that are there; empty of one that could not be read
     * @param kept by name: {@code public.orders}
     * @param names of the tables that are wanted; none for all
     * @param versionTable the name of a table that does not count unless it is named
     */
    static List<ComparedContent> compared(
            Map<ObjectKey, Optional<Fingerprint>> found,
            Map<String, String> kept,
            List<String> names,
            String versionTable) {
        var wanted = names.stream().map(Expectation::qualified).toList();
        var compared = new TreeMap<String, ComparedContent>();
        kept.forEach((name, text) -> {
            var table = SavedRows.key(name);
            if (wanted.contains(name) || (wanted.isEmpty() && !table.name().equals(versionTable))) {
                compared.put(
                        name,
                        found.containsKey(table)
                                ? compared(table, found.getOrDefault(table, Optional.empty()), text)
                                : ComparedContent.without(table, Verdict.ONLY_RIGHT, "not there"));
            }
        });
        for (var name : wanted) {
            var table = SavedRows.key(name);
            compared.computeIfAbsent(
                    name,
                    _ -> ComparedContent.without(
                            table,
                            Verdict.UNKNOWN,
                            found.containsKey(table) ? "no fingerprint of it was kept" : "there is no such table"));
        }
        return List.copyOf(compared.values());
    }

    private static ComparedContent compared(ObjectKey table, Optional<Fingerprint> found, String text) {
        var expected = SavedRows.fingerprint(text);
        if (expected.isEmpty()) {
            return ComparedContent.without(
                    table, Verdict.UNKNOWN, "\"" + text + "\" is no fingerprint that this version makes");
        }
        return found.map(here -> new ComparedContent(
                        table,
                        found,
                        expected,
                        SavedRows.text(here).equals(text) ? Verdict.EQUAL : Verdict.DIFFERENT,
                        List.of(),
                        ""))
                .orElseGet(() -> ComparedContent.without(table, Verdict.UNKNOWN, "could not be read"));
    }
}
