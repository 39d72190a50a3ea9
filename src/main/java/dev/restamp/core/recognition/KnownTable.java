package dev.restamp.core.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The version table of one migration tool: how it is told from other tables, and what its columns say. */
public final class KnownTable {
    private final String tracker;
    private final String title;
    private final String table;
    private final Map<String, ColumnKind> columns = new LinkedHashMap<>();
    private boolean alone;
    private Optional<String> telltale = Optional.empty();
    private Optional<String> companion = Optional.empty();
    private Predicate<SeenTable> sign = ignored -> false;
    private List<String> id = List.of();
    private String separator = "";
    private Optional<String> about = Optional.empty();
    private Optional<String> group = Optional.empty();
    private Optional<String> when = Optional.empty();
    private Optional<Newest> newest = Optional.empty();
    private final List<Flag> flags = new ArrayList<>();

    private KnownTable(String tracker, String title, String table) {
        this.tracker = tracker;
        this.title = title;
        this.table = table;
    }

    /**
     * What the newest row has most of.
     *
     * @param text whether it is compared as text, by its bytes
     * @param digits whether a longer text is a greater number
     */
    public record Newest(String column, boolean text, boolean digits) {}

    /** The tool as it is typed: {@code golang-migrate}. */
    public String tracker() {
        return tracker;
    }

    /** The tool as it writes itself: {@code EF Core}. */
    public String title() {
        return title;
    }

    /** What the table is called unless somebody has said otherwise. */
    public String table() {
        return table;
    }

    /** The columns that {@link #row} needs. */
    public Set<String> read() {
        var all = new LinkedHashSet<>(id);
        about.ifPresent(all::add);
        group.ifPresent(all::add);
        when.ifPresent(all::add);
        flags.forEach(flag -> all.add(flag.column()));
        return Collections.unmodifiableSet(all);
    }

    /** The column that says when a row was written. */
    public Optional<String> when() {
        return when;
    }

    /** How rows are put in order; empty where any order is as good. */
    public Optional<Newest> newest() {
        return newest;
    }

    /** A column that no other table is likely to have: where it is, the table may be called otherwise. */
    Optional<String> telltale() {
        return telltale;
    }

    /** A table that this tool alone keeps beside it. */
    Optional<String> companion() {
        return companion;
    }

    boolean fits(SeenTable seen) {
        var isCandidate = seen.name().equals(table)
                || telltale.filter(seen.columns()::containsKey).isPresent();
        return isCandidate
                && columns.entrySet().stream()
                        .allMatch(column -> column.getValue().fits(seen.type(column.getKey())))
                && (!alone || seen.columns().size() == columns.size());
    }

    /** Whether it is this tool's even where another makes the same table. */
    boolean isSure(SeenTable seen, Set<String> beside) {
        return sign.test(seen) || companion.filter(beside::contains).isPresent();
    }

    /** @param values by the names of their columns; NULL is the empty text */
    RecordedRow row(Map<String, String> values) {
        var raised = flags.stream().filter(flag -> flag.isRaised(values)).toList();
        return new RecordedRow(
                id.stream()
                        .map(column -> values.getOrDefault(column, ""))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(separator)),
                value(about, values).orElse(""),
                value(group, values).orElse(""),
                value(when, values),
                raised.stream().map(Flag::word).toList(),
                raised.stream().allMatch(Flag::applied));
    }

    private static Optional<String> value(Optional<String> column, Map<String, String> values) {
        return column.map(name -> values.getOrDefault(name, "")).filter(value -> !value.isEmpty());
    }

    /** @param title as the tool writes itself */
    static KnownTable of(String tracker, String title, String table) {
        return new KnownTable(tracker, title, table);
    }

    KnownTable columns(ColumnKind kind, String... names) {
        List.of(names).forEach(name -> columns.put(name, kind));
        return this;
    }

    /** It has these columns and no other: the name alone would say too little. */
    KnownTable alone() {
        alone = true;
        return this;
    }

    KnownTable underAnyNameWith(String column) {
        telltale = Optional.of(column);
        return this;
    }

    KnownTable sureBeside(String other) {
        companion = Optional.of(other);
        return this;
    }

    KnownTable sureIf(Predicate<SeenTable> says) {
        sign = says;
        return this;
    }

    KnownTable id(String column) {
        id = List.of(column);
        return this;
    }

    KnownTable id(String between, String... parts) {
        id = List.of(parts);
        separator = between;
        return this;
    }

    KnownTable about(String column) {
        about = Optional.of(column);
        return this;
    }

    /** A history for each value of this column. */
    KnownTable each(String column) {
        group = Optional.of(column);
        return this;
    }

    KnownTable when(String column) {
        when = Optional.of(column);
        return this;
    }

    KnownTable newest(String column) {
        newest = Optional.of(new Newest(column, columns.get(column) == ColumnKind.TEXT, false));
        return this;
    }

    /** By a number that is kept as text. */
    KnownTable newestNumber(String column) {
        newest = Optional.of(new Newest(column, true, true));
        return this;
    }

    /** The version counts as applied all the same. */
    KnownTable mark(String column, Predicate<String> raised, String word) {
        flags.add(new Flag(column, raised, word, true));
        return this;
    }

    /** The version does not count as applied. */
    KnownTable unlessMarked(String column, Predicate<String> raised, String word) {
        flags.add(new Flag(column, raised, word, false));
        return this;
    }
}
