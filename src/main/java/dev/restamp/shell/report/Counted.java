package dev.restamp.shell.report;

import dev.restamp.shell.Numbers;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;

/** An answer of {@code counts} as a table. */
record Counted(List<Head> heads, List<List<Text>> rows) {
    /** Of one database. */
    static Counted of(Members members) {
        var tables = members.object("tables");
        var failed = members.objects("failed");
        var rows = new ArrayList<List<Text>>();
        tables.json()
                .forEach((name, value) -> rows.add(List.of(
                        Text.of(name),
                        number(value),
                        Text.of(failed.stream()
                                .filter(one -> one.text("table").equals(name))
                                .map(one -> one.text("why"))
                                .findFirst()
                                .orElse("")))));
        return new Counted(List.of(Head.left("table"), Head.right("rows"), Head.left("")), rows);
    }

    /** Of two sides. What differs comes first. */
    static Counted ofSides(Members members) {
        var heads = List.of(
                Head.left("table"),
                Head.right(members.text("left")),
                Head.right(members.text("right")),
                Head.left("difference"));
        var rows = members.objects("counts").stream()
                .sorted((one, other) -> Boolean.compare(isEqual(one), isEqual(other)))
                .map(Counted::row)
                .toList();
        return new Counted(heads, rows);
    }

    /** How many tables were counted, and how many could not be. */
    static long unknown(Members members) {
        return members.has("counts")
                ? members.objects("counts").stream()
                        .filter(one -> one.text("difference").equals("unknown"))
                        .count()
                : members.object("tables").json().values().stream()
                        .filter(value -> value == null)
                        .count();
    }

    private static boolean isEqual(Members one) {
        return one.text("difference").equals("equal");
    }

    private static List<Text> row(Members one) {
        var why = one.text("why").isEmpty() ? "" : ": " + one.text("why");
        return List.of(
                Text.of(one.text("table")),
                number(one.json().get("left")),
                number(one.json().get("right")),
                Text.of(one.text("difference") + why));
    }

    private static Text number(@org.jspecify.annotations.Nullable Object value) {
        return Text.of(value instanceof Number number ? Numbers.grouped(number.longValue()) : "not counted");
    }
}
