package dev.restamp.core.recognition;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whose version tables there are. */
public final class Recognition {
    private Recognition() {}

    /**
     * Those of a known tool, in the order given. A table that merely has the name of a version table is none.
     *
     * @param seen of every user schema; what does not matter may be missing
     */
    public static List<RecognisedTable> of(List<SeenTable> seen) {
        return seen.stream()
                .map(table -> new RecognisedTable(table, tools(table, seen)))
                .filter(recognised -> !recognised.tools().isEmpty())
                .toList();
    }

    private static List<KnownTable> tools(SeenTable table, List<SeenTable> seen) {
        var beside = beside(table, seen);
        var possible =
                KnownTables.ALL.stream().filter(known -> known.fits(table)).toList();
        var sure =
                possible.stream().filter(known -> known.isSure(table, beside)).toList();
        return sure.isEmpty() ? possible : sure;
    }

    private static Set<String> beside(SeenTable table, List<SeenTable> seen) {
        return seen.stream()
                .filter(other -> other.schema().equals(table.schema()))
                .map(SeenTable::name)
                .collect(Collectors.toSet());
    }
}
