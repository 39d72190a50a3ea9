package dev.restamp.core.evidence;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Many changes in few words. */
public final class ChangeSummary {
    private ChangeSummary() {}

    /** What it is about: {@code table invoices}, {@code index ix_total}, {@code 3 tables}; empty for no change. */
    public static String headline(List<Change> changes) {
        var shown = withoutParts(changes);
        if (shown.size() == 1) {
            return shown.getFirst().key().toString();
        }
        var tables = shown.stream()
                .filter(change -> change.key().kind() == Kind.TABLE)
                .toList();
        if (tables.size() == 1) {
            return tables.getFirst().key().toString();
        }
        return counts(shown);
    }

    /** Whether the headline names a thing, and is no count of things. */
    public static boolean isAboutOne(List<Change> changes) {
        var headline = headline(changes);
        return changes.stream().anyMatch(change -> change.key().toString().equals(headline));
    }

    /** What goes with the headline: {@code 2 columns, 1 PK}; empty where the headline says it all. */
    public static String details(List<Change> changes) {
        var headline = headline(changes);
        var rest = changes.stream()
                .filter(change -> !change.key().toString().equals(headline))
                .toList();
        return rest.size() == changes.size() ? "" : counts(rest);
    }

    /** Changes without the parts of tables that are made or dropped with them. */
    public static List<Change> withoutParts(List<Change> changes) {
        var tables = changes.stream()
                .filter(change -> change.key().kind() == Kind.TABLE && isMadeOrDropped(change))
                .map(Change::key)
                .collect(Collectors.toSet());
        return changes.stream().filter(change -> !belongsToOne(change, tables)).toList();
    }

    private static boolean isMadeOrDropped(Change change) {
        return change.before().isEmpty() || change.after().isEmpty();
    }

    private static boolean belongsToOne(Change change, Set<ObjectKey> tables) {
        return switch (object(change)) {
            case SchemaObject.Index index ->
                index.table().filter(tables::contains).isPresent();
            case SchemaObject.Sequence sequence ->
                tables.stream().anyMatch(table -> sequence.key().name().startsWith(table.name() + "_"));
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Constraint _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Other _ ->
                change.key().table().filter(tables::contains).isPresent();
        };
    }

    private static String counts(List<Change> changes) {
        var numbers = new LinkedHashMap<String, Integer>();
        changes.forEach(change -> numbers.merge(word(change), 1, Integer::sum));
        var parts = new ArrayList<String>();
        for (Map.Entry<String, Integer> number : numbers.entrySet()) {
            parts.add(number.getValue() + " " + plural(number.getKey(), number.getValue()));
        }
        return String.join(", ", parts);
    }

    private static String word(Change change) {
        return object(change) instanceof SchemaObject.Constraint constraint
                ? word(constraint.kind())
                : change.key().kind().word();
    }

    /** The words of those who write schemas every day. */
    private static String word(SchemaObject.ConstraintKind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> "PK";
            case FOREIGN_KEY -> "FK";
            case UNIQUE, CHECK, EXCLUSION -> kind.word();
        };
    }

    /** {@code word} in the number that fits. */
    public static String plural(String word, long number) {
        if (number == 1 || word.equals("unique")) {
            return word;
        }
        if (word.endsWith("y")) {
            return word.endsWith("key") ? word + "s" : word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("x") ? word + "es" : word + "s";
    }

    private static SchemaObject object(Change change) {
        return change.after().or(change::before).orElseGet(() -> new SchemaObject.Other(change.key()));
    }
}
