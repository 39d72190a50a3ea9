package dev.restamp.shell.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a manifest written by hand asks for: at least one thing.
 *
 * @param version as written, {@code head} and {@code heads} too; never an empty list
 * @param tables by name as written, with a schema or without: {@code public.positions}
 */
public record Expectation(
        Optional<List<String>> version, SequencedMap<String, ExpectedTable> tables, List<Check> checks) {
    public Expectation {
        version = version.map(List::copyOf);
        tables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
        checks = List.copyOf(checks);
    }

    /** What it asks for of these tables alone; of all where none is named. */
    Expectation of(List<String> names) {
        var wanted = names.stream().map(Expectation::qualified).toList();
        var some = new LinkedHashMap<>(tables);
        some.keySet().removeIf(name -> !wanted.isEmpty() && !wanted.contains(qualified(name)));
        return new Expectation(version, some, checks);
    }

    /** A name with its schema: {@code public.orders}. */
    static String qualified(String name) {
        return name.contains(".") ? name : "public." + name;
    }

    boolean isEmpty() {
        return version.isEmpty() && tables.isEmpty() && checks.isEmpty();
    }
}
