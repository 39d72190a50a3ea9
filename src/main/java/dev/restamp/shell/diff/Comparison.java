package dev.restamp.shell.diff;

import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.Difference;
import dev.restamp.core.catalog.Rename;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two sides and what they differ in.
 *
 * @param catalogs both sides as they were read; empty where one of them is what revisions leave
 * @param tables how many each side has
 * @param renames what may have been renamed
 * @param origins by object, the revision that made it or changed it last, as far as one is known
 * @param notes what was not compared, a sentence each
 */
public record Comparison(
        Side left,
        Side right,
        Optional<Catalogs> catalogs,
        Tables tables,
        List<Difference> differences,
        List<Rename> renames,
        Map<CatalogObject.Key, Origin> origins,
        List<String> notes) {
    public Comparison {
        differences = List.copyOf(differences);
        renames = List.copyOf(renames);
        origins = Map.copyOf(origins);
        notes = List.copyOf(notes);
    }

    /** How many tables each side has. */
    public record Tables(int left, int right) {}

    /** A revision and the file of its script. */
    public record Origin(String revision, String file) {}

    /** The same with its sides exchanged. */
    Comparison turned() {
        return new Comparison(
                /* left= */ right,
                /* right= */ left,
                catalogs,
                new Tables(/* left= */ tables.right(), /* right= */ tables.left()),
                differences.stream().map(Difference::turned).toList(),
                List.of(),
                origins,
                notes);
    }
}
