package dev.restamp.tracker.alembic;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the files that Alembic would load, in its order: it decides ties wherever the graph leaves order open. */
final class ScriptFolder {
    private static final Pattern SCRIPT = Pattern.compile("(?!\\.#|__init__).*\\.py");
    private static final Pattern COMPILED = Pattern.compile("(?!\\.#|__init__).*\\.py[co]");
    private static final String CACHE = "__pycache__";

    private final Configuration configuration;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<Path, Path> seen = new HashMap<>();

    private ScriptFolder(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * What Alembic would load.
     *
     * @param notes what it would pass over, a sentence each
     */
    record Listing(List<Entry> entries, List<String> notes) {}

    /**
     * A file that Alembic would load.
     *
     * @param trouble why that cannot be read; empty where it can be tried
     */
    record Entry(Path file, String trouble) {}

    static Listing list(Configuration configuration) {
        var folder = new ScriptFolder(configuration);
        configuration.versions().forEach(folder::add);
        return new Listing(folder.entries, folder.notes);
    }

    private void add(Path folder) {
        var inside = inside(folder);
        inside.stream().filter(file -> matches(SCRIPT, file)).forEach(this::addScript);
        inside.stream().filter(file -> isOnlyCompiled(file, folder)).forEach(this::addCompiled);
        if (configuration.sourceless()) {
            addCache(folder);
        }
        if (configuration.recursive()) {
            inside.stream()
                    .filter(one -> !one.endsWith(CACHE) && Files.isDirectory(one))
                    .forEach(this::add);
        }
    }

    private void addScript(Path file) {
        if (Files.isDirectory(file)) {
            return;
        }
        // One file under two names, by a link or by nested locations, is one revision.
        var first = seen.putIfAbsent(real(file), file);
        if (first != null) {
            notes.add("%s is the same file as %s; the second is passed over, as Alembic does"
                    .formatted(configuration.shown(file), configuration.shown(first)));
        } else if (Files.isRegularFile(file)) {
            entries.add(new Entry(file, ""));
        } else {
            entries.add(new Entry(file, Files.exists(file) ? "no regular file" : "a link that leads nowhere"));
        }
    }

    private void addCompiled(Path file) {
        if (configuration.sourceless()) {
            entries.add(new Entry(file, "compiled only: without its source it cannot be read"));
        } else {
            notes.add(configuration.shown(file)
                    + " has no source; Alembic reads compiled revisions only with sourceless = true");
        }
    }

    /** Where Python keeps what it compiled, named after the source and the interpreter: {@code a.cpython-313.pyc}. */
    private void addCache(Path folder) {
        var cache = folder.resolve(CACHE);
        if (Files.isDirectory(cache)) {
            var stems = inside(folder).stream().map(ScriptFolder::stem).collect(Collectors.toSet());
            inside(cache).stream()
                    .filter(file -> matches(COMPILED, file) && !stems.contains(stem(file)))
                    .forEach(this::addCompiled);
        }
    }

    private static boolean isOnlyCompiled(Path file, Path folder) {
        var name = name(file);
        return matches(COMPILED, file)
                && Files.isRegularFile(file)
                && !Files.exists(folder.resolve(name.substring(0, name.length() - 1)));
    }

    private static boolean matches(Pattern pattern, Path file) {
        return pattern.matcher(name(file)).matches();
    }

    private static String stem(Path file) {
        return name(file).split("\\.", 2)[0];
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private List<Path> inside(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (AccessDeniedException denied) {
            return unlisted(folder, "the rights to list it are missing");
        } catch (IOException unreadable) {
            return unlisted(folder, "cannot be listed");
        }
    }

    private List<Path> unlisted(Path folder, String why) {
        entries.add(new Entry(folder, why));
        return List.of();
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException dangling) {
            return file.toAbsolutePath();
        }
    }
}
