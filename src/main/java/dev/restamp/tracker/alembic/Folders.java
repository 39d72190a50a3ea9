package dev.restamp.tracker.alembic;

import dev.restamp.tracker.ProjectChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the names of folders in a configuration lead.
 *
 * @param bases what relative paths are relative to, the likeliest first. To Alembic that is the folder in which it is run:
 *     the project's for one that was opened as a folder, the current one for a file, which stands behind {@code -c}
 * @param searchPath the folders of {@code prepend_sys_path}
 */
record Folders(List<Path> bases, List<Path> searchPath) {
    static Folders of(Settings settings, ProjectChoice choice) {
        var beside = parent(settings.file());
        var isFile = Files.isRegularFile(choice.place());
        var bases = (isFile ? Stream.of(choice.current(), beside) : Stream.of(choice.place(), beside, choice.current()))
                .distinct()
                .toList();
        var searched = settings.list("prepend_sys_path").stream()
                .flatMap(entry -> bases.stream().map(base -> base.resolve(entry).normalize()))
                .toList();
        return new Folders(bases, searched);
    }

    /** What paths are shown relative to: the folder of the project where it is within the current one. */
    Path home() {
        return bases.getFirst();
    }

    /**
     * The folders that a name may mean, the likeliest first; empty where none exists.
     *
     * @param name a path, or {@code package:path}, also with further colons for slashes
     */
    List<Path> named(String name) {
        var colon = name.indexOf(':');
        if (colon < 0 || Path.of(name).isAbsolute()) {
            return existing(bases.stream().map(base -> base.resolve(name)));
        }
        var inside = Path.of(name.substring(0, colon).replace('.', '/'))
                .resolve(name.substring(colon + 1).replace(':', '/'));
        return existing(packageRoots().map(root -> root.resolve(inside))).stream()
                .limit(1)
                .toList();
    }

    /** Where the project's own modules are looked for, as far as can be told without Python's search path. */
    List<Path> roots(Path scripts) {
        var outermost = Stream.concat(bases.stream(), Stream.of(scripts)).map(Folders::abovePackages);
        return Stream.concat(packageRoots(), outermost).distinct().toList();
    }

    private Stream<Path> packageRoots() {
        var sources = bases.stream().map(base -> base.resolve("src"));
        var above = bases.stream().map(Folders::abovePackages);
        return Stream.of(searchPath.stream(), bases.stream(), sources, above).flatMap(one -> one);
    }

    /** The first folder upwards that is no package: what Python's search path would have to name. */
    private static Path abovePackages(Path folder) {
        var at = folder;
        while (Files.isRegularFile(at.resolve("__init__.py"))) {
            at = parent(at);
        }
        return at;
    }

    static Path parent(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(path);
    }

    private static List<Path> existing(Stream<Path> folders) {
        return folders.map(Path::normalize)
                .distinct()
                .filter(Files::isDirectory)
                .toList();
    }
}
