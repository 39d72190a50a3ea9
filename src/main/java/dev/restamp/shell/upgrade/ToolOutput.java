package dev.restamp.shell.upgrade;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What a tool says, passed on line by line; its beginning and its end are kept. */
final class ToolOutput implements Consumer<String> {
    /** The beginning says how the tool works, the end why it stopped. */
    private static final int FIRST = 100;

    private static final int LAST = 1_000;

    /** Of a line; what is longer is data. */
    private static final int LONGEST = 5_000;

    private final Consumer<String> listener;
    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();

    ToolOutput(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void accept(String line) {
        var cut = line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
        if (first.size() < FIRST) {
            first.add(cut);
        } else {
            last.add(cut);
            if (last.size() > LAST) {
                last.removeFirst();
            }
        }
        listener.accept(cut);
    }

    synchronized List<String> lines() {
        var all = new ArrayList<>(first);
        all.addAll(last);
        return List.copyOf(all);
    }
}
