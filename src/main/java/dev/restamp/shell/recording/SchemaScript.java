package dev.restamp.shell.recording;

import dev.restamp.core.catalog.CatalogDiff;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.catalog.Scope;
import dev.restamp.core.catalog.sketch.Sketch;
import dev.restamp.core.catalog.sketch.Step;
import dev.restamp.practice.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that make an empty database like the recorded one.
 *
 * @param leftOut what cannot be made, or not on the practice server, a sentence each
 */
record SchemaScript(List<String> statements, List<String> leftOut) {
    private static final int LONGEST = 100;

    SchemaScript {
        statements = List.copyOf(statements);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Draws a sketch and tries it, so that a part that cannot be had does not cost the rest: an extension that is not
     * installed, say.
     *
     * @param blank runs with an empty database of that name
     * @param empty what such a database is like
     */
    static SchemaScript tried(CatalogSnapshot wished, CatalogSnapshot empty, Practice blank, String database) {
        var sketch = Sketch.of(empty, wished, CatalogDiff.between(empty, wished, Scope.USUAL));
        var steps = sketch.steps().stream().map(Step::sql).toList();
        var refusals = blank.tryEach(database, steps);
        var good = new ArrayList<String>();
        var leftOut = new ArrayList<String>();
        for (var i = 0; i < steps.size(); i++) {
            if (refusals.get(i).isEmpty()) {
                good.add(steps.get(i));
            } else {
                leftOut.add(oneLine(steps.get(i)) + ": " + refusals.get(i));
            }
        }
        sketch.unsaid().forEach(one -> leftOut.add(oneLine(one) + ": no statement is known that makes it"));
        return new SchemaScript(good, leftOut);
    }

    /** @param more statements after these */
    String text(List<String> more) {
        var all = new ArrayList<>(statements);
        all.addAll(more);
        return "-- The schema of the recorded database, without a row, an owner or a right.\n"
                + all.stream().map(sql -> "\n" + sql + ";\n").collect(Collectors.joining())
                + (leftOut.isEmpty() ? "" : "\n-- Left out:\n")
                + leftOut.stream().map(one -> "--   " + oneLine(one) + "\n").collect(Collectors.joining());
    }

    /** A name may hold a line break, which would end a comment. */
    private static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
