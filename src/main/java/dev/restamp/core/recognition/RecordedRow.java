package dev.restamp.core.recognition;

import java.util.List;
import java.util.Optional;

/**
 * A row of a tool's version table.
 *
 * @param id the version as the tool names it: {@code 20261120100000}, {@code shop.0003_orders}; empty where it has none
 * @param about what the tool wrote beside it; empty for nothing
 * @param group of which its own latest version is kept: Django's app, Sqitch's project; empty where there is one history
 * @param when when it was applied, as the server writes it; empty where the table does not say
 * @param marks what is special about it: {@code dirty}, {@code failed}
 * @param applied whether the tool takes this version for applied
 */
public record RecordedRow(
        String id, String about, String group, Optional<String> when, List<String> marks, boolean applied) {
    public RecordedRow {
        marks = List.copyOf(marks);
    }
}
