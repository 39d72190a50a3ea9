package dev.restamp.tracker.alembic;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists the files that Alembic would load, in its order: it decides ties wherever the graph leaves order open. */
final class ScriptFolder {
    private static final Pattern SCRIPT = Pattern.compile("(?!\\.#|__init__).*\\.py");

    private ScriptFolder() {}

    static List<Path> scripts(Configuration configuration) {
        var seen = new HashSet<Path>();
        var scripts = new ArrayList<Path>();
        for (var folder : configuration.versions()) {
            for (var script : scripts(folder, configuration.recursive())) {
                // One file under two names, by a link or by nested locations, is one revision.
                if (seen.add(real(script))) {
                    scripts.add(script);
                }
            }
        }
        return scripts;
    }

    private static List<Path> scripts(Path folder, boolean recursive) {
        if (!Files.isDirectory(folder) || folder.endsWith("__pycache__")) {
            return List.of();
        }
        var entries = entries(folder);
        var scripts = new ArrayList<>(entries.stream()
                .filter(file ->
                        SCRIPT.matcher(String.valueOf(file.getFileName())).matches())
                .filter(Files::isRegularFile)
                .toList());
        if (recursive) {
            entries.stream().filter(Files::isDirectory).forEach(inner -> scripts.addAll(scripts(inner, true)));
        }
        return scripts;
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException unreadable) {
            throw new Problem(Exit.PROJECT, folder + " cannot be listed", "check the rights on the folder", unreadable);
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException dangling) {
            return file.toAbsolutePath();
        }
    }
}
