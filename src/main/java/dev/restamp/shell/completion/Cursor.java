package dev.restamp.shell.completion;

import java.util.List;

/**
 * Where Tab was pressed.
 *
 * @param before the words before it, the name of the command first
 * @param typed the beginning of the word at the cursor
 */
public record Cursor(List<String> before, String typed) {
    public Cursor {
        before = List.copyOf(before);
    }
}
