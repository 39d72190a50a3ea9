package dev.restamp.core.recognition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that is a tool's version table.
 *
 * @param tools whose it is; several where tools make the same table and nothing tells which of them made this one
 */
public record RecognisedTable(SeenTable table, List<KnownTable> tools) {
    public RecognisedTable {
        tools = List.copyOf(tools);
    }

    /** Whether it may be this tool's. */
    public boolean isOf(String tracker) {
        return tools.stream().anyMatch(tool -> tool.tracker().equals(tracker));
    }

    /** By whose rules its rows are read; where it may be several tools' they are the same. */
    public KnownTable tool() {
        return tools.getFirst();
    }

    /** For people: {@code Django}, {@code Rails or dbmate}. */
    public String title() {
        return tools.stream().map(KnownTable::title).collect(Collectors.joining(" or "));
    }

    /** As they are typed: {@code django}, {@code rails or dbmate}. */
    public String names() {
        return tools.stream().map(KnownTable::tracker).collect(Collectors.joining(" or "));
    }
}
