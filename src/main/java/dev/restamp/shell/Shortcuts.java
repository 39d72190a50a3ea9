package dev.restamp.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words that stand for others for a while: in a lesson {@code hint} is {@code learn hint}. */
public final class Shortcuts {
    private String command = "";
    private Map<String, String> words = Map.of();

    /**
     * From now on each of these may be typed without the command that it belongs to.
     *
     * @param belonging each word with what it is for
     */
    public void set(String owner, Map<String, String> belonging) {
        command = owner;
        words = belonging;
    }

    public void clear() {
        words = Map.of();
    }

    /** What may be typed, each with what it is for. */
    public Map<String, String> words() {
        return words;
    }

    /** The words as they would be written without shortcuts. */
    List<String> written(List<String> typed) {
        if (!words.containsKey(typed.getFirst())) {
            return typed;
        }
        var all = new ArrayList<>(List.of(command));
        all.addAll(typed);
        return all;
    }
}
