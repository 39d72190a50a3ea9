package dev.restamp.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words that stand for others for a while: in a lesson {@code hint} is {@code learn hint}. */
public final class Shortcuts {
    private String command = "";
    private Set<String> words = Set.of();

    /** From now on each of these may be typed without the command that it belongs to. */
    public void set(String owner, Set<String> belonging) {
        command = owner;
        words = Set.copyOf(belonging);
    }

    public void clear() {
        words = Set.of();
    }

    /** What may be typed, in order. */
    public List<String> words() {
        return words.stream().sorted().toList();
    }

    /** The words as they would be written without shortcuts. */
    List<String> written(List<String> typed) {
        if (!words.contains(typed.getFirst())) {
            return typed;
        }
        var all = new ArrayList<>(List.of(command));
        all.addAll(typed);
        return all;
    }
}
