package dev.restamp.shell.lesson;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.practice.Lesson;
import dev.restamp.shell.StateFolder;
import dev.restamp.tracker.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** How many steps of each lesson have been passed, in a file of the user's: {@code {"two-rows": 2}}. */
final class Progress {
    private final Path file;

    Progress(Path file) {
        this.file = file;
    }

    /** @param lesson its name, or its folder where it is the user's own */
    int passed(String lesson) {
        return read().getOrDefault(lesson, 0);
    }

    /** The lesson to go on with: one that was begun, or else the first that was not; empty where all are done. */
    Optional<Lesson> next(List<Lesson> lessons) {
        var open = lessons.stream()
                .filter(lesson -> passed(lesson.key()) < lesson.steps().size())
                .filter(lesson -> Programs.missing(lesson.needs()).isEmpty())
                .toList();
        return open.stream()
                .filter(lesson -> passed(lesson.key()) > 0)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** Keeps it at once: a shell may be killed. Who does an early step again has come no less far. */
    void reached(String lesson, int step) {
        var all = read();
        all.merge(lesson, step, Math::max);
        try {
            StateFolder.secret(file);
            var fresh = StateFolder.secret(file.resolveSibling(file.getFileName() + ".new"));
            Files.writeString(fresh, JSON.std.asString(all) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException failure) {
            throw new Problem(Exit.USAGE, "the progress cannot be kept in " + file, "set XDG_STATE_HOME", failure);
        }
    }

    /** A file that is missing or spoilt is the file of somebody who begins. */
    private Map<String, Integer> read() {
        var all = new TreeMap<String, Integer>();
        try {
            if (Files.exists(file)) {
                JSON.std.mapFrom(Files.readString(file)).forEach((lesson, passed) -> {
                    if (passed instanceof Integer number) {
                        all.put(lesson, number);
                    }
                });
            }
        } catch (IOException | JacksonException spoilt) {
            all.clear();
        }
        return all;
    }
}
