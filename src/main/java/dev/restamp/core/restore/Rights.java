package dev.restamp.core.restore;

import java.util.List;
import java.util.Locale;

/**
 * A privilege that a role lacks on some objects of one kind in one schema. Names are as the server quotes them.
 *
 * @param schema empty where the object is the database
 * @param kind {@code TABLE}, as a GRANT has it
 * @param total how many objects of the kind there are
 * @param objects those without it
 */
public record Rights(String role, String schema, String kind, String privilege, long total, List<String> objects) {
    /** Objects named in the evidence; the fix names all. */
    private static final int NAMED = 5;

    public Rights {
        objects = List.copyOf(objects);
    }

    public Leftover leftover() {
        return new Leftover(
                LeftoverKind.MISSING_RIGHT,
                schema.isEmpty() ? objects.getFirst() : schema,
                evidence(),
                List.of(grant()));
    }

    private String evidence() {
        if (isOne()) {
            return role + " has no " + privilege + " on the " + word();
        }
        var named = String.join(", ", objects.stream().limit(NAMED).toList());
        var more = objects.size() > NAMED ? " and " + (objects.size() - NAMED) + " more" : "";
        return role + " has no " + privilege + " on " + objects.size() + " of " + total + " " + word() + "s: " + named
                + more;
    }

    private String word() {
        return kind.toLowerCase(Locale.ROOT);
    }

    /** There is one database, and a schema is one. */
    private boolean isOne() {
        return kind.equals("DATABASE") || kind.equals("SCHEMA");
    }

    private String grant() {
        var on = !isOne() && objects.size() == total
                ? "ALL " + kind + "S IN SCHEMA " + schema
                : kind + " " + String.join(", ", objects);
        return "GRANT " + privilege + " ON " + on + " TO " + role + ";";
    }
}
