package dev.restamp.tracker.alembic.python;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files of modules, as Python's search path does.
 *
 * @param roots the folders to look in, the first first
 */
public record ModulePath(List<Path> roots) {
    public ModulePath {
        roots = List.copyOf(roots);
    }

    /** The file of a module or a package, named with dots. */
    public Optional<Path> file(String module) {
        var path = module.replace('.', '/');
        return roots.stream()
                .flatMap(root -> Stream.of(root.resolve(path + ".py"), root.resolve(path + "/__init__.py")))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
