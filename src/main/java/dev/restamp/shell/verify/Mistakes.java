package dev.restamp.shell.verify;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.ChangeSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a file, gathered so that all of it can be told at once. */
final class Mistakes {
    private final List<Mistake> all = new ArrayList<>();

    private record Mistake(int line, String text) {}

    /** @param what one sentence without a full stop */
    void note(int line, String what) {
        all.add(new Mistake(line, "line " + line + ": " + what));
    }

    void note(int line, int column, String what) {
        all.add(new Mistake(line, "line " + line + ", column " + column + ": " + what));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** @throws Problem with {@code Exit.USAGE} that names all of them in the order of the file, where there are any */
    void refuse(Path file) {
        if (!all.isEmpty()) {
            throw new Problem(
                    Exit.USAGE,
                    file + " has " + all.size() + " " + ChangeSummary.plural("mistake", all.size()) + ": " + text(),
                    TextFile.HINT);
        }
    }

    private String text() {
        return all.stream()
                .sorted(Comparator.comparingInt(Mistake::line))
                .map(Mistake::text)
                .collect(Collectors.joining(" · "));
    }
}
