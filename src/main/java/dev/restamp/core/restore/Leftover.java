package dev.restamp.core.restore;

import java.util.List;

/**
 * Something that a restore left undone.
 *
 * @param object what it is about, as the server writes its name
 * @param evidence what the catalog or the data say, in words
 * @param fix the statements that put it right, in order, each with its semicolon; empty where none alone does
 */
public record Leftover(LeftoverKind kind, String object, String evidence, List<String> fix) {
    public Leftover {
        fix = List.copyOf(fix);
    }
}
